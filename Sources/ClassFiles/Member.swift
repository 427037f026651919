/// A field or method (JVMS §4.5, §4.6).
public struct Member: Sendable {
  /// Which of the two.
  public enum Kind: Sendable {
    /// A field.
    case field
    /// A method.
    case method
  }

  /// Field or method.
  public let kind: Kind
  /// Access and properties.
  public let accessFlags: AccessFlags
  /// The `utf8` constant of the name.
  public let nameIndex: ConstantPool.Index
  /// The `utf8` constant of the descriptor.
  public let descriptorIndex: ConstantPool.Index
  /// The attributes.
  public let attributes: AttributeTable

  /// The constants of the class.
  public var pool: ConstantPool { attributes.pool }

  /// The name.
  public var name: String { get throws(ClassFileError) { try pool.utf8(nameIndex) } }

  /// The descriptor, unparsed.
  public var descriptor: String { get throws(ClassFileError) { try pool.utf8(descriptorIndex) } }

  static func list(_ kind: Kind, _ cursor: inout ClassCursor) throws(ClassFileError) -> [Member] {
    try cursor.list(elementSize: 8, kind == .field ? "the fields" : "the methods") { cursor throws(ClassFileError) in
      Member(
        kind: kind,
        accessFlags: AccessFlags(rawValue: try cursor.u2("the access flags of a member")),
        nameIndex: try cursor.u2("the name index of a member"),
        descriptorIndex: try cursor.u2("the descriptor index of a member"),
        attributes: try AttributeTable(&cursor)
      )
    }
  }
}
