import Glibc
import Synchronization

extension CommandContext {
  /// The world of this process.
  public static func process() -> CommandContext {
    let environment: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
    return CommandContext(
      output: Stream(sink: Descriptor(number: STDOUT_FILENO), isTerminal: isatty(STDOUT_FILENO) == 1),
      errors: Stream(sink: Descriptor(number: STDERR_FILENO), isTerminal: isatty(STDERR_FILENO) == 1),
      environment: environment,
      now: { Int(time(nil)) },
      uptime: {
        var moment = timespec()
        clock_gettime(CLOCK_MONOTONIC, &moment)
        return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
      },
      width: columns(environment),
      endsWithCommand: true
    )
  }

  private static func columns(_ environment: (String) -> String?) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment("COLUMNS").flatMap { Int($0) } ?? 100
  }

  /// A file descriptor. What a closed pipe does not take is dropped; any other loss is remembered.
  private final class Descriptor: Sink {
    let number: Int32
    private let loss = Mutex<String?>(nil)
    private let closed = Mutex(false)

    init(number: Int32) { self.number = number }

    var failure: String? { loss.withLock { $0 } }
    var isClosed: Bool { closed.withLock { $0 } }

    func write(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        var start = 0
        while start < bytes.count, let base = bytes.baseAddress {
          let count = Glibc.write(number, base + start, bytes.count - start)
          if count < 0, errno == EINTR { continue }
          if count < 0, errno == EPIPE {
            closed.withLock { $0 = true }
          } else if count < 0 {
            let reason = String(cString: strerror(errno))
            loss.withLock { $0 = $0 ?? reason }
          }
          if count <= 0 { return }
          start += count
        }
      }
    }
  }
}
