import ClassFiles

/// Walks the code of methods with the types that the verifier would see (JVMS §4.10.1): the stack map's frames where it
/// has them, one instruction's effect after another between. Merges need no hierarchy, since frames are declared.
///
/// Of class files without frames that count (JVMS §4.10.2) two ways to each instruction are followed, that from the
/// instruction before it and that of the first branch: what is not assignable on one way is not where ways are merged.
struct TypeFlow {
  var state = FlowState()
  private var frames = FlowFrames()
  private var isTypeChecked = true
  /// Without frames: the state of the first branch to a place further on.
  private var arrivals: [Int: FlowState] = [:]
  /// How many types the arrivals of a method may still keep: each has all of its local variables, 65,536 if it likes.
  private var arrivalRoom = 0
  private static let mostArrivalTypes = 1 << 20
  /// Without frames: whether two ways met somewhere, and whether that of the branch is followed then.
  private var hasMerges = false
  private var followsBranches = false
  private var initial: [FlowType] = []
  private(set) var thisType: Symbol = .none
  private(set) var result: FlowType = .top
  private var handlers: [CodeAttribute.ExceptionHandler] = []
  private(set) var codeStart = 0

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
    reader.finals.method = name
    guard let shape = reader.methodShape(reader.utf8(Int(method.descriptorIndex))) else { return }
    thisType = type
    result = shape.result
    initial.removeAll(keepingCapacity: true)
    if !method.accessFlags.contains(.static) {
      initial.append(name == .initializer && type != .object ? .uninitializedThis : .reference(type))
    }
    initial.append(contentsOf: reader.shapes.slots[shape.parameters.range])
    frames.removeAll()
    isTypeChecked = reader.pool.isTypeChecked
    if isTypeChecked, let table = code.attributes.first(named: "StackMapTable") {
      if !frames.read(table.content, initial: initial, reader: &reader) { frames.removeAll() }
    }
    handlers = code.exceptionTable
    codeStart = code.codeRange.lowerBound
    for handler in handlers where handler.catchTypeIndex != 0 {
      let caught = reader.className(Int(handler.catchTypeIndex))
      sink.assign(at: Int(handler.handlerPC), from: caught, to: .throwable, reason: .caught)
    }
    hasMerges = false
    followsBranches = false
    begin(arguments)
    run(code.codeRange.count, &reader, &sink)
    guard hasMerges else { return }
    followsBranches = true
    begin(arguments)
    withUnsafeMutablePointer(to: &sink) { pointer in
      var rest = AssignmentSink(sink: pointer)
      run(code.codeRange.count, &reader, &rest)
    }
  }

  /// The state that a method begins with.
  private mutating func begin(_ arguments: [FlowType]) {
    arrivals.removeAll(keepingCapacity: true)
    arrivalRoom = Self.mostArrivalTypes
    state.locals.removeAll(keepingCapacity: true)
    state.locals.append(contentsOf: initial)
    if arguments.count == initial.count {
      for (index, argument) in arguments.enumerated() where argument.isExact && initial[index].isReference {
        state.locals[index] = argument
      }
    }
    state.stack.removeAll(keepingCapacity: true)
    state.isKnown = true
  }

  private mutating func run<Sink: FlowSink>(_ length: Int, _ reader: inout ClassReader, _ sink: inout Sink) {
    var next = 0
    var offset = 0
    while offset < length {
      if next < frames.frames.count, frames.frames[next].offset == offset {
        let frame = frames.frames[next]
        if state.isKnown { require(frame, at: offset, &sink) }
        enter(frame)
        next += 1
      } else if !isTypeChecked, let arrival = arrivals[offset] {
        if state.isKnown { hasMerges = true }
        if !state.isKnown || followsBranches { state = arrival }
      } else if !state.isKnown {
        state.stack.removeAll(keepingCapacity: true)
      }
      if !handlers.isEmpty {
        if isTypeChecked { requireHandlers(at: offset, &reader, &sink) } else { arriveAtHandlers(of: offset, &reader) }
      }
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

  mutating func branch<Sink: FlowSink>(to target: Int, from offset: Int, _ sink: inout Sink) {
    guard state.isKnown else { return }
    if !isTypeChecked {
      if target > offset { arrive(at: target, state) }
    } else if let frame = frames.frame(at: target) {
      require(frame, at: offset, &sink)
    }
  }

  /// Without frames a handler is entered from the first instruction in its range.
  private mutating func arriveAtHandlers(of offset: Int, _ reader: inout ClassReader) {
    guard state.isKnown else { return }
    for handler in handlers where Int(handler.startPC) <= offset && offset < Int(handler.endPC) {
      let target = Int(handler.handlerPC)
      guard target > offset else { continue }
      let caught = handler.catchTypeIndex == 0 ? .throwable : reader.className(Int(handler.catchTypeIndex))
      arrive(at: target, FlowState(locals: state.locals, stack: [.reference(caught)]))
    }
  }

  /// Without frames: keeps the first state that comes to a place, while there is room.
  private mutating func arrive(at target: Int, _ state: FlowState) {
    let size = state.locals.count + state.stack.count
    guard arrivals[target] == nil, size <= arrivalRoom else { return }
    arrivalRoom -= size
    arrivals[target] = state
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
  func assign<Sink: FlowSink>(_ from: FlowType, _ to: FlowType, at offset: Int, _ sink: inout Sink) {
    guard from.isReference, to.isReference, from.symbol != to.symbol, to.symbol != .object else { return }
    sink.assign(at: offset, from: from.symbol, to: to.symbol, reason: .value)
  }

  mutating func popArguments<Sink: FlowSink>(
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

  mutating func push(_ type: FlowType) {
    switch type {
    case .top: break
    case .long: state.push2(.long, .long2)
    case .double: state.push2(.double, .double2)
    default: state.push(type)
    }
  }

  mutating func initialize(_ old: FlowType, as new: FlowType) {
    for index in state.locals.indices where state.locals[index] == old { state.locals[index] = new }
    for index in state.stack.indices where state.stack[index] == old { state.stack[index] = new }
  }

  mutating func store(_ index: Int, _ wide: Bool) {
    if wide {
      let second = state.pop()
      let first = state.pop()
      state.setLocal(index, first)
      state.setLocal(index + 1, second)
    } else {
      state.setLocal(index, state.pop())
    }
  }

  mutating func endBlock() {
    state.isKnown = false
    state.stack.removeAll(keepingCapacity: true)
  }
}
