public import XMLTrees

/// One place in a statement that names a variable.
public struct VariableReference: Hashable, Sendable {
  /// What the statement does with the variable.
  public enum Access: Hashable, Sendable {
    /// It reads the value.
    case read
    /// It stores a result there; an undeclared name declares a local (package-format.md section 3.4).
    case receive
    /// It stores a value there; the variable must exist (`varAssign`).
    case assign
  }

  /// The id or name, as written.
  public var text: String
  /// What is done with it.
  public var access: Access
  /// The name of the parameter that holds the reference, as the appliance's messages name it.
  public var parameter: String
  /// The type of that parameter.
  public var type: VariableType
  /// Where it stands.
  public var position: SourcePosition
}

extension Statement {
  /// Every reference to a variable in the statement itself, not in the statements inside it.
  public var references: [VariableReference] {
    var found: [VariableReference] = []
    for input in inputs { input.appendReferences(to: &found) }
    let access: VariableReference.Access = if case .assignment = self { .assign } else { .receive }
    for output in outputs {
      guard let variable = output.variable, !variable.value.isEmpty else { continue }
      found.append(VariableReference(variable, access))
    }
    return found
  }
}

extension Variable {
  /// The variable that receives this output of a call: what `value` refers to; when `value` is empty, the implicit local
  /// named by an underscore and the output's name (`_result`).
  ///
  /// Observed: 266 references in real packages have no other declaration, and each has such an output before it.
  public var receiver: String { value.isEmpty ? "_" + name : value }
}

extension Parameter {
  fileprivate func appendReferences(to found: inout [VariableReference]) {
    switch self {
    case .variable(let variable):
      if variable.valueByReference, !variable.value.isEmpty { found.append(VariableReference(variable, .read)) }
    case .multipleValue(let multiple):
      for item in multiple.values where item.byReference && !item.value.isEmpty {
        var reference = VariableReference(multiple.variable, .read)
        reference.text = item.value
        reference.position = item.extras.position
        found.append(reference)
      }
    case .expressed(let expressed):
      for operand in expressed.expression?.operands ?? [] where operand.valueByReference && !operand.value.isEmpty {
        found.append(VariableReference(operand, .read))
      }
    case .unknown: break
    }
  }
}

extension VariableReference {
  fileprivate init(_ variable: Variable, _ access: Access) {
    self.init(
      text: variable.value,
      access: access,
      parameter: variable.name,
      type: variable.type,
      position: variable.extras.position
    )
  }
}
