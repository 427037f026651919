import Foundation
import PackageFixtures
import TestSupport

/// Packages and projects on disk for a test, removed with it.
struct Fixture {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The path of something in the folder.
  func path(_ name: String) -> String { folder.path(name) }

  /// A sound package with one function, called at each change; a reference to nothing when `isBroken`.
  @discardableResult
  func package(_ name: String, isBroken: Bool = false) throws -> String {
    let bytes = try FixturePackage(descriptor: Self.descriptor(isBroken: isBroken)).bytes()
    return try write(Data(bytes), name)
  }

  /// A project folder around a descriptor.
  @discardableResult
  func project(_ name: String, isBroken: Bool = false) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    try write(Data(Self.descriptor(isBroken: isBroken).utf8), name + "/module-descriptor.xml")
    return path(name)
  }

  /// A file with these bytes.
  @discardableResult
  func write(_ data: Data, _ name: String) throws -> String {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return path(name)
  }

  /// A file with this text.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String { try write(Data(text.utf8), name) }

  /// The text of a file.
  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  /// What a run said, with the folder's path replaced by `DIR`.
  func relative(_ text: String) -> String {
    let path = folder.path("")
    return text.replacingOccurrences(of: path.hasSuffix("/") ? path : path + "/", with: "DIR/")
  }
}
