import Synchronization

/// A value that is made once, when first asked for; safe to share between tasks.
final class Lazy<Value: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  /// Remembers how the value is made.
  init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

  /// The value. Whoever asks at the same time waits for the one that makes it.
  var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }

  /// Whether the value was asked for.
  var isMade: Bool {
    state.withLock { if case .made = $0 { true } else { false } }
  }
}
