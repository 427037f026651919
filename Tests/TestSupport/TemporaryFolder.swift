public import Foundation

/// A folder of one test's own, removed when the value goes.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes a fresh folder below the system's temporary one.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "sfm-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The path of something in it.
  public func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  deinit { try? FileManager.default.removeItem(at: url) }
}
