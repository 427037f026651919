extension ConstantPool {
  /// A member reference (field, method or interface method) as indices of `utf8` constants; no text is made.
  public struct MemberReferenceIndices: Hashable, Sendable {
    /// `fieldref`, `methodref` or `interfaceMethodref`.
    public let tag: Tag
    /// The owner's class constant.
    public let classIndex: Index
    /// The owner's name.
    public let ownerNameIndex: Index
    /// The member's name.
    public let nameIndex: Index
    /// The member's descriptor.
    public let descriptorIndex: Index
  }

  /// A member reference as text.
  public struct MemberReference: Hashable, Sendable {
    /// The owner's name with slashes, or an array type's descriptor.
    public let owner: String
    /// The member's name.
    public let name: String
    /// The member's descriptor.
    public let descriptor: String
    /// Whether the reference says that the owner is an interface.
    public let isInterface: Bool
  }

  /// Where the encoded bytes of a `utf8` constant stand in the class file.
  public func utf8Bytes(_ index: Index) throws(ClassFileError) -> Range<Int> {
    let offset = try content(of: index, .utf8)
    // The index pass has seen that the content lies inside the class file.
    let start = offset + 2
    return start..<start + Int(try u2(at: offset))
  }

  /// Works on the encoded bytes of a `utf8` constant in place.
  public func withUTF8<Result>(
    _ index: Index,
    _ body: (borrowing Span<UInt8>) -> Result
  ) throws(ClassFileError) -> Result {
    let range = try utf8Bytes(index)
    let array = storage.bytes
    return body(array.span.extracting(range))
  }

  /// Whether a `utf8` constant has exactly this text, which must be ASCII; false when there is no such constant.
  public func utf8(_ index: Index, equals text: StaticString) -> Bool {
    guard let range = try? utf8Bytes(index), range.count == text.utf8CodeUnitCount, text.hasPointerRepresentation
    else { return false }
    for position in 0..<range.count
    where storage.bytes[range.lowerBound + position] != text.utf8Start[position] { return false }
    return true
  }

  /// The text of a `utf8` constant; a lone surrogate becomes U+FFFD (see ``ModifiedUTF8``).
  public func utf8(_ index: Index) throws(ClassFileError) -> String {
    let range = try utf8Bytes(index)
    let array = storage.bytes
    guard let text = ModifiedUTF8.string(array.span.extracting(range)) else {
      throw ClassFileError(
        offset: range.lowerBound,
        expected: "modified UTF-8 (JVMS §4.4.7) at index \(index)",
        found: "other bytes"
      )
    }
    return text
  }

  /// The index of the name of the class at an index.
  public func classNameIndex(_ index: Index) throws(ClassFileError) -> Index {
    try u2(at: content(of: index, .class))
  }

  /// The name with slashes of the class at an index; for an array type its descriptor.
  public func className(_ index: Index) throws(ClassFileError) -> String { try utf8(classNameIndex(index)) }

  /// The content of the `String` at an index.
  public func string(_ index: Index) throws(ClassFileError) -> String { try utf8(u2(at: content(of: index, .string))) }

  /// The name of the module at an index.
  public func moduleName(_ index: Index) throws(ClassFileError) -> String {
    try utf8(u2(at: content(of: index, .module)))
  }

  /// The name with slashes of the package at an index.
  public func packageName(_ index: Index) throws(ClassFileError) -> String {
    try utf8(u2(at: content(of: index, .package)))
  }

  /// The indices of the name and the descriptor of the pair at an index.
  public func nameAndTypeIndices(_ index: Index) throws(ClassFileError) -> (name: Index, descriptor: Index) {
    let (name, descriptor) = try pair(at: content(of: index, .nameAndType))
    return (name, descriptor)
  }

  /// The name and the descriptor of the pair at an index.
  public func nameAndType(_ index: Index) throws(ClassFileError) -> (name: String, descriptor: String) {
    let (name, descriptor) = try nameAndTypeIndices(index)
    return (try utf8(name), try utf8(descriptor))
  }

  /// The parts of the field, method or interface method reference at an index; no text is made.
  public func memberReferenceIndices(_ index: Index) throws(ClassFileError) -> MemberReferenceIndices {
    let offset = try offset(of: index)
    let raw = try storage.integer(at: offset, as: UInt8.self, "a constant's tag")
    guard let tag = Tag(rawValue: raw), tag == .fieldref || tag == .methodref || tag == .interfaceMethodref else {
      throw mismatch(index, at: offset, raw: raw, "fieldref, methodref or interfaceMethodref")
    }
    let (owner, member) = try pair(at: offset + 1)
    let (name, descriptor) = try nameAndTypeIndices(member)
    return MemberReferenceIndices(
      tag: tag,
      classIndex: owner,
      ownerNameIndex: try classNameIndex(owner),
      nameIndex: name,
      descriptorIndex: descriptor
    )
  }

  /// The field, method or interface method reference at an index as text.
  public func memberReference(_ index: Index) throws(ClassFileError) -> MemberReference {
    let indices = try memberReferenceIndices(index)
    return MemberReference(
      owner: try utf8(indices.ownerNameIndex),
      name: try utf8(indices.nameIndex),
      descriptor: try utf8(indices.descriptorIndex),
      isInterface: indices.tag == .interfaceMethodref
    )
  }

  /// The method handle at an index.
  public func methodHandle(_ index: Index) throws(ClassFileError) -> (kind: ReferenceKind, referenceIndex: Index) {
    let offset = try content(of: index, .methodHandle)
    guard case .methodHandle(let kind, let reference) = try entry(index) else {
      throw ClassFileError(offset: offset, expected: "a method handle", found: "another constant")
    }
    return (kind, reference)
  }

  /// The descriptor of the method type at an index.
  public func methodType(_ index: Index) throws(ClassFileError) -> String {
    try utf8(u2(at: content(of: index, .methodType)))
  }
}
