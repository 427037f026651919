/// The interpreter of one thread of control: explicit frames over one stack of values, so that a run can stop at any
/// call, wait, and go on, and so that depth is a number to check and not the host's stack.
struct Machine {
  /// One function that was entered and not yet left.
  struct Frame {
    let program: Program
    let function: Int
    let base: Int
    let variables: VariableStore
    /// The call site in the frame below; -1 for the entry point's function.
    let site: Int
    var pc: Int
  }

  /// Why the interpreter stopped.
  enum Stop {
    /// The entry point's function was left.
    case finished
    /// The slice was used up; run again.
    case sliceUsed
    /// A built-in waits; ``Machine/deliver(_:)`` goes on.
    case waiting(BuiltInOutcome)
    /// A Java function has to run; ``Machine/deliver(named:)`` goes on.
    case java(JavaFunctionCall)
    /// It failed.
    case failed(Failure)
  }

  var stack: ContiguousArray<Value> = []
  var frames: ContiguousArray<Frame> = []
  /// Arguments of the built-in call being made; kept for its memory.
  var scratch: [Value] = []
  /// The entry function's outputs, once it was left.
  var results: [String: Value] = [:]
  /// Statements executed so far.
  var statements = 0
  let context: RunContext
  /// Whether the log wants to know about decisions; and about every variable.
  var reportsDecisions: Bool
  var reportsVariables: Bool

  init(context: RunContext) {
    self.context = context
    reportsDecisions = context.reportsDecisions
    reportsVariables = context.reportsVariables
    stack.reserveCapacity(64)
  }

  /// Enters the entry point's function. Inputs are found by name, else by id, and converted; the rest keep defaults.
  mutating func start(_ program: Program, function position: Int, variables: VariableStore, inputs: [String: Value]) {
    let function = program.functions[position]
    stack.append(contentsOf: function.frame)
    for input in function.inputs {
      guard let value = inputs[input.name] ?? inputs[input.id] else { continue }
      stack[input.slot] = value.converted(to: input.kind)
    }
    frames.append(
      Frame(program: program, function: position, base: 0, variables: variables, site: -1, pc: function.start)
    )
  }

  /// Runs until something stops it, at most about `slice` statements.
  mutating func run(slice: Int) -> Stop {
    var fuel = slice
    defer { statements += slice - fuel }
    while let frame = frames.last {
      let program = frame.program
      let base = frame.base
      let variables = frame.variables
      let depth = frames.count
      var pc = frame.pc
      inFrame: while true {
        if fuel <= 0 {
          frames[frames.count - 1].pc = pc
          return .sliceUsed
        }
        switch program.code[pc] {
        case .assign(let source, let target, let kind):
          fuel -= 1
          let value = read(source, program, base, variables)
          write(convert(value, to: kind), to: target, program, base, variables)
          pc += 1
        case .decide:
          fuel -= 1
          pc += 1
        case .ask(let question, let a, let b, let kind, let yes, let no):
          pc = Int(answer(question, a, b, kind, program, base, variables) ? yes : no)
        case .decided(let answer):
          if reportsDecisions { reportDecision(program, pc, answer ? "condition is true" : "condition is false") }
          pc += 1
        case .jump(let target):
          pc = Int(target)
        case .beginList(let operand, let state):
          fuel -= 1
          // The loop walks a copy: what its body adds to the list is not visited.
          if case .list(let list) = read(operand, program, base, variables) {
            stack[base + Int(state)] = .list(JavaList(list.elements))
          } else {
            stack[base + Int(state)] = .null
          }
          stack[base + Int(state) + 1] = .long(0)
          pc += 1
        case .nextElement(let state, let entry, let exit):
          fuel -= 1
          let position = base + Int(state)
          guard case .list(let list) = stack[position], case .long(let index) = stack[position + 1],
            index < list.count
          else {
            stack[position] = .null
            pc = Int(exit)
            continue inFrame
          }
          stack[position + 1] = .long(index + 1)
          write(list.elements[Int(index)], to: .local(entry), program, base, variables)
          pc += 1
        case .beginMap(let operand, let state):
          fuel -= 1
          if case .map(let map) = read(operand, program, base, variables) {
            let entries = map.entries
            var pairs: [Value] = []
            pairs.reserveCapacity(entries.count * 2)
            for entry in entries {
              pairs.append(entry.key)
              pairs.append(entry.value)
            }
            stack[base + Int(state)] = .list(JavaList(pairs))
          } else {
            stack[base + Int(state)] = .null
          }
          stack[base + Int(state) + 1] = .long(0)
          pc += 1
        case .nextEntry(let state, let key, let value, let exit):
          fuel -= 1
          let position = base + Int(state)
          guard case .list(let list) = stack[position], case .long(let index) = stack[position + 1],
            index + 1 < list.count
          else {
            stack[position] = .null
            pc = Int(exit)
            continue inFrame
          }
          stack[position + 1] = .long(index + 2)
          write(list.elements[Int(index)], to: .local(key), program, base, variables)
          write(list.elements[Int(index) + 1], to: .local(value), program, base, variables)
          pc += 1
        case .select(let operand, let subject):
          fuel -= 1
          stack[base + Int(subject)] = read(operand, program, base, variables)
          pc += 1
        case .matchCase(let subject, let operand, let kind, let next):
          fuel -= 1
          let value = read(operand, program, base, variables)
          if stack[base + Int(subject)].designerEquals(value, as: kind) {
            if reportsDecisions { reportDecision(program, pc, "case '\(value.text)' matches") }
            pc += 1
          } else {
            pc = Int(next)
          }
        case .call(let site):
          fuel -= 1
          frames[frames.count - 1].pc = pc
          if let stop = call(Int(site), program, base, variables) { return stop }
          if frames.count != depth { break inFrame }
          pc += 1
        case .leave:
          fuel -= 1
          leave()
          break inFrame
        case .exit:
          fuel -= 1
          while frames.count > 1 { drop() }
          leave()
          break inFrame
        case .fail(let message):
          frames[frames.count - 1].pc = pc
          return .failed(failure(JavaException.runtime(program.messages[Int(message)])))
        }
      }
    }
    return .finished
  }

  /// Reads an operand; what a module cannot see reads as null.
  @inline(__always)
  func read(_ operand: Operand, _ program: Program, _ base: Int, _ variables: VariableStore) -> Value {
    let value: Value
    switch operand {
    case .constant(let index): return program.constants[Int(index)]
    case .unset: return .null
    case .local(let slot): value = stack[base + Int(slot)]
    case .module(let index): value = variables.values[Int(index)]
    case .collection(let index):
      return .list(JavaList(collect(program.collections[Int(index)], program, base, variables)))
    }
    if reportsVariables { reportRead(operand, value, program) }
    return value
  }

  private func collect(
    _ collection: Program.Collection,
    _ program: Program,
    _ base: Int,
    _ variables: VariableStore
  ) -> [Value] {
    collection.items.map { read($0, program, base, variables).converted(to: collection.kind) }
  }

  /// Writes to a variable.
  @inline(__always)
  mutating func write(
    _ value: Value,
    to receiver: Receiver,
    _ program: Program,
    _ base: Int,
    _ variables: VariableStore
  ) {
    if reportsVariables { reportWrite(receiver, value, program) }
    switch receiver {
    case .local(let slot): stack[base + Int(slot)] = value
    case .module(let index): variables.values[Int(index)] = value
    }
  }

  /// Converts, and reports it when asked to.
  @inline(__always)
  func convert(_ value: Value, to kind: VariableKind) -> Value {
    if kind == .object { return value }
    let converted = value.converted(to: kind)
    if reportsVariables { reportConversion(value, converted) }
    return converted
  }

  private func answer(
    _ question: Question,
    _ a: Operand,
    _ b: Operand,
    _ kind: VariableKind,
    _ program: Program,
    _ base: Int,
    _ variables: VariableStore
  ) -> Bool {
    let left = read(a, program, base, variables)
    switch question {
    case .isTrue:
      if case .boolean(let value) = left { return value }
      return Value.boolean(true).javaEquals(left.converted(to: .boolean))
    case .isNotEmpty: return left.isNotEmpty
    case .isNull: return left.isNull
    case .equals: return left.designerEquals(read(b, program, base, variables), as: kind)
    case .contains: return left.designerContains(read(b, program, base, variables))
    case .isGreater: return left.designerOrder(read(b, program, base, variables)).map { $0 > 0 } ?? false
    case .isGreaterOrEqual: return left.designerOrder(read(b, program, base, variables)).map { $0 >= 0 } ?? false
    case .isLess: return left.designerOrder(read(b, program, base, variables)).map { $0 < 0 } ?? false
    case .isLessOrEqual: return left.designerOrder(read(b, program, base, variables)).map { $0 <= 0 } ?? false
    }
  }

  /// Leaves the innermost function: its outputs go to the variables that the call names.
  private mutating func leave() {
    guard let frame = frames.popLast() else { return }
    let function = frame.program.functions[frame.function]
    guard let caller = frames.last else {
      for output in function.outputs { results[output.name] = stack[frame.base + output.slot] }
      stack.removeAll()
      return
    }
    let site = caller.program.callSites[frame.site]
    if reportsDecisions { context.log(.debug, "Return from \(function.id)(\(function.name))") }
    for output in site.outputs {
      // A call into another module finds its outputs by id, else by name, when it runs.
      let slot =
        output.parameter >= 0
        ? output.parameter
        : function.outputs.first { $0.id == output.id }?.slot ?? function.outputs.first { $0.name == output.name }?.slot
      guard let slot else { continue }
      let value = convert(stack[frame.base + slot], to: output.kind)
      write(value, to: output.receiver, caller.program, caller.base, caller.variables)
    }
    stack.removeLast(stack.count - frame.base)
    frames[frames.count - 1].pc += 1
  }

  private mutating func drop() {
    guard let frame = frames.popLast() else { return }
    stack.removeLast(stack.count - frame.base)
  }
}
