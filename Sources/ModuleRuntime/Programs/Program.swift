/// One module, lowered: variables are slots, references are resolved, blocks are jumps.
///
/// Immutable once made, so that any number of instances share it.
final class Program: Sendable {
  /// One function of the module.
  struct Function: Sendable {
    /// An input or output.
    struct Parameter: Sendable {
      let id: String
      let name: String
      let kind: VariableKind
      /// Where it lives in the function's frame.
      let slot: Int
    }

    /// A variable of the frame, as the log names it.
    struct Slot: Sendable {
      let name: String
      let kind: VariableKind
    }

    let id: String
    let name: String
    let isPublic: Bool
    /// The Java class's entry in the package, for a Java function; nil for a designer function.
    let java: JavaFunctionDeclaration?
    var inputs: [Parameter] = []
    var outputs: [Parameter] = []
    /// What a fresh frame holds.
    var frame: [Value] = []
    /// Whether the frame holds lists or maps, of which every call needs its own.
    var copiesFrame = false
    /// The names of the frame's slots; those of the interpreter itself have none.
    var slots: [Slot] = []
    /// Where its code begins.
    var start = 0
  }

  /// One call statement.
  struct CallSite: Sendable {
    let target: CallTarget
    /// The target's id and display name, as the call stack prints them.
    let targetID: String
    let targetName: String
    let arguments: [Argument]
    let outputs: [Output]
  }

  /// One input of a call.
  struct Argument: Sendable {
    /// The slot of a designer function, or the position of a built-in's parameter.
    let parameter: Int
    /// The name, for functions that are found only when the call runs.
    let name: String
    /// The id, for the same.
    let id: String
    let value: Operand
    let kind: VariableKind
  }

  /// One output of a call that goes to a variable.
  struct Output: Sendable {
    /// The slot of a designer function, or the position of a built-in's output.
    let parameter: Int
    let name: String
    let id: String
    let receiver: Receiver
    /// The kind of the receiving variable.
    let kind: VariableKind
  }

  /// What a call statement leads to.
  enum CallTarget: Sendable {
    /// A function of this module.
    case function(Int)
    /// A function that the emulator has.
    case builtIn(BuiltInFunction, counter: Int)
    /// A function of the reference list that the emulator has not.
    case notEmulated(BuiltInReference.Entry, counter: Int)
    /// A function of another module, found when the call runs.
    case foreign(module: String, function: String, name: String)
    /// Neither: fails by name.
    case unknown(domain: String, function: String, name: String)
  }

  /// A list argument built where it is used.
  struct Collection: Sendable {
    let items: [Operand]
    let kind: VariableKind
  }

  /// A statement as failures and the log name it.
  struct Statement: Sendable {
    let id: String
    let name: String
    let kind: String
  }

  /// A module-level variable.
  struct Variable: Sendable {
    let id: String
    let name: String
    let type: String
    let kind: VariableKind
    let initial: Value
  }

  /// A reference that leads nowhere, found while lowering.
  struct DanglingReference: Sendable, Hashable {
    /// What refers: a variable's name.
    let referrer: String
    /// What it refers to.
    let reference: String
    /// The function it stands in, by name; nil at module level.
    let function: String?
  }

  let module: ModuleInfo
  let functions: [Function]
  let variables: [Variable]
  let code: [Instruction]
  /// For each instruction the statement it belongs to; -1 for none.
  let statementOf: [Int32]
  let statements: [Statement]
  let constants: [Value]
  let collections: [Collection]
  let callSites: [CallSite]
  let messages: [String]
  let danglingReferences: [DanglingReference]
  private let functionPositions: [String: Int]

  init(
    module: ModuleInfo,
    functions: [Function],
    variables: [Variable],
    code: [Instruction],
    statementOf: [Int32],
    statements: [Statement],
    constants: [Value],
    collections: [Collection],
    callSites: [CallSite],
    messages: [String],
    danglingReferences: [DanglingReference]
  ) {
    self.module = module
    self.functions = functions
    self.variables = variables
    self.code = code
    self.statementOf = statementOf
    self.statements = statements
    self.constants = constants
    self.collections = collections
    self.callSites = callSites
    self.messages = messages
    self.danglingReferences = danglingReferences
    functionPositions = Dictionary(functions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The position of the function with an id.
  func position(ofFunction id: String) -> Int? { functionPositions[id] }
}

/// A function whose code is a Java class.
public struct JavaFunctionDeclaration: Hashable, Sendable {
  /// The function's id: the simple class name.
  public var id: String
  /// Its name in the designer.
  public var name: String
  /// The archive entry that holds the class, where the descriptor says so.
  public var implementationFile: String?
  /// Its inputs: name and descriptor type.
  public var inputs: [Parameter]
  /// Its outputs: name and descriptor type.
  public var outputs: [Parameter]

  /// A declared input or output.
  public struct Parameter: Hashable, Sendable {
    /// The Java field's name.
    public var name: String
    /// The descriptor's variable type (`STRING`).
    public var type: String

    /// Takes both.
    public init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// Takes the parts.
  public init(
    id: String,
    name: String,
    implementationFile: String?,
    inputs: [Parameter],
    outputs: [Parameter]
  ) {
    self.id = id
    self.name = name
    self.implementationFile = implementationFile
    self.inputs = inputs
    self.outputs = outputs
  }
}
