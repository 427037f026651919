import ByteParsing

/// A field or method being made.
public struct MemberBuilder: Sendable {
  /// Access and properties.
  public var accessFlags: AccessFlags
  /// The `utf8` constant of the name.
  public var nameIndex: ConstantPool.Index
  /// The `utf8` constant of the descriptor.
  public var descriptorIndex: ConstantPool.Index
  /// The attributes.
  public var attributes: [EncodedAttribute]

  /// A member of the given parts.
  public init(
    accessFlags: AccessFlags,
    nameIndex: ConstantPool.Index,
    descriptorIndex: ConstantPool.Index,
    attributes: [EncodedAttribute] = []
  ) {
    self.accessFlags = accessFlags
    self.nameIndex = nameIndex
    self.descriptorIndex = descriptorIndex
    self.attributes = attributes
  }

  /// A member that was read; valid in a pool that begins with the constants of its class.
  public init(_ member: Member) {
    self.init(
      accessFlags: member.accessFlags,
      nameIndex: member.nameIndex,
      descriptorIndex: member.descriptorIndex,
      attributes: member.attributes.map(EncodedAttribute.init)
    )
  }
}

/// An attribute as it will be written: any name, any content.
public struct EncodedAttribute: Hashable, Sendable {
  /// The `utf8` constant of the name.
  public var nameIndex: ConstantPool.Index
  /// The content.
  public var content: [UInt8]

  /// An attribute of raw content.
  public init(nameIndex: ConstantPool.Index, content: [UInt8]) {
    self.nameIndex = nameIndex
    self.content = content
  }

  /// An attribute that was read; valid in a pool that begins with the constants of its class.
  public init(_ attribute: Attribute) {
    self.init(nameIndex: attribute.nameIndex, content: attribute.contentBytes)
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(nameIndex, .bigEndian)
    bytes.append(UInt32(clamping: content.count), .bigEndian)
    bytes += content
  }
}
