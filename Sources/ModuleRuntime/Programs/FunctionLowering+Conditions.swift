internal import ModuleDescriptors

extension FunctionLowering {
  /// Emits the questions of a condition; `and` and `or` stop at the first operand that decides.
  mutating func lower(_ expression: Expression, yes: Int32, no: Int32) {
    switch expression {
    case .test(let test): lower(test, yes: yes, no: no)
    case .nested(let nested):
      let operands = nested.expressions
      let isAnd = nested.joint == .and
      guard isAnd || nested.joint == .or else {
        block("expression kind '\(nested.joint.rawValue)' is not known to this runtime")
        return
      }
      guard let last = operands.last else {
        emit(.jump(isAnd ? yes : no))
        return
      }
      for operand in operands.dropLast() {
        let next = label()
        lower(operand, yes: isAnd ? next : yes, no: isAnd ? no : next)
        place(next)
      }
      lower(last, yes: yes, no: no)
    }
  }

  private mutating func lower(_ test: TestExpression, yes: Int32, no: Int32) {
    guard let (question, isNegated, operandCount) = Self.question(test.kind.rawValue) else {
      block("expression kind '\(test.kind.rawValue)' is not known to this runtime")
      return
    }
    guard test.operands.count == operandCount else {
      block("'\(test.kind.rawValue)' needs \(operandCount) operands and has \(test.operands.count)")
      return
    }
    let operands = test.operands.map { operand($0) }
    // The first variable says how both are compared.
    let kind = test.operands.firstIndex(where: \.valueByReference).map { self.kind(of: operands[$0]) } ?? .object
    emit(
      .ask(
        question,
        operands[0],
        operandCount > 1 ? operands[1] : .unset,
        kind: kind,
        yes: isNegated ? no : yes,
        no: isNegated ? yes : no
      )
    )
  }

  private mutating func operand(_ variable: Variable) -> Operand {
    if variable.valueByReference {
      return variable.value.isEmpty ? .unset : read(variable.value, by: variable.name)
    }
    return literal(variable)
  }

  /// A literal operand, in its declared type.
  mutating func literal(_ variable: Variable) -> Operand {
    let kind = VariableKind(type: variable.type.rawValue)
    return constant(Value.literal(variable.value, kind: kind == .object ? .string : kind))
  }

  /// The kind of the variable that an operand reads.
  func kind(of operand: Operand) -> VariableKind {
    switch operand {
    case .local(let slot): kind(of: Receiver.local(slot))
    case .module(let index): kind(of: Receiver.module(index))
    case .unset, .constant, .collection: .object
    }
  }

  /// When the code since `start` cannot run, a failure takes its place.
  mutating func blockInstead(from start: Int) {
    guard isBlocked else { return }
    tables.code.removeSubrange(start...)
    tables.statementOf.removeSubrange(start...)
    settleObstacle()
  }

  /// The question that an expression asks, whether its answer is turned round, and how many operands it has.
  ///
  /// Packages are known to use the first five; the rest are their natural counterparts (package-format.md section 3.4).
  private static func question(_ name: String) -> (Question, isNegated: Bool, operands: Int)? {
    switch name {
    case "isTrueExpression": (.isTrue, false, 1)
    case "isNotTrueExpression", "isFalseExpression": (.isTrue, true, 1)
    case "isNotEmptyExpression": (.isNotEmpty, false, 1)
    case "equalExpression": (.equals, false, 2)
    case "isEmptyExpression": (.isNotEmpty, true, 1)
    case "notEqualExpression": (.equals, true, 2)
    case "isNullExpression": (.isNull, false, 1)
    case "isNotNullExpression": (.isNull, true, 1)
    case "greaterExpression", "greaterThanExpression": (.isGreater, false, 2)
    case "greaterEqualExpression", "greaterOrEqualExpression": (.isGreaterOrEqual, false, 2)
    case "lessExpression", "lessThanExpression": (.isLess, false, 2)
    case "lessEqualExpression", "lessOrEqualExpression": (.isLessOrEqual, false, 2)
    case "containsExpression": (.contains, false, 2)
    case "notContainsExpression": (.contains, true, 2)
    default: nil
    }
  }
}
