public import XMLTrees

/// A variable that references may mean.
public struct VariableBinding: Hashable, Sendable {
  /// How it came to be.
  public enum Kind: Hashable, Sendable {
    /// A configuration variable of the module.
    case module
    /// An input of the function.
    case functionInput
    /// An output of the function.
    case functionOutput
    /// A `typedVarDef`.
    case local
    /// The undeclared receiver of a call's output.
    case implicitLocal
    /// What a loop binds in its body.
    case loop
  }

  /// How it came to be.
  public var kind: Kind
  /// The identity; implicit locals and loop variables have none.
  public var id: String?
  /// The name.
  public var name: String
  /// The type; for an implicit local that of the output it receives.
  public var type: VariableType
  /// Where it is declared.
  public var position: SourcePosition
  /// The number of the declaring statement in the function, from 0; -1 when it is there from the start.
  public var order: Int
}

/// What a reference means.
public enum VariableResolution: Hashable, Sendable {
  /// One variable that is in scope.
  case found(VariableBinding)
  /// A local that a later statement declares; in scope only when a loop comes round.
  case later(VariableBinding)
  /// A loop's variable, used outside that kind of loop.
  case outsideLoop(name: String)
  /// Several variables of one level that the text names alike; the first is what the tool takes.
  case ambiguous([VariableBinding])
  /// None; the names most like it, best first.
  case missing(nearest: [String])

  /// The variable to take, if there is one.
  public var binding: VariableBinding? {
    switch self {
    case .found(let binding), .later(let binding): binding
    case .ambiguous(let bindings): bindings.first
    case .outsideLoop, .missing: nil
    }
  }
}
