public import Foundation

/// The folder of real packages that `SFM_CORPUS` names, if it does.
///
/// Tests over real packages say by name and number what they skip without it.
public enum Corpus {
  /// The folder, when the variable is set.
  public static let folder: URL? = ProcessInfo.processInfo.environment["SFM_CORPUS"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  /// Every `.sfm` file below it, in byte order of the paths; empty without a corpus.
  public static let packages: [URL] = {
    guard let folder, let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "sfm" }
      .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
  }()
}
