import Foundation

/// Compares a text with the file of that name in `Snapshots` beside the test; nil when they are equal.
///
/// A missing file is recorded, and so is a differing one when `SFM_RECORD` is set; either way the test still fails once.
public func snapshotMismatch(_ text: String, _ name: String, beside test: String = #filePath) -> String? {
  let folder = URL(filePath: test).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: name)
  let expected = try? String(contentsOf: file, encoding: .utf8)
  if expected == text { return nil }
  if expected == nil || ProcessInfo.processInfo.environment["SFM_RECORD"] != nil {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? text.write(to: file, atomically: true, encoding: .utf8)
    return "recorded \(name); review it and run again"
  }
  return "\(name) differs\n--- expected\n\(expected ?? "")\n+++ actual\n\(text)"
}
