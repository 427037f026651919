import Archives
import Glibc
import ModulePackages

/// A folder that only this user can enter, removed with all that is in it when the value goes.
final class ScratchFolder: Sendable {
  let path: String

  init() throws(ArchiveError) {
    var template = Array("/tmp/sfm-java.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .file(path: "/tmp", operation: "make a folder in it", reason: String(cString: strerror(errno)))
    }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit { try? FileSystem.remove(path) }
}
