internal import ModuleDescriptors

extension FunctionLowering {
  /// Lowers statements in order. Disabled ones are as if they were not there.
  mutating func lower(_ statements: some Collection<Statement>) {
    /// The place behind the last `if2`'s statements, where its `else` begins.
    var otherwise: Int32?
    var sawDisabledIf = false
    for source in statements {
      if case .comment = source { continue }
      let pendingElse = otherwise
      let followsDisabledIf = sawDisabledIf
      otherwise = nil
      sawDisabledIf = false
      if case .else(let block) = source {
        lower(else: block, source, after: pendingElse, followsDisabledIf)
        continue
      }
      if let pendingElse { place(pendingElse) }
      if source.disabled {
        if case .if = source { sawDisabledIf = true }
        continue
      }
      if case .if(let block) = source {
        otherwise = lower(if: block, source)
      } else {
        within(source) { $0.lower(plain: source) }
      }
    }
    if let otherwise { place(otherwise) }
  }

  private mutating func lower(plain source: Statement) {
    switch source {
    case .comment, .if, .else: break
    case .functionCall(let call): lower(call)
    case .variableDefinition(let definition):
      let slot = declare(definition)
      let kind = VariableKind(type: definition.type.rawValue)
      let value = constant(Value.literal(definition.defaultValue, kind: kind))
      emit(.assign(from: value, to: .local(Int32(slot)), kind: .object))
    case .assignment(let assignment): lower(assignment)
    case .switch(let block): lower(switch: block)
    case .case: block("a 'case' stands outside of a 'switch'")
    case .forEachInList(let block): lower(listLoop: block)
    case .forEachInMap(let block): lower(mapLoop: block)
    case .return: emit(.leave)
    case .exit: emit(.exit)
    case .unknown: block("statement kind '\(source.elementName)' is not known to this runtime")
    }
  }

  // MARK: Branches

  /// Gives the label of what runs when the condition does not hold; it is not placed yet.
  private mutating func lower(if block: BlockStatement, _ source: Statement) -> Int32 {
    let no = label()
    within(source) { lowering in
      let yes = lowering.label()
      lowering.emit(.decide)
      guard let condition = block.condition else {
        lowering.block("the 'if' has no condition")
        lowering.settleObstacle()
        lowering.place(yes)
        return
      }
      let start = lowering.tables.code.count
      lowering.lower(condition, yes: yes, no: no)
      lowering.blockInstead(from: start)
      lowering.place(yes)
      lowering.emit(.decided(true))
      lowering.lower(block.statements)
    }
    return no
  }

  private mutating func lower(
    else block: BlockStatement,
    _ source: Statement,
    after otherwise: Int32?,
    _ followsDisabledIf: Bool
  ) {
    guard let otherwise else {
      if source.disabled || followsDisabledIf { return }
      within(source) { $0.block("an 'else' does not follow an 'if'") }
      return
    }
    let end = label()
    emit(.jump(end))
    place(otherwise)
    within(source) { lowering in
      lowering.emit(.decided(false))
      if !source.disabled { lowering.lower(block.statements) }
    }
    place(end)
  }

  private mutating func lower(switch block: BlockStatement) {
    guard let condition = block.input("condition"), !condition.value.isEmpty else {
      self.block("the 'switch' has no condition")
      return
    }
    let subject = Int32(slot())
    let operand = condition.valueByReference ? read(condition.value, by: condition.name) : literal(condition)
    let kind = kind(of: operand)
    settleObstacle()
    emit(.select(operand, subject: subject))
    let end = label()
    for source in block.statements where !source.disabled {
      switch source {
      case .comment: continue
      case .case(let block):
        within(source) { $0.lower(case: block, subject: subject, kind: kind, end: end) }
      default:
        within(source) { $0.block("statement kind '\(source.elementName)' cannot stand in a 'switch'") }
      }
    }
    place(end)
  }

  private mutating func lower(case block: BlockStatement, subject: Int32, kind: VariableKind, end: Int32) {
    let next = label()
    var operand = Operand.unset
    if let condition = block.input("condition") {
      operand =
        condition.valueByReference
        ? read(condition.value, by: condition.name) : constant(.string(condition.value))
    }
    settleObstacle()
    emit(.matchCase(subject: subject, operand, kind: kind, next: next))
    lower(block.statements)
    emit(.jump(end))
    place(next)
  }

  // MARK: Loops

  private mutating func lower(listLoop block: BlockStatement) {
    let operand = loopOperand(block, "list")
    let state = slot()
    _ = slot()
    let entry = slot("foreach_entry")
    let top = label()
    let exit = label()
    settleObstacle()
    emit(.beginList(operand, state: Int32(state)))
    place(top)
    emit(.nextElement(state: Int32(state), entry: Int32(entry), exit: exit))
    loops.append(["foreach_entry": entry])
    lower(block.statements)
    loops.removeLast()
    emit(.jump(top))
    place(exit)
  }

  private mutating func lower(mapLoop block: BlockStatement) {
    let operand = loopOperand(block, "map")
    let state = slot()
    _ = slot()
    let key = slot("foreach_key")
    let value = slot("foreach_value")
    let top = label()
    let exit = label()
    settleObstacle()
    emit(.beginMap(operand, state: Int32(state)))
    place(top)
    emit(.nextEntry(state: Int32(state), key: Int32(key), value: Int32(value), exit: exit))
    loops.append(["foreach_key": key, "foreach_value": value])
    lower(block.statements)
    loops.removeLast()
    emit(.jump(top))
    place(exit)
  }

  /// Loops over nothing do nothing.
  private mutating func loopOperand(_ block: BlockStatement, _ name: String) -> Operand {
    guard let variable = block.input(name), !variable.value.isEmpty else { return .unset }
    return read(variable.value, by: variable.name)
  }

  // MARK: Assignments and calls

  private mutating func lower(_ assignment: SimpleStatement) {
    guard let target = assignment.target, !target.value.isEmpty else {
      block("the assignment has no target")
      return
    }
    guard let receiver = find(target.value) ?? knownReceiver(target) else { return }
    let kind = kind(of: receiver)
    guard let value = assignment.value else {
      emit(.assign(from: .unset, to: receiver, kind: kind))
      return
    }
    if value.valueByReference {
      let operand = value.value.isEmpty ? .unset : read(value.value, by: value.name)
      settleObstacle()
      emit(.assign(from: operand, to: receiver, kind: kind))
    } else {
      let operand = constant(Value.literal(value.value, kind: kind == .object ? .string : kind))
      emit(.assign(from: operand, to: receiver, kind: .object))
    }
  }

  /// The target of an assignment that only a call's output declares.
  private mutating func knownReceiver(_ target: Variable) -> Receiver? {
    switch read(target.value, by: target.name) {
    case .local(let slot): .local(slot)
    case .module(let index): .module(index)
    default: nil
    }
  }

  private mutating func lower(_ call: FunctionCall) {
    let target = calls.resolve(call.target)
    var arguments: [Program.Argument] = []
    for parameter in call.inputs {
      guard let variable = parameter.variable,
        let input = calls.input(target, id: variable.id ?? "", name: variable.name)
      else { continue }
      let value = argument(parameter, for: target, kind: input.kind)
      if value == .unset { continue }
      arguments.append(
        Program.Argument(
          parameter: input.position,
          name: variable.name,
          id: variable.id ?? "",
          value: value,
          kind: input.kind
        )
      )
    }
    settleObstacle()
    var outputs: [Program.Output] = []
    for case let variable? in call.outputs.map(\.variable) {
      guard let position = calls.output(target, id: variable.id ?? "", name: variable.name) else { continue }
      let receiver = receiver(variable.receiver)
      outputs.append(
        Program.Output(
          parameter: position,
          name: variable.name,
          id: variable.id ?? "",
          receiver: receiver,
          kind: kind(of: receiver)
        )
      )
    }
    tables.callSites.append(
      Program.CallSite(
        target: target,
        targetID: call.target.id,
        targetName: call.target.name,
        arguments: arguments,
        outputs: outputs
      )
    )
    emit(.call(Int32(tables.callSites.count - 1)))
  }

  /// The value of a call's input; `unset` keeps the callee's default.
  private mutating func argument(
    _ parameter: Parameter,
    for target: Program.CallTarget,
    kind: VariableKind
  ) -> Operand {
    switch parameter {
    case .variable(let variable):
      if variable.valueByReference {
        return variable.value.isEmpty ? .unset : read(variable.value, by: variable.name)
      }
      let declared = VariableKind(type: variable.type.rawValue)
      if variable.value.isEmpty {
        // A designer function keeps its default; a built-in's text is empty rather than null.
        guard case .builtIn = target, declared == .string || declared == .object else { return .unset }
        return constant(.string(""))
      }
      return constant(Value.literal(variable.value, kind: kind == .object ? declared : kind))
    case .multipleValue(let multiple):
      let kind = VariableKind(type: multiple.variable.type.rawValue)
      let items = multiple.values.map { item in
        item.byReference
          ? read(item.value, by: multiple.variable.name)
          : constant(Value.literal(item.value, kind: kind == .object ? .string : kind))
      }
      tables.collections.append(Program.Collection(items: items, kind: kind))
      return .collection(Int32(tables.collections.count - 1))
    case .expressed(let expressed):
      block("an expression as the argument '\(expressed.variable.name)' of a call is not known to this runtime")
      return .unset
    case .unknown:
      block("the argument '\(parameter.name)' is of a kind not known to this runtime")
      return .unset
    }
  }
}
