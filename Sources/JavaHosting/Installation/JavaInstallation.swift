import Glibc
import ModulePackages

/// A Java that is installed: where it is and which it is, read from its `release` file without starting it.
public struct JavaInstallation: Hashable, Sendable {
  /// Its folder, above `bin`.
  public let home: String
  /// Its version as it states it: `17.0.15`, `1.8.0_402`.
  public let version: String
  /// Its feature number: 17, 8.
  public let feature: Int

  /// The command that runs classes.
  public var java: String { home + "/bin/java" }
  /// The compiler; nil for a Java that has none.
  public var javac: String? { access(home + "/bin/javac", X_OK) == 0 ? home + "/bin/javac" : nil }

  /// Where systems put their Javas.
  public static let usualFolders = ["/usr/lib/jvm", "/usr/java", "/opt/java", "/opt/jdk"]

  /// Reads an installation; nil when the folder holds none.
  public init?(home: String) {
    guard access(home + "/bin/java", X_OK) == 0,
      let release = try? FileSystem.read(home + "/release", most: 1 << 16)
    else { return nil }
    let marker = "JAVA_VERSION=\""
    for line in String(decoding: release, as: UTF8.self).split(separator: "\n") where line.hasPrefix(marker) {
      let version = line.dropFirst(marker.count).prefix { $0 != "\"" }
      let numbers = version.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
      guard let first = numbers.first else { return nil }
      self.home = home
      self.version = String(version)
      feature = first == 1 && numbers.count > 1 ? numbers[1] : first
      return
    }
    return nil
  }

  /// The installations in these folders, each a home or a folder of homes; in order, each once.
  public static func find(in folders: [String]) -> [JavaInstallation] {
    var found: [JavaInstallation] = []
    var seen: Set<String> = []
    for folder in folders {
      let candidates =
        JavaInstallation(home: folder) == nil
        ? ((try? FileSystem.names(in: folder)) ?? []).map { folder + "/" + $0 } : [folder]
      for candidate in candidates {
        guard let real = realpath(candidate, nil) else { continue }
        let path = String(cString: real)
        free(real)
        if seen.insert(path).inserted, let installation = JavaInstallation(home: path) { found.append(installation) }
      }
    }
    return found
  }

  /// The installation that runs modules of a platform's Java level best: that very level, else the next newer one. Nil
  /// when all are older.
  ///
  /// A newer Java runs older classes, though its own library may lack what the older one had. What it would take and the
  /// platform's Java would not is refused all the same: class files newer than the level. Its exceptions are told in the
  /// older one's words.
  public static func best(for level: Int, among installations: [JavaInstallation]) -> JavaInstallation? {
    installations.filter { $0.feature >= level }.min { $0.feature < $1.feature }
  }
}
