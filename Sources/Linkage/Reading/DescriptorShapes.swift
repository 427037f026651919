/// Parsed method and field descriptors, each parsed once for a whole group of classes.
struct DescriptorShapes {
  /// A method descriptor: parameter types in slots (a `long` takes two), then the result.
  struct Shape {
    var parameters: Slice
    var result: FlowType
  }

  private(set) var slots: [FlowType] = []
  private var shapes: [Shape] = []
  private var index = SymbolMap(capacity: 256)
  private var fields: [FlowType] = []
  private var fieldIndex = SymbolMap(capacity: 256)

  /// The shape of a method descriptor; nil when it is none.
  mutating func method(_ descriptor: Symbol, _ table: inout SymbolTable) -> Shape? {
    if let known = index[descriptor] { return shapes[Int(known)] }
    let bytes = table.withBytes(descriptor) { Array($0) }
    guard bytes.first == UInt8(ascii: "(") else { return nil }
    var position = 1
    let start = slots.count
    while position < bytes.count, bytes[position] != UInt8(ascii: ")") {
      guard let type = Self.type(bytes, &position, &table), type != .top else { return nil }
      slots.append(type)
      if type == .long { slots.append(.long2) }
      if type == .double { slots.append(.double2) }
    }
    position += 1
    guard let result = Self.type(bytes, &position, &table), position == bytes.count else { return nil }
    let shape = Shape(
      parameters: Slice(start: UInt32(start), count: UInt32(slots.count - start)),
      result: result
    )
    index[descriptor] = Int32(shapes.count)
    shapes.append(shape)
    return shape
  }

  /// The type of a field descriptor; nil when it is none.
  mutating func field(_ descriptor: Symbol, _ table: inout SymbolTable) -> FlowType? {
    if let known = fieldIndex[descriptor] { return fields[Int(known)] }
    let bytes = table.withBytes(descriptor) { Array($0) }
    var position = 0
    guard let type = Self.type(bytes, &position, &table), position == bytes.count, type != .top else { return nil }
    fieldIndex[descriptor] = Int32(fields.count)
    fields.append(type)
    return type
  }

  /// One type of a descriptor; `top` for `void`.
  private static func type(_ bytes: [UInt8], _ position: inout Int, _ table: inout SymbolTable) -> FlowType? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] == UInt8(ascii: "[") { position += 1 }
    guard position < bytes.count else { return nil }
    let isArray = position > start
    let kind = bytes[position]
    position += 1
    let nameStart = position
    if kind == UInt8(ascii: "L") {
      while position < bytes.count, bytes[position] != UInt8(ascii: ";") { position += 1 }
      guard position < bytes.count else { return nil }
      position += 1
    }
    if isArray { return .reference(bytes[start..<position].withUnsafeBytes { table.intern($0) }) }
    switch kind {
    case UInt8(ascii: "L"): return .reference(bytes[nameStart..<position - 1].withUnsafeBytes { table.intern($0) })
    case UInt8(ascii: "I"), UInt8(ascii: "Z"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "S"): return .int
    case UInt8(ascii: "J"): return .long
    case UInt8(ascii: "F"): return .float
    case UInt8(ascii: "D"): return .double
    case UInt8(ascii: "V"): return .top
    default: return nil
    }
  }
}
