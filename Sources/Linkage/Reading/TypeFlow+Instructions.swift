import ClassFiles

/// What each instruction does to the types (JVMS §4.10.1.9).
extension TypeFlow {
  /// Applies one instruction; answers its length, 0 when the code is damaged.
  mutating func step<Sink: FlowSink>(
    _ offset: Int,
    _ length: Int,
    _ reader: inout ClassReader,
    _ sink: inout Sink
  ) -> Int {
    let at = codeStart + offset
    let opcode = reader.pool.u1(at)
    switch opcode {
    case 0: return 1  // nop
    case 1:
      state.push(.null)
      return 1
    case 2...8:
      state.push(.int)
      return 1
    case 9, 10:
      state.push2(.long, .long2)
      return 1
    case 11...13:
      state.push(.float)
      return 1
    case 14, 15:
      state.push2(.double, .double2)
      return 1
    case 16:
      state.push(.int)
      return 2
    case 17:
      state.push(.int)
      return 3
    case 18, 19, 20:
      let index = opcode == 18 ? reader.pool.u1(at + 1) : reader.pool.u2(at + 1)
      sink.constant(at: offset, index: index, reader: &reader)
      pushConstant(index, &reader)
      return opcode == 18 ? 2 : 3
    case 21, 22, 23, 24, 25:  // loads with an operand
      load(opcode - 21, reader.pool.u1(at + 1))
      return 2
    case 26...45:
      load((opcode - 26) / 4, (opcode - 26) % 4)
      return 1
    case 46, 51, 52, 53:
      state.pop(2)
      state.push(.int)
      return 1
    case 47:
      state.pop(2)
      state.push2(.long, .long2)
      return 1
    case 48:
      state.pop(2)
      state.push(.float)
      return 1
    case 49:
      state.pop(2)
      state.push2(.double, .double2)
      return 1
    case 50:
      state.pop(1)
      let array = state.pop()
      state.push(array.isReference ? element(array.symbol, &reader.symbols) : .null)
      return 1
    case 54, 55, 56, 57, 58:
      store(reader.pool.u1(at + 1), opcode == 55 || opcode == 57)
      return 2
    case 59...78:
      let kind = (opcode - 59) / 4
      store((opcode - 59) % 4, kind == 1 || kind == 3)
      return 1
    case 79, 81, 83, 84, 85, 86:
      state.pop(3)
      return 1
    case 80, 82:
      state.pop(4)
      return 1
    case 87:
      state.pop(1)
      return 1
    case 88:
      state.pop(2)
      return 1
    case 89...95:
      shuffle(opcode)
      return 1
    case 96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 120, 122, 124, 126, 128, 130:
      let type = state.peek(1)
      state.pop(2)
      state.push(type)
      return 1
    case 97, 99, 101, 103, 105, 107, 109, 111, 113, 115, 127, 129, 131:
      state.pop(2)
      return 1
    case 116...119: return 1
    case 121, 123, 125:
      state.pop(1)
      return 1
    case 132: return 3
    case 133, 140:
      state.pop(1)
      state.push2(.long, .long2)
      return 1
    case 134:
      state.pop(1)
      state.push(.float)
      return 1
    case 135, 141:
      state.pop(1)
      state.push2(.double, .double2)
      return 1
    case 136, 142:
      state.pop(2)
      state.push(.int)
      return 1
    case 137, 144:
      state.pop(2)
      state.push(.float)
      return 1
    case 138:
      state.pop(2)
      state.push2(.double, .double2)
      return 1
    case 139:
      state.pop(1)
      state.push(.int)
      return 1
    case 143:
      state.pop(2)
      state.push2(.long, .long2)
      return 1
    case 145...147: return 1
    case 148, 151, 152:
      state.pop(4)
      state.push(.int)
      return 1
    case 149, 150:
      state.pop(2)
      state.push(.int)
      return 1
    case 153...158, 198, 199:
      state.pop(1)
      branch(to: offset + reader.pool.i2(at + 1), from: offset, &sink)
      return 3
    case 159...166:
      state.pop(2)
      branch(to: offset + reader.pool.i2(at + 1), from: offset, &sink)
      return 3
    case 167:
      branch(to: offset + reader.pool.i2(at + 1), from: offset, &sink)
      endBlock()
      return 3
    case 168:
      return subroutine(at: offset + reader.pool.i2(at + 1), from: offset, length: 3, &sink)
    case 169:
      endBlock()
      return 2
    case 170, 171:
      state.pop(1)
      let size = switchLength(opcode, offset, length, reader, &sink)
      endBlock()
      return size
    case 172...177:
      if opcode == 176, state.isKnown { assign(state.peek(0), result, at: offset, &sink) }
      endBlock()
      return 1
    case 178...181:
      field(opcode, offset, reader.pool.u2(at + 1), &reader, &sink)
      return 3
    case 182...185:
      invoke(opcode, offset, reader.pool.u2(at + 1), &reader, &sink)
      return opcode == 185 ? 5 : 3
    case 186:
      let index = reader.pool.u2(at + 1)
      sink.dynamic(at: offset, index: index, flow: state, reader: &reader)
      let (_, descriptor) = reader.nameAndType(reader.pool.content(index, 2))
      guard let shape = reader.methodShape(descriptor) else { return 0 }
      popArguments(shape, reader, at: offset, &sink)
      push(shape.result)
      return 5
    case 187:
      sink.type(at: offset, kind: .new, index: reader.pool.u2(at + 1), flow: state, reader: &reader)
      state.push(.uninitialized(offset))
      return 3
    case 188:
      state.pop(1)
      state.push(.reference(primitiveArray(reader.pool.u1(at + 1), &reader.symbols)))
      return 2
    case 189:
      let index = reader.pool.u2(at + 1)
      sink.type(at: offset, kind: .newArray, index: index, flow: state, reader: &reader)
      state.pop(1)
      state.push(.reference(arrayOf(reader.className(index), &reader.symbols)))
      return 3
    case 190, 193:
      if opcode == 193 {
        sink.type(at: offset, kind: .instanceOf, index: reader.pool.u2(at + 1), flow: state, reader: &reader)
      }
      state.pop(1)
      state.push(.int)
      return opcode == 190 ? 1 : 3
    case 191:
      if state.isKnown { assign(state.peek(0), .reference(.throwable), at: offset, &sink) }
      endBlock()
      return 1
    case 192:
      let index = reader.pool.u2(at + 1)
      sink.type(at: offset, kind: .cast, index: index, flow: state, reader: &reader)
      let old = state.pop()
      let new = FlowType.reference(reader.className(index))
      state.push(old.isExact && old.widened == new ? old : new)
      return 3
    case 194, 195:
      state.pop(1)
      return 1
    case 196:
      let inner = reader.pool.u1(at + 1)
      let index = reader.pool.u2(at + 2)
      switch inner {
      case 21...25: load(inner - 21, index)
      case 54...58: store(index, inner == 55 || inner == 57)
      case 132: return 6
      case 169: endBlock()
      default: return 0
      }
      return 4
    case 197:
      let index = reader.pool.u2(at + 1)
      sink.type(at: offset, kind: .multiArray, index: index, flow: state, reader: &reader)
      state.pop(reader.pool.u1(at + 3))
      state.push(.reference(reader.className(index)))
      return 4
    case 200:
      branch(to: offset + reader.pool.i4(at + 1), from: offset, &sink)
      endBlock()
      return 5
    case 201:
      return subroutine(at: offset + reader.pool.i4(at + 1), from: offset, length: 5, &sink)
    default: return 0
    }
  }
}
