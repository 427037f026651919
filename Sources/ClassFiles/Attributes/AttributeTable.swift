/// The attributes of a class, field, method, code array or record component (JVMS §4.7), not yet decoded.
public struct AttributeTable: Sequence, Sendable {
  let storage: ClassBytes
  /// Where the entries stand in the class file, behind their count.
  public let range: Range<Int>
  /// How many there are.
  public let count: Int

  /// The constants of the class.
  public var pool: ConstantPool { ConstantPool(storage: storage) }

  /// Walks the table once to find its end; every attribute's content lies inside afterwards.
  init(_ cursor: inout ClassCursor) throws(ClassFileError) {
    storage = cursor.storage
    count = try cursor.count(elementSize: 6, "the attributes")
    let start = cursor.offset
    for _ in 0..<count {
      _ = try cursor.u2("the name index of an attribute")
      let length = try cursor.u4("the length of an attribute")
      _ = try cursor.skip(Int(length), "the content of an attribute")
    }
    range = start..<cursor.offset
  }

  /// Goes through the attributes in their order.
  public func makeIterator() -> Iterator { Iterator(storage: storage, offset: range.lowerBound, left: count) }

  /// The first attribute of a name; nil when there is none.
  public func first(named name: StaticString) -> Attribute? {
    let pool = pool
    for attribute in self where pool.utf8(attribute.nameIndex, equals: name) { return attribute }
    return nil
  }

  /// A walk over the table.
  public struct Iterator: IteratorProtocol {
    let storage: ClassBytes
    var offset: Int
    var left: Int

    /// The next attribute.
    public mutating func next() -> Attribute? {
      guard left > 0, let name = try? storage.integer(at: offset, as: UInt16.self, "an attribute"),
        let length = try? storage.integer(at: offset + 2, as: UInt32.self, "an attribute")
      else { return nil }
      let content = offset + 6..<offset + 6 + Int(length)
      left -= 1
      offset = content.upperBound
      return Attribute(storage: storage, nameIndex: name, content: content)
    }
  }
}

/// One attribute (JVMS §4.7): a name and bytes. `value` decodes it.
public struct Attribute: Sendable {
  let storage: ClassBytes
  /// The `utf8` constant of the name.
  public let nameIndex: ConstantPool.Index
  /// Where the content stands in the class file.
  public let content: Range<Int>

  /// The constants of the class.
  public var pool: ConstantPool { ConstantPool(storage: storage) }

  /// The name.
  public var name: String { get throws(ClassFileError) { try pool.utf8(nameIndex) } }

  /// A copy of the content.
  public var contentBytes: [UInt8] { Array(storage.bytes[content]) }

  func cursor() throws(ClassFileError) -> ClassCursor { try ClassCursor(storage, content) }
}
