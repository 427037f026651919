#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Follows a log file that grows: through rotation, where another file takes its name, and through truncation.
///
/// An entry is given when the next one begins, or when nothing has come for a while: only then is it known to be whole.
public final class LogTail {
  private struct Identity: Hashable {
    var device: UInt64
    var file: UInt64
  }

  private let path: String
  private let instance: String
  /// How many looks without anything new make the last entry whole.
  private let patience: Int
  private var descriptor: Int32
  private var identity: Identity?
  private var offset = 0
  /// A line whose line feed has not come yet.
  private var rest: [UInt8] = []
  private var reader: LogReader
  private var quietLooks = 0

  /// Opens the file, which has to be there.
  ///
  /// - Parameter patience: how many calls of ``poll()`` without anything new make the last entry whole.
  public init(path: String, instance: String = "", patience: Int = 2) throws(RotatingLogFile.Problem) {
    self.path = path
    self.instance = instance
    self.patience = patience
    reader = LogReader(instance: instance)
    descriptor = Self.open(path)
    guard descriptor >= 0 else { throw RotatingLogFile.Problem(path: path, reason: String(cString: strerror(errno))) }
    identity = Self.identity(ofOpen: descriptor)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The entries that have become whole since the last look.
  public func poll() -> [LogReader.Line] {
    var lines: [LogReader.Line] = []
    var isNew = drain(&lines)
    if let current = Self.identity(at: path), current != identity {
      // What was written between the last look and the rename is still in the old file.
      isNew = drain(&lines) || isNew
      let next = Self.open(path)
      if next >= 0 {
        close(descriptor)
        descriptor = next
        identity = Self.identity(ofOpen: next)
        startOver(&lines)
        isNew = drain(&lines) || isNew
      }
    }
    quietLooks = isNew ? 0 : quietLooks + 1
    if quietLooks == patience, isWhole, let last = reader.finish() { lines.append(last) }
    return lines
  }

  /// Whether nothing of the last entry is still to come: a line that has begun is of the next one.
  private var isWhole: Bool { rest.isEmpty || LogReader.beginsEntry(String(decoding: rest, as: UTF8.self)) }

  /// Reads what is new in the open file; says whether there was anything.
  private func drain(_ lines: inout [LogReader.Line]) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    if Int(status.st_size) < offset { startOver(&lines) }
    var isNew = false
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return isNew }
      isNew = true
      offset += count
      take(buffer[..<count], &lines)
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>, _ lines: inout [LogReader.Line]) {
    rest += bytes
    var start = 0
    while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if let line = reader.read(String(decoding: rest[start..<end], as: UTF8.self)) { lines.append(line) }
      start = end + 1
    }
    rest.removeFirst(start)
  }

  private func startOver(_ lines: inout [LogReader.Line]) {
    if !rest.isEmpty, let line = reader.read(String(decoding: rest, as: UTF8.self)) { lines.append(line) }
    if let last = reader.finish() { lines.append(last) }
    rest = []
    offset = 0
    reader = LogReader(instance: instance)
  }

  // MARK: The system

  private static func open(_ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
  }

  private static func identity(ofOpen descriptor: Int32) -> Identity? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? identity(status) : nil
  }

  private static func identity(at path: String) -> Identity? {
    var status = stat()
    return stat(path, &status) == 0 ? identity(status) : nil
  }

  private static func identity(_ status: stat) -> Identity {
    Identity(device: UInt64(truncatingIfNeeded: status.st_dev), file: UInt64(status.st_ino))
  }
}
