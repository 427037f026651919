import Foundation

/// A JDK 17 or newer, for tests that run Java functions.
public enum InstalledJava {
  /// Its folder; nil when there is none.
  public static let home: String? = {
    let homes = ProcessInfo.processInfo.environment["JAVA_HOME"].map { [$0] } ?? []
    let folder = "/usr/lib/jvm"
    let installed = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return (homes + installed.sorted().map { "\(folder)/\($0)" }).first { home in
      guard FileManager.default.isExecutableFile(atPath: home + "/bin/javac"),
        let release = try? String(contentsOfFile: home + "/release", encoding: .utf8),
        let line = release.split(separator: "\n").first(where: { $0.hasPrefix("JAVA_VERSION=\"") }),
        let feature = Int(line.dropFirst("JAVA_VERSION=\"".count).prefix { $0.isNumber })
      else { return false }
      return feature >= 17
    }
  }()

  /// Whether there is one.
  public static var isThere: Bool { home != nil }

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
}
