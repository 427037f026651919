/// One input or output of a built-in function.
public struct BuiltInParameter: Hashable, Sendable {
  /// The field's name, by which a call names it.
  public let name: String
  /// Its Java type.
  public let type: JavaType

  /// Takes name and type.
  public init(name: String, type: JavaType) {
    self.name = name
    self.type = type
  }

  /// Reads `String text, int length`; the empty text is no parameter.
  public static func list(_ text: some StringProtocol) -> [BuiltInParameter] {
    text.split(separator: ",").compactMap { item in
      let parts = item.split(separator: " ")
      guard parts.count == 2 else { return nil }
      return BuiltInParameter(name: String(parts[1]), type: JavaType(String(parts[0])))
    }
  }
}
