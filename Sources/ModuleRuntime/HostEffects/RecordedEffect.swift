/// One call of a built-in function that has an effect on the host, and what became of it.
public struct RecordedEffect: Sendable {
  /// What became of the call.
  public enum Result: Sendable {
    /// A mock answered: outputs by name.
    case mocked([String: Value])
    /// It was recorded and nothing else.
    case recorded
    /// It happened for real: outputs by name.
    case performed([String: Value])
    /// The policy, or the address, forbade it: why.
    case refused(String)
    /// It failed, in a mock or for real.
    case failed(JavaException)

    /// The case as a word.
    public var word: String {
      switch self {
      case .mocked: "mocked"
      case .recorded: "recorded"
      case .performed: "performed"
      case .refused: "refused"
      case .failed: "failed"
      }
    }

    /// Every word.
    static let words = ["mocked", "recorded", "performed", "refused", "failed"]
  }

  /// What it does.
  public var kind: HostEffectKind
  /// The domain and id of the function with a dot between (`starface.net.Email`).
  public var function: String
  /// What was given, by parameter name; null ones are absent.
  public var arguments: [String: Value]
  /// The name of the instance whose code called.
  public var instance: String
  /// When, on the runtime's clock.
  public var time: Int64
  /// What became of it.
  public var result: Result

  /// Takes the parts.
  public init(
    kind: HostEffectKind,
    function: String,
    arguments: [String: Value],
    instance: String,
    time: Int64,
    result: Result
  ) {
    self.kind = kind
    self.function = function
    self.arguments = arguments
    self.instance = instance
    self.time = time
    self.result = result
  }
}
