/// A key of a user's phone.
public struct PBXFunctionKey: Hashable, Sendable {
  /// Its id, unique among a user's keys.
  public var id: String
  /// The text beside it.
  public var name: String
  /// What it does: `BUSYLAMPFIELD`, `DND`, `FORWARD`, `GROUPLOGIN`, `MODULEACTIVATION`, `PARKANDORBIT`, `QUICKDIAL`, …
  public var kind: String
  /// Its place among the keys, from 0.
  public var position: Int
  /// Other properties by their REST names.
  public var properties: [String: String]

  /// Takes the parts.
  public init(id: String, name: String, kind: String, position: Int = 0, properties: [String: String] = [:]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.position = position
    self.properties = properties
  }
}
