#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for a runtime that was given none; it goes with the runtime.
final class TemporaryDataFolder {
  let path: String

  /// Makes it; nil when the system's temporary folder takes nothing.
  init?() {
    let base = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(base)/sfm-data-XXXXXX".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
      return nil
    }
    path = String(cString: made)
  }

  deinit { FileTree.remove(path) }
}
