import Foundation

/// Another program that reads or writes archives: the judge of differential tests.
enum OutsideTool {
  /// Where the program is, if it is installed.
  static func path(_ name: String) -> String? {
    ["/usr/bin", "/usr/local/bin", "/bin"].map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }

  /// Runs a program in a folder; its exit status with what it printed.
  @discardableResult
  static func run(_ name: String, _ arguments: [String], in folder: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: path(name) ?? "/usr/bin/env")
    process.arguments = path(name) == nil ? [name] + arguments : arguments
    process.currentDirectoryURL = folder
    // Names as UTF-8, whatever the machine that runs the tests is set to.
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder.path(percentEncoded: false)]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
