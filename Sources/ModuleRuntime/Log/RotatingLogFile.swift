#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A log file that is only appended to, one `write` an entry, and that makes room by renaming: `x.log`, `x.log.1`, …
///
/// An entry is in the kernel's hands when ``append(_:)`` returns, so a crash of the module or of the host loses none.
/// A line torn by a full disk or a power cut is closed with a line feed when the file is opened again.
///
/// `@unchecked Sendable`: one owner at a time; a runtime appends from its actor only.
public final class RotatingLogFile: @unchecked Sendable {
  /// Why the file could not be used.
  public struct Problem: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// What the system says.
    public var reason: String
  }

  private let path: String
  private let limit: Int
  private let keep: Int
  private var descriptor: Int32
  private var size: Int

  /// Opens or makes the file. It is renamed before an entry would make it longer than `limit` bytes; `keep` older
  /// files stay.
  public init(path: String, limit: Int = 10 << 20, keep: Int = 5) throws(Problem) {
    self.path = path
    self.limit = max(1, limit)
    self.keep = max(0, keep)
    (descriptor, size) = try Self.open(path)
  }

  deinit { close(descriptor) }

  private static func open(_ path: String) throws(Problem) -> (descriptor: Int32, size: Int) {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    #else
      let descriptor = Darwin.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    #endif
    guard descriptor >= 0 else { throw problem(path) }
    var size = Int(lseek(descriptor, 0, SEEK_END))
    if size > 0 {
      var last: UInt8 = 0
      if pread(descriptor, &last, 1, off_t(size - 1)) == 1, last != UInt8(ascii: "\n") {
        size += max(0, write(descriptor, "\n", 1))
      }
    }
    return (descriptor, max(0, size))
  }

  private static func problem(_ path: String) -> Problem {
    Problem(path: path, reason: String(cString: strerror(errno)))
  }

  /// Appends one entry and a line feed.
  public func append(_ text: String) throws(Problem) {
    var text = text
    text += "\n"
    if size > 0, size + text.utf8.count > limit { try rotate() }
    let path = path
    let descriptor = descriptor
    let failure: Problem? = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, rest.count > 0 {
        let count = write(descriptor, start, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return Self.problem(path)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return nil
    }
    if let failure { throw failure }
    size += text.utf8.count
  }

  private func rotate() throws(Problem) {
    if keep > 0 {
      for number in stride(from: keep - 1, to: 0, by: -1) { rename("\(path).\(number)", "\(path).\(number + 1)") }
      guard rename(path, "\(path).1") == 0 else { throw Self.problem(path) }
    } else {
      unlink(path)
    }
    close(descriptor)
    (descriptor, size) = try Self.open(path)
  }
}
