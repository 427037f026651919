import Foundation

/// The JDKs of this machine, by what their `release` file says.
enum InstalledJDK {
  /// The folder of a JDK with this feature version and a `ct.sym`; nil when there is none.
  static func home(feature: Int) -> String? {
    var folders: [String] = []
    if let home = ProcessInfo.processInfo.environment["JAVA_HOME"] { folders.append(home) }
    for root in ["/usr/lib/jvm", "/Library/Java/JavaVirtualMachines"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      folders += names.sorted().map { "\(root)/\($0)" }
    }
    return folders.first {
      self.feature(of: $0) == feature && FileManager.default.fileExists(atPath: $0 + "/lib/ct.sym")
    }
  }

  /// Some JDK, the oldest of those that the tests know.
  static var any: String? {
    [17, 21, 25].lazy.compactMap { home(feature: $0) }.first
  }

  private static func feature(of home: String) -> Int? {
    guard let text = try? String(contentsOfFile: home + "/release", encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix("JAVA_VERSION=\"") {
      return Int(line.dropFirst(14).prefix { $0.isNumber })
    }
    return nil
  }
}
