import Foundation

/// Runs a program and waits for it.
enum Command {
  struct Result {
    let status: Int32
    /// Standard output and standard error together.
    let output: String
  }

  static func run(_ program: String, _ arguments: [String], in folder: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}
