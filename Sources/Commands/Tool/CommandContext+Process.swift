import Glibc

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
      width: columns(environment)
    )
  }

  private static func columns(_ environment: (String) -> String?) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment("COLUMNS").flatMap { Int($0) } ?? 100
  }

  /// A file descriptor; what cannot be written (a closed pipe, a full disk) is dropped.
  private struct Descriptor: Sink {
    let number: Int32

    func write(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        var start = 0
        while start < bytes.count, let base = bytes.baseAddress {
          let count = Glibc.write(number, base + start, bytes.count - start)
          if count < 0, errno == EINTR { continue }
          if count <= 0 { return }
          start += count
        }
      }
    }
  }
}
