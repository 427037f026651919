import Archives
import Glibc

/// A folder of its own, removed with everything in it when the value goes.
final class TemporaryDirectory: Sendable {
  /// Where it is.
  let path: String

  /// Makes a fresh folder that only this user can enter, with `prefix` as the beginning of its path.
  init(prefix: String) throws(ArchiveError) {
    var template = Array((prefix + ".XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .file(path: prefix, operation: "make a folder beside it", reason: String(cString: strerror(errno)))
    }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit { try? FileSystem.remove(path) }
}
