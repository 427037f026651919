import ClassFiles

/// What a walk over a method's code reports, instruction by instruction.
protocol FlowSink {
  /// An instruction uses a member; `receiver` is the static type of its object, `top` when there is none or unknown.
  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  )
  /// An instruction uses a type of the pool.
  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  )
  /// `ldc` of any constant.
  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader)
  /// `invokedynamic`.
  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader)
  /// The verifier wants a value of one type where another is declared.
  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason)
}

/// The verifier's view of locals and operand stack before an instruction.
struct FlowState {
  var locals: [FlowType] = []
  var stack: [FlowType] = []
  /// False where the code is only reached by a branch and no frame tells the types (class files before 50).
  var isKnown = true

  mutating func pop() -> FlowType { stack.popLast() ?? .top }
  // One by one: `removeLast(_:)` goes by way of a general replacement, and there are few.
  mutating func pop(_ count: Int) { for _ in 0..<min(count, stack.count) { stack.removeLast() } }
  mutating func push(_ type: FlowType) { stack.append(type) }
  mutating func push2(_ first: FlowType, _ second: FlowType) {
    stack.append(first)
    stack.append(second)
  }
  func peek(_ depth: Int) -> FlowType { depth < stack.count ? stack[stack.count - 1 - depth] : .top }
  func local(_ index: Int) -> FlowType { index < locals.count ? locals[index] : .top }
  mutating func setLocal(_ index: Int, _ type: FlowType) {
    guard index < 1 << 16 else { return }
    while locals.count <= index { locals.append(.top) }
    locals[index] = type
  }
}

/// Walks the code of methods with the types that the verifier would see (JVMS §4.10.1): the stack map's frames where it
/// has them, one instruction's effect after another between. Merges need no hierarchy, since frames are declared.
struct TypeFlow {
  var state = FlowState()
  private var frames = FlowFrames()
  private var initial: [FlowType] = []
  private var thisType: Symbol = .none
  private var result: FlowType = .top
  private var handlers: [CodeAttribute.ExceptionHandler] = []
  private var codeStart = 0

  /// Walks one method; `arguments` tells more of what is passed than the descriptor does, where that is known.
  mutating func walk<Sink: FlowSink>(
    _ method: Member,
    code: CodeAttribute,
    of type: Symbol,
    arguments: [FlowType] = [],
    reader: inout ClassReader,
    sink: inout Sink
  ) {
    let name = reader.utf8(Int(method.nameIndex))
    guard let shape = reader.methodShape(reader.utf8(Int(method.descriptorIndex))) else { return }
    thisType = type
    result = shape.result
    initial.removeAll(keepingCapacity: true)
    if !method.accessFlags.contains(.static) {
      initial.append(name == .initializer && type != .object ? .uninitializedThis : .reference(type))
    }
    initial.append(contentsOf: reader.shapes.slots[shape.parameters.range])
    frames.removeAll()
    if let table = code.attributes.first(named: "StackMapTable") {
      if !frames.read(table.content, initial: initial, reader: &reader) { frames.removeAll() }
    }
    handlers = code.exceptionTable
    codeStart = code.codeRange.lowerBound
    for handler in handlers where handler.catchTypeIndex != 0 {
      let caught = reader.className(Int(handler.catchTypeIndex))
      sink.assign(at: Int(handler.handlerPC), from: caught, to: .throwable, reason: .caught)
    }
    state.locals.removeAll(keepingCapacity: true)
    state.locals.append(contentsOf: initial)
    if arguments.count == initial.count {
      for (index, argument) in arguments.enumerated() where argument.isExact && initial[index].isReference {
        state.locals[index] = argument
      }
    }
    state.stack.removeAll(keepingCapacity: true)
    state.isKnown = true
    var next = 0
    var offset = 0
    let length = code.codeRange.count
    while offset < length {
      if next < frames.frames.count, frames.frames[next].offset == offset {
        let frame = frames.frames[next]
        if state.isKnown { require(frame, at: offset, &sink) }
        enter(frame)
        next += 1
      } else if !state.isKnown {
        state.stack.removeAll(keepingCapacity: true)
      }
      if !handlers.isEmpty { requireHandlers(at: offset, &reader, &sink) }
      let size = step(offset, length, &reader, &sink)
      guard size > 0 else { return }
      offset += size
    }
  }

  private mutating func enter(_ frame: FlowFrames.Frame) {
    // What is known to be exact stays so where the frame says no more than the state does.
    let wasKnown = state.isKnown
    let count = frame.locals.count
    if wasKnown {
      let common = min(count, state.locals.count)
      for (index, type) in zip(0..<common, frames.types[frame.locals])
      where !(state.locals[index].isExact && type.isReference) {
        state.locals[index] = type
      }
      while state.locals.count > count { state.locals.removeLast() }
      state.locals.append(contentsOf: frames.types[frame.locals].dropFirst(common))
    } else {
      state.locals.removeAll(keepingCapacity: true)
      state.locals.append(contentsOf: frames.types[frame.locals])
    }
    state.stack.removeAll(keepingCapacity: true)
    state.stack.append(contentsOf: frames.types[frame.stack])
    state.isKnown = true
  }

  /// What flows into a frame must be assignable to it (JVMS §4.10.1.4).
  private func require<Sink: FlowSink>(_ frame: FlowFrames.Frame, at offset: Int, _ sink: inout Sink) {
    for (index, position) in frame.locals.enumerated() where index < state.locals.count {
      assign(state.locals[index], frames.types[position], at: offset, &sink)
    }
    guard frame.stack.count == state.stack.count else { return }
    for (index, position) in frame.stack.enumerated() {
      assign(state.stack[index], frames.types[position], at: offset, &sink)
    }
  }

  private func branch<Sink: FlowSink>(to target: Int, from offset: Int, _ sink: inout Sink) {
    guard state.isKnown, let frame = frames.frame(at: target) else { return }
    require(frame, at: offset, &sink)
  }

  private func requireHandlers<Sink: FlowSink>(
    at offset: Int,
    _ reader: inout ClassReader,
    _ sink: inout Sink
  ) {
    guard state.isKnown else { return }
    for handler in handlers where Int(handler.startPC) <= offset && offset < Int(handler.endPC) {
      guard let frame = frames.frame(at: Int(handler.handlerPC)) else { continue }
      for (index, position) in frame.locals.enumerated() where index < state.locals.count {
        assign(state.locals[index], frames.types[position], at: offset, &sink)
      }
      if let position = frame.stack.first, frames.types[position].isReference {
        let caught =
          handler.catchTypeIndex == 0 ? .throwable : reader.className(Int(handler.catchTypeIndex))
        assign(.reference(caught), frames.types[position], at: offset, &sink)
      }
    }
  }

  @inline(__always)
  private func assign<Sink: FlowSink>(_ from: FlowType, _ to: FlowType, at offset: Int, _ sink: inout Sink) {
    guard from.isReference, to.isReference, from.symbol != to.symbol, to.symbol != .object else { return }
    sink.assign(at: offset, from: from.symbol, to: to.symbol, reason: .value)
  }

  private mutating func popArguments<Sink: FlowSink>(
    _ shape: DescriptorShapes.Shape,
    _ reader: ClassReader,
    at offset: Int,
    _ sink: inout Sink
  ) {
    let count = Int(shape.parameters.count)
    if state.isKnown, state.stack.count >= count {
      let base = state.stack.count - count
      var index = 0
      for position in shape.parameters.range {
        assign(state.stack[base + index], reader.shapes.slots[position], at: offset, &sink)
        index += 1
      }
    }
    state.pop(count)
  }

  private mutating func push(_ type: FlowType) {
    switch type {
    case .top: break
    case .long: state.push2(.long, .long2)
    case .double: state.push2(.double, .double2)
    default: state.push(type)
    }
  }

  private mutating func initialize(_ old: FlowType, as new: FlowType) {
    for index in state.locals.indices where state.locals[index] == old { state.locals[index] = new }
    for index in state.stack.indices where state.stack[index] == old { state.stack[index] = new }
  }

  private mutating func store(_ index: Int, _ wide: Bool) {
    if wide {
      let second = state.pop()
      let first = state.pop()
      state.setLocal(index, first)
      state.setLocal(index + 1, second)
    } else {
      state.setLocal(index, state.pop())
    }
  }

  private mutating func endBlock() {
    state.isKnown = false
    state.stack.removeAll(keepingCapacity: true)
  }

  /// Applies one instruction; answers its length, 0 when the code is damaged.
  private mutating func step<Sink: FlowSink>(
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
      state.push(.top)
      return 3
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
      state.push(.top)
      return 5
    default: return 0
    }
  }

  private mutating func load(_ kind: Int, _ index: Int) {
    switch kind {
    case 0: state.push(.int)
    case 1: state.push2(.long, .long2)
    case 2: state.push(.float)
    case 3: state.push2(.double, .double2)
    default: state.push(state.local(index))
    }
  }

  private mutating func shuffle(_ opcode: Int) {
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

  private mutating func pushConstant(
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

  private mutating func field<Sink: FlowSink>(
    _ opcode: Int,
    _ offset: Int,
    _ index: Int,
    _ reader: inout ClassReader,
    _ sink: inout Sink
  ) {
    let (owner, _, descriptor) = reader.member(index)
    let type = reader.fieldShape(descriptor) ?? .null
    let slots = type == .long || type == .double ? 2 : 1
    if opcode == 179 || opcode == 181 {
      if state.isKnown { assign(state.peek(slots - 1), type, at: offset, &sink) }
      state.pop(slots)
    }
    var receiver = FlowType.top
    if opcode >= 180 {
      receiver = state.isKnown ? state.peek(0) : .top
      if receiver.isReference { assign(receiver, .reference(owner), at: offset, &sink) }
    }
    sink.member(
      at: offset,
      kind: UseKind(rawValue: UInt8(opcode)) ?? .getField,
      index: index,
      receiver: receiver,
      flow: state,
      reader: &reader
    )
    if opcode >= 180 { state.pop(1) }
    if opcode == 178 || opcode == 180 { push(type) }
  }

  private mutating func invoke<Sink: FlowSink>(
    _ opcode: Int,
    _ offset: Int,
    _ index: Int,
    _ reader: inout ClassReader,
    _ sink: inout Sink
  ) {
    let (owner, name, descriptor) = reader.member(index)
    guard let shape = reader.methodShape(descriptor) else {
      endBlock()
      return
    }
    let count = Int(shape.parameters.count)
    let receiver = opcode != 184 && state.isKnown ? state.peek(count) : .top
    sink.member(
      at: offset,
      kind: UseKind(rawValue: UInt8(opcode)) ?? .invokeVirtual,
      index: index,
      receiver: receiver,
      flow: state,
      reader: &reader
    )
    popArguments(shape, reader, at: offset, &sink)
    if opcode != 184 {
      state.pop(1)
      if opcode == 183, name == .initializer {
        if receiver == .uninitializedThis {
          initialize(receiver, as: .reference(thisType))
        } else if receiver.isUninitialized {
          initialize(receiver, as: .exact(owner))
        }
      } else if receiver.isReference {
        // A super call's object must be of this class; any other's of the owner (JVMS §4.10.1.9).
        if opcode == 183 {
          assign(receiver, .reference(thisType), at: offset, &sink)
          assign(.reference(thisType), .reference(owner), at: offset, &sink)
        } else {
          assign(receiver, .reference(owner), at: offset, &sink)
        }
      }
    }
    push(shape.result)
  }

  private func switchLength<Sink: FlowSink>(
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

  private func primitiveArray(_ kind: Int, _ symbols: inout SymbolTable) -> Symbol {
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

  private func arrayOf(_ type: Symbol, _ symbols: inout SymbolTable) -> Symbol {
    let name = symbols.withBytes(type) { Array($0) }
    let isArray = name.first == UInt8(ascii: "[")
    let bytes =
      isArray ? [UInt8(ascii: "[")] + name : [UInt8(ascii: "["), UInt8(ascii: "L")] + name + [UInt8(ascii: ";")]
    return bytes.withUnsafeBytes { symbols.intern($0) }
  }

  private func element(_ array: Symbol, _ symbols: inout SymbolTable) -> FlowType {
    let name = symbols.withBytes(array) { Array($0) }
    guard name.count > 1, name[0] == UInt8(ascii: "[") else { return .null }
    if name[1] == UInt8(ascii: "[") { return .reference(name[1...].withUnsafeBytes { symbols.intern($0) }) }
    guard name[1] == UInt8(ascii: "L"), name.count > 3 else { return .null }
    return .reference(name[2..<name.count - 1].withUnsafeBytes { symbols.intern($0) })
  }
}
