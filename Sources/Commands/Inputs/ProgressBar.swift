import Synchronization

/// A bar on standard error for work that takes longer than a second, when a person is looking.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var isShown = false
    var lastDrawn = 0.0
  }

  private let context: CommandContext
  private let total: Int
  private let isSilent: Bool
  private let start: Double
  private let state = Mutex(State())

  /// Starts counting to `total`; draws nothing when `quiet`, when no terminal is there or when one step is all.
  init(total: Int, quiet: Bool, in context: CommandContext) {
    self.context = context
    self.total = total
    isSilent = quiet || !context.errors.isTerminal || total < 2
    start = isSilent ? 0 : context.uptime()
  }

  /// One step is done.
  func advance() {
    if isSilent { return }
    let now = context.uptime()
    let line: String? = state.withLock { state in
      state.done += 1
      guard now - start > 1, now - state.lastDrawn > 0.1 else { return nil }
      state.isShown = true
      state.lastDrawn = now
      let filled = state.done * 30 / total
      let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled)
      return "\r[\(bar)] \(state.done)/\(total)"
    }
    if let line { context.errors.sink.write(line) }
  }

  /// Takes the bar away.
  func finish() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { context.errors.sink.write("\r\u{1B}[K") }
  }
}
