#if canImport(Glibc)
  import Glibc
#endif

/// Watches what a run makes, and asks the system for the process's memory when that is much: a text has a limit of its own,
/// but a thousand of them have not.
struct MemoryGauge {
  /// As much may be made unseen.
  private static let interval = 64 << 20

  private let limit: Int
  private let interval: Int
  private var made = 0

  /// A gauge for a limit in bytes.
  init(limit: Int) {
    self.limit = limit
    interval = min(Self.interval, limit / 4)
  }

  /// Counts a value; true when the process has grown beyond the limit.
  mutating func exceeds(making value: Value) -> Bool {
    switch value {
    case .string(let text): made += text.utf8.count
    case .list(let list): made += list.count * MemoryLayout<Value>.stride
    default: break
    }
    made += 64
    guard made > interval else { return false }
    made = 0
    return Self.residentBytes > limit
  }

  /// The memory that the process holds (`/proc/self/statm`, second number, in pages); 0 where nobody tells.
  static var residentBytes: Int {
    #if canImport(Glibc)
      let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return 0 }
      defer { close(descriptor) }
      let text = withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { buffer in
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
      }
      let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      return pages * sysconf(Int32(_SC_PAGESIZE))
    #else
      return 0
    #endif
  }
}
