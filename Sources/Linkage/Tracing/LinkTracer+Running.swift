import ClassFiles

/// The code of one method, in its order: what is reached, what is raised there, and who catches it.
extension LinkTracer {
  mutating func run(_ id: ClassID, _ index: Int, _ arguments: [FlowType] = []) -> Raised? {
    let key = MethodKey(owner: id, method: index, arguments: arguments)
    if let known = failed[key] { return again(known) }
    guard stack.count < 64, entered.count < 100_000, entered.insert(key).inserted, let file = file(id),
      index < file.methods.count
    else { return nil }
    let raised = run(file, id, index, arguments)
    if let raised { failed[key] = inner(raised, below: stack.count) }
    return raised
  }

  mutating func run(_ file: ClassFile, _ id: ClassID, _ index: Int, _ arguments: [FlowType]) -> Raised? {
    stack.append(Frame(owner: id, method: index, line: nil))
    defer { stack.removeLast() }
    guard let code = try? file.methods[index].code else { return nil }
    var events = self.events(file, id, file.methods[index], code, arguments)[...]
    var reachable: Set<Int> = [0]
    var made: [Made] = []
    var instructions = code.instructions
    while let instruction = ((try? instructions.next()) ?? nil) {
      let isReached = reachable.contains(instruction.offset)
      var raised: Raised?
      while let event = events.first, event.offset <= instruction.offset {
        events.removeFirst()
        guard isReached, raised == nil, event.offset == instruction.offset else { continue }
        stack[stack.count - 1].line = (try? code.lineNumber(at: event.offset)) ?? nil
        raised = process(event, id, &made)
      }
      guard isReached else { continue }
      if let raised {
        guard let handler = handler(raised.error, at: instruction.offset, code, file) else { return raised }
        reachable.insert(handler)
        continue
      }
      flowOn(instruction, code, &reachable)
    }
    // What was handed on is called by whoever got it.
    for one in made where !one.isCalled {
      if let raised = call(one) { return raised }
    }
    return nil
  }

  private mutating func events(
    _ file: ClassFile,
    _ id: ClassID,
    _ method: Member,
    _ code: CodeAttribute,
    _ arguments: [FlowType]
  ) -> [TraceEvent] {
    var sink = EventSink()
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      sink.bootstraps = BootstrapTable(file, reader.pool)
      reader.finals = OwnFinals(file, &reader)
      flow.walk(
        method,
        code: code,
        of: world.facts(id).name,
        arguments: arguments,
        reader: &reader,
        sink: &sink
      )
      reader.pool = PoolReader()
    }
    return sink.events
  }

  private func flowOn(_ instruction: Instruction, _ code: CodeAttribute, _ reachable: inout Set<Int>) {
    switch instruction.operand {
    case .branch(let target): reachable.insert(target)
    case .table(let table):
      reachable.insert(table.defaultTarget)
      for one in (try? code.cases(of: table)) ?? [] { reachable.insert(one.target) }
    default: break
    }
    if !instruction.opcode.endsBlock { reachable.insert(instruction.offset + instruction.length) }
  }

  /// The handler that catches an error, if there is one (JVMS §2.10).
  private func handler(_ error: ErrorClass, at offset: Int, _ code: CodeAttribute, _ file: ClassFile) -> Int? {
    for one in code.exceptionTable where Int(one.startPC) <= offset && offset < Int(one.endPC) {
      guard one.catchTypeIndex != 0, let caught = try? file.pool.className(one.catchTypeIndex) else { continue }
      guard error.catchable.contains(caught) else { continue }
      if caught == "java/lang/Throwable", Handlers.closesResource(Int(one.handlerPC), code, file) { continue }
      return Int(one.handlerPC)
    }
    return nil
  }
}
