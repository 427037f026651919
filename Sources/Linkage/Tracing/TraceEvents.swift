import ClassFiles

/// What the instructions of one method ask of linkage, by their offsets.
struct TraceEvent {
  enum Kind {
    /// A member, the type of the object it is used on, and of what is passed, the object first.
    case member(MemberUse, receiver: FlowType, arguments: [FlowType])
    case type(TypeUse, value: FlowType)
    case constant([PoolUse])
    /// A call site; the types of the values it captures.
    case dynamic([PoolUse], captured: [FlowType])
  }

  var offset: Int
  var kind: Kind
}

/// Gathers the events of a method.
struct EventSink: FlowSink {
  var events: [TraceEvent] = []
  var bootstraps = BootstrapTable()

  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    var arguments: [FlowType] = []
    if !kind.isField {
      let (_, _, descriptor) = reader.member(index)
      if let shape = reader.methodShape(descriptor) {
        let count = Int(shape.parameters.count) + (kind == .invokeStatic ? 0 : 1)
        for depth in (0..<count).reversed() { arguments.append(flow.peek(depth)) }
      }
    }
    events.append(
      TraceEvent(
        offset: offset,
        kind: .member(reader.use(index, kind), receiver: receiver, arguments: arguments)
      )
    )
  }

  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    events.append(
      TraceEvent(
        offset: offset,
        kind: .type(TypeUse(type: reader.className(index), kind: kind), value: flow.peek(0))
      )
    )
  }

  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader) {
    var uses: [PoolUse] = []
    reader.uses(ofConstant: index, bootstraps) { uses.append($0) }
    if !uses.isEmpty { events.append(TraceEvent(offset: offset, kind: .constant(uses))) }
  }

  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader) {
    var uses: [PoolUse] = []
    reader.uses(ofDynamic: index, bootstraps) { uses.append($0) }
    let (_, descriptor) = reader.nameAndType(reader.pool.content(index, 2))
    var captured: [FlowType] = []
    if let shape = reader.methodShape(descriptor) {
      for depth in (0..<Int(shape.parameters.count)).reversed() { captured.append(flow.peek(depth)) }
    }
    events.append(TraceEvent(offset: offset, kind: .dynamic(uses, captured: captured)))
  }

  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason) {}
}
