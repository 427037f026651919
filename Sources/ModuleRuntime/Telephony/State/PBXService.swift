/// A number that reaches a service entry point of an instance.
public struct PBXService: Hashable, Sendable {
  /// The number to dial (`*777`, `500`).
  public var number: String
  /// The instance by name; nil for the first active instance, by id, that has the entry point.
  public var instance: String?
  /// The entry point's name.
  public var entryPoint: String

  /// Takes the parts.
  public init(number: String, instance: String? = nil, entryPoint: String) {
    self.number = number
    self.instance = instance
    self.entryPoint = entryPoint
  }
}
