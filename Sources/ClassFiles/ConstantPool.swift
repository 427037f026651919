import ByteParsing

/// The constants of a class (JVMS §4.4): indexed once, decoded when asked for, the tag checked at use.
public struct ConstantPool: Sendable {
  /// A position in the pool; valid ones are 1 to `count - 1`.
  public typealias Index = UInt16

  let storage: ClassBytes

  /// `constant_pool_count`: one more than the largest index.
  public var count: Int { storage.constantOffsets.count }

  /// For each index where its constant's tag stands in the class file; 0 where none begins.
  public var offsets: [UInt32] { storage.constantOffsets }

  /// All indices at which a constant begins.
  public var indices: some Sequence<Index> {
    let offsets = storage.constantOffsets
    return (0..<offsets.count).lazy.filter { offsets[$0] != 0 }.map { Index(truncatingIfNeeded: $0) }
  }

  /// Where the constant's tag stands in the class file, in bytes.
  public func offset(of index: Index) throws(ClassFileError) -> Int {
    guard Int(index) < count, storage.constantOffsets[Int(index)] != 0 else {
      throw ClassFileError(
        offset: 8,
        expected: "a constant at index \(index)",
        found: "none in a pool of \(count) (JVMS §4.4)"
      )
    }
    return Int(storage.constantOffsets[Int(index)])
  }

  /// Which kind of constant stands at an index.
  public func tag(of index: Index) throws(ClassFileError) -> Tag {
    let offset = try offset(of: index)
    let raw = try storage.integer(at: offset, as: UInt8.self, "a constant's tag")
    guard let tag = Tag(rawValue: raw) else {
      throw ClassFileError(offset: offset, expected: "a constant's tag", found: "\(raw)")
    }
    return tag
  }

  /// The offset behind the tag of the constant at an index, which must be of one kind.
  func content(of index: Index, _ expected: Tag) throws(ClassFileError) -> Int {
    let offset = try offset(of: index)
    let raw = try storage.integer(at: offset, as: UInt8.self, "a constant's tag")
    guard raw == expected.rawValue else { throw mismatch(index, at: offset, raw: raw, "\(expected)") }
    return offset + 1
  }

  func mismatch(_ index: Index, at offset: Int, raw: UInt8, _ expected: String) -> ClassFileError {
    ClassFileError(
      offset: offset,
      expected: "a constant of kind \(expected) at index \(index)",
      found: Tag(rawValue: raw).map { "\($0)" } ?? "tag \(raw)"
    )
  }

  func u2(at offset: Int) throws(ClassFileError) -> UInt16 {
    try storage.integer(at: offset, as: UInt16.self, "a constant's content")
  }

  /// The two indices that make up a constant of two parts.
  func pair(at offset: Int) throws(ClassFileError) -> (Index, Index) {
    (try u2(at: offset), try u2(at: offset + 2))
  }
}
