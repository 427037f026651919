/// Something that a module did to the telephone system, for expectations.
public struct PBXAction: Hashable, Sendable {
  /// When, on the runtime's clock.
  public var time: Int64
  /// The instance whose code did it.
  public var instance: String
  /// The function: `starface.callHandling.uci.SetDND`.
  public var function: String
  /// What was done, in words: `DND of 0001 on`.
  public var effect: String

  /// Takes the parts.
  public init(time: Int64, instance: String, function: String, effect: String) {
    self.time = time
    self.instance = instance
    self.function = function
    self.effect = effect
  }
}
