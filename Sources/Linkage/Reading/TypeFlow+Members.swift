import ClassFiles

/// Uses of fields and methods: what they take, whom they ask, what they leave.
extension TypeFlow {
  mutating func field<Sink: FlowSink>(
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

  mutating func invoke<Sink: FlowSink>(
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
}
