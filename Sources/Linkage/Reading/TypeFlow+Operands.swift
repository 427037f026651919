import ClassFiles

/// Constants, moves on the stack, switches and arrays.
extension TypeFlow {
  mutating func load(_ kind: Int, _ index: Int) {
    switch kind {
    case 0: state.push(.int)
    case 1: state.push2(.long, .long2)
    case 2: state.push(.float)
    case 3: state.push2(.double, .double2)
    default: state.push(state.local(index))
    }
  }

  mutating func shuffle(_ opcode: Int) {
    let a = state.peek(0)
    let b = state.peek(1)
    let c = state.peek(2)
    let d = state.peek(3)
    switch opcode {
    case 89: state.push(a)
    case 90:
      state.pop(2)
      state.stack += [a, b, a]
    case 91:
      state.pop(3)
      state.stack += [a, c, b, a]
    case 92: state.stack += [b, a]
    case 93:
      state.pop(3)
      state.stack += [b, a, c, b, a]
    case 94:
      state.pop(4)
      state.stack += [b, a, d, c, b, a]
    default:
      state.pop(2)
      state.stack += [a, b]
    }
  }

  mutating func pushConstant(
    _ index: Int,
    _ reader: inout ClassReader
  ) {
    switch reader.pool.tag(index) {
    case 3: state.push(.int)
    case 4: state.push(.float)
    case 5: state.push2(.long, .long2)
    case 6: state.push2(.double, .double2)
    case 7: state.push(.reference(.classClass))
    case 8: state.push(.reference(.string))
    case 15: state.push(.reference(.methodHandle))
    case 16: state.push(.reference(.methodType))
    case 17:
      let (_, descriptor) = reader.nameAndType(reader.pool.content(index, 2))
      push(reader.fieldShape(descriptor) ?? .null)
    default: state.push(.null)
    }
  }

  /// Calls a subroutine (`jsr`, class files before 51); what it does to the types until it comes back is not followed.
  mutating func subroutine<Sink: FlowSink>(at target: Int, from offset: Int, length: Int, _ sink: inout Sink) -> Int {
    state.push(.top)
    branch(to: target, from: offset, &sink)
    endBlock()
    return length
  }

  mutating func switchLength<Sink: FlowSink>(
    _ opcode: Int,
    _ offset: Int,
    _ length: Int,
    _ reader: ClassReader,
    _ sink: inout Sink
  ) -> Int {
    let table = offset + 4 - offset % 4
    let at = codeStart + table
    branch(to: offset + reader.pool.i4(at), from: offset, &sink)
    let isTable = opcode == 170
    let count = isTable ? reader.pool.i4(at + 8) - reader.pool.i4(at + 4) + 1 : reader.pool.i4(at + 4)
    let stride = isTable ? 4 : 8
    let head = isTable ? 12 : 8
    guard count >= 0, count <= (length - table) / stride else { return 0 }
    for number in 0..<count {
      branch(to: offset + reader.pool.i4(at + head + number * stride + (isTable ? 0 : 4)), from: offset, &sink)
    }
    return table - offset + head + count * stride
  }

  func primitiveArray(_ kind: Int, _ symbols: inout SymbolTable) -> Symbol {
    switch kind {
    case 4: symbols.intern("[Z")
    case 5: symbols.intern("[C")
    case 6: symbols.intern("[F")
    case 7: symbols.intern("[D")
    case 8: symbols.intern("[B")
    case 9: symbols.intern("[S")
    case 10: symbols.intern("[I")
    default: symbols.intern("[J")
    }
  }

  func arrayOf(_ type: Symbol, _ symbols: inout SymbolTable) -> Symbol {
    let name = symbols.withBytes(type) { Array($0) }
    let isArray = name.first == UInt8(ascii: "[")
    let bytes =
      isArray ? [UInt8(ascii: "[")] + name : [UInt8(ascii: "["), UInt8(ascii: "L")] + name + [UInt8(ascii: ";")]
    return bytes.withUnsafeBytes { symbols.intern($0) }
  }

  func element(_ array: Symbol, _ symbols: inout SymbolTable) -> FlowType {
    let name = symbols.withBytes(array) { Array($0) }
    guard name.count > 1, name[0] == UInt8(ascii: "[") else { return .null }
    if name[1] == UInt8(ascii: "[") { return .reference(name[1...].withUnsafeBytes { symbols.intern($0) }) }
    guard name[1] == UInt8(ascii: "L"), name.count > 3 else { return .null }
    return .reference(name[2..<name.count - 1].withUnsafeBytes { symbols.intern($0) })
  }
}
