/// The constants of the class that is being read, with the symbols and descriptors of the whole group of classes.
struct ClassReader {
  var pool = PoolReader()
  var symbols = SymbolTable()
  var shapes = DescriptorShapes()
  var finals = OwnFinals()

  /// The symbol of a `utf8` constant.
  @inline(__always)
  mutating func utf8(_ index: Int) -> Symbol { pool.utf8(index, &symbols) }

  /// The name of a class constant; an array's descriptor for an array type.
  @inline(__always)
  mutating func className(_ index: Int) -> Symbol { pool.tag(index) == 7 ? utf8(pool.content(index, 0)) : .none }

  /// Owner, name and descriptor of a member reference.
  @inline(__always)
  mutating func member(_ index: Int) -> (owner: Symbol, name: Symbol, descriptor: Symbol) {
    let (name, descriptor) = nameAndType(pool.content(index, 2))
    return (className(pool.content(index, 0)), name, descriptor)
  }

  /// Name and descriptor of a pair.
  @inline(__always)
  mutating func nameAndType(_ index: Int) -> (name: Symbol, descriptor: Symbol) {
    (utf8(pool.content(index, 0)), utf8(pool.content(index, 2)))
  }

  /// The parsed form of a method descriptor; nil when it is none.
  @inline(__always)
  mutating func methodShape(_ descriptor: Symbol) -> DescriptorShapes.Shape? { shapes.method(descriptor, &symbols) }

  /// The parsed form of a field descriptor; nil when it is none.
  @inline(__always)
  mutating func fieldShape(_ descriptor: Symbol) -> FlowType? { shapes.field(descriptor, &symbols) }
}

extension SymbolTable {
  /// The package part of a class name.
  mutating func package(of name: Symbol) -> Symbol {
    func prefix(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
    }
    if let known = withBytes(name, { find(prefix($0)) }) { return known }
    // What is interned may move the bytes that it is taken from.
    return withBytes(name) { Array(prefix($0)) }.withUnsafeBytes { intern($0) }
  }
}
