internal import ModuleDescriptors

/// Lowers the statements of one designer function.
struct FunctionLowering {
  var tables: ProgramTables
  var function: Program.Function
  let moduleScope: [String: Int]
  let variables: [Program.Variable]
  let calls: CallResolver

  /// What a name or id means where the lowering stands, innermost first: loop bindings, then locals declared so far.
  var loops: [[String: Int]] = []
  var locals: [String: Int] = [:]
  private var parameters: [String: Int] = [:]
  /// Slots of locals that are declared somewhere in the function, for a loop that comes round to them.
  private var declarations: [String: Int] = [:]
  /// Names that receive an output somewhere in the function.
  private var receivers: Set<String> = []

  private var labels: [Int32] = []
  private var statement: Int32 = -1
  /// Why the statement being lowered cannot run.
  private var obstacle: String?

  /// Whether the statement being lowered cannot run.
  var isBlocked: Bool { obstacle != nil }

  init(
    tables: ProgramTables,
    function: Program.Function,
    moduleScope: [String: Int],
    variables: [Program.Variable],
    calls: CallResolver
  ) {
    self.tables = tables
    self.function = function
    self.moduleScope = moduleScope
    self.variables = variables
    self.calls = calls
    for parameter in function.outputs + function.inputs {
      parameters[parameter.name] = parameter.slot
    }
    for parameter in function.outputs + function.inputs { parameters[parameter.id] = parameter.slot }
  }

  /// Emits the code of a function.
  mutating func lower(_ source: Function) -> Program.Function {
    function.start = tables.code.count
    if function.java == nil, !source.disabled {
      collect(source.statements)
      lower(source.statements)
    }
    statement = -1
    emit(.leave)
    patch(from: function.start)
    return function
  }

  // MARK: Emitting

  mutating func emit(_ instruction: Instruction) {
    tables.code.append(instruction)
    tables.statementOf.append(statement)
  }

  /// A place that jumps may name before it is known.
  mutating func label() -> Int32 {
    labels.append(-1)
    return Int32(labels.count - 1)
  }

  /// The label is here.
  mutating func place(_ label: Int32) { labels[Int(label)] = Int32(tables.code.count) }

  /// The statement cannot run: it fails with this text.
  mutating func block(_ reason: String) { obstacle = obstacle ?? reason }

  /// Lowers one statement; if something in it cannot be lowered, it becomes a failure with the reason.
  mutating func within(_ source: Statement, _ body: (inout FunctionLowering) -> Void) {
    let outer = statement
    let outerObstacle = obstacle
    obstacle = nil
    tables.statements.append(Program.Statement(id: source.id, name: source.name, kind: source.elementName))
    statement = Int32(tables.statements.count - 1)
    body(&self)
    settleObstacle()
    statement = outer
    obstacle = outerObstacle
  }

  /// Turns a reason into a failure here, ahead of what cannot run.
  mutating func settleObstacle() {
    guard let reason = obstacle else { return }
    tables.messages.append(reason)
    emit(.fail(Int32(tables.messages.count - 1)))
    obstacle = nil
  }

  private mutating func patch(from start: Int) {
    func place(_ label: Int32) -> Int32 { labels[Int(label)] }
    for pc in start..<tables.code.count {
      switch tables.code[pc] {
      case .jump(let label): tables.code[pc] = .jump(place(label))
      case .ask(let question, let a, let b, let kind, let yes, let no):
        tables.code[pc] = .ask(question, a, b, kind: kind, yes: place(yes), no: place(no))
      case .nextElement(let state, let entry, let exit):
        tables.code[pc] = .nextElement(state: state, entry: entry, exit: place(exit))
      case .nextEntry(let state, let key, let value, let exit):
        tables.code[pc] = .nextEntry(state: state, key: key, value: value, exit: place(exit))
      case .matchCase(let subject, let operand, let kind, let next):
        tables.code[pc] = .matchCase(subject: subject, operand, kind: kind, next: place(next))
      default: break
      }
    }
  }

  // MARK: Slots and names

  /// A new slot of the frame; without a name it is the interpreter's own.
  mutating func slot(_ name: String = "", _ kind: VariableKind = .object, initial: Value = .null) -> Int {
    function.frame.append(initial)
    function.slots.append(Program.Function.Slot(name: name, kind: kind))
    return function.frame.count - 1
  }

  /// Finds the locals of the whole function before any code is made.
  private mutating func collect(_ statements: some Sequence<Statement>) {
    for source in statements {
      switch source {
      case .variableDefinition(let definition):
        let kind = VariableKind(type: definition.type.rawValue)
        let slot =
          declarations[definition.variableName]
          ?? self.slot(definition.variableName, kind)
        declarations[definition.variableName] = slot
        declarations[definition.id] = slot
      case .functionCall(let call):
        for case let output? in call.outputs.map(\.variable) { receivers.insert(output.receiver) }
      default: break
      }
      collect(source.statements)
    }
  }

  /// The declaration's slot becomes visible.
  mutating func declare(_ definition: VariableDefinition) -> Int {
    let kind = VariableKind(type: definition.type.rawValue)
    let slot = declarations[definition.variableName] ?? self.slot(definition.variableName, kind)
    // A second declaration of the name gives the variable its type from here on.
    function.slots[slot] = Program.Function.Slot(name: definition.variableName, kind: kind)
    locals[definition.variableName] = slot
    locals[definition.id] = slot
    return slot
  }

  /// What a reference means here; nil when it leads nowhere.
  func find(_ reference: String) -> Receiver? {
    for loop in loops.reversed() {
      if let slot = loop[reference] { return .local(Int32(slot)) }
    }
    if let slot = locals[reference] ?? parameters[reference] { return .local(Int32(slot)) }
    if let index = moduleScope[reference] { return .module(Int32(index)) }
    if let slot = declarations[reference] { return .local(Int32(slot)) }
    return nil
  }

  /// The kind of what a reference leads to.
  func kind(of receiver: Receiver) -> VariableKind {
    switch receiver {
    case .local(let slot): function.slots[Int(slot)].kind
    case .module(let index): variables[Int(index)].kind
    }
  }

  /// What a call's output names: an undeclared name declares that local.
  mutating func receiver(_ reference: String) -> Receiver {
    if let known = find(reference) { return known }
    let slot = self.slot(reference)
    locals[reference] = slot
    return .local(Int32(slot))
  }

  /// A reference that is read; one that leads nowhere is recorded and blocks the statement.
  mutating func read(_ reference: String, by referrer: String) -> Operand {
    if let found = find(reference) {
      switch found {
      case .local(let slot): return .local(slot)
      case .module(let index): return .module(index)
      }
    }
    if receivers.contains(reference), case .local(let slot) = receiver(reference) { return .local(slot) }
    tables.danglingReferences.append(
      Program.DanglingReference(referrer: referrer, reference: reference, function: function.name)
    )
    block("Variable referenced in variable '\(referrer)' not found: '\(reference)'")
    return .unset
  }

  /// A constant of the program; null, which a failed conversion gives, is one too and not an unset input.
  mutating func constant(_ value: Value) -> Operand {
    tables.constants.append(value)
    return .constant(Int32(tables.constants.count - 1))
  }
}
