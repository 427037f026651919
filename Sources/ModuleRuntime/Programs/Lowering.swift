internal import ModuleDescriptors

/// Turns a descriptor into a ``Program``: resolves every reference once, so that running it only counts.
struct Lowering {
  private let descriptor: ModuleDescriptor
  private let registry: BuiltInRegistry
  private let coverage: CoverageCounters
  private(set) var tables = ProgramTables()
  private var functions: [Program.Function] = []
  private var variables: [Program.Variable] = []
  private var moduleScope: [String: Int] = [:]
  private var functionPositions: [String: Int] = [:]

  /// Lowers a whole module.
  static func program(
    of descriptor: ModuleDescriptor,
    registry: BuiltInRegistry,
    coverage: CoverageCounters
  ) -> Program {
    var lowering = Lowering(descriptor: descriptor, registry: registry, coverage: coverage)
    return lowering.lower()
  }

  private init(descriptor: ModuleDescriptor, registry: BuiltInRegistry, coverage: CoverageCounters) {
    self.descriptor = descriptor
    self.registry = registry
    self.coverage = coverage
  }

  private mutating func lower() -> Program {
    let resources = ResourceValues(descriptor.resources)
    for case let variable? in (descriptor.inputs.items + descriptor.outputs.items).map(\.variable) {
      declare(variable, resources)
    }
    for function in descriptor.functions {
      functionPositions[function.id] = functionPositions[function.id] ?? functions.count
      functions.append(Self.signature(of: function, in: descriptor))
    }
    for (position, function) in descriptor.functions.enumerated() {
      var lowering = FunctionLowering(
        tables: tables,
        function: functions[position],
        moduleScope: moduleScope,
        variables: variables,
        calls: CallResolver(
          moduleID: descriptor.id,
          functions: functions,
          positions: functionPositions,
          registry: registry,
          coverage: coverage
        )
      )
      functions[position] = lowering.lower(function)
      tables = lowering.tables
    }
    return Program(
      module: ModuleInfo(
        id: descriptor.id,
        name: descriptor.name,
        version: String(descriptor.head.version),
        vendor: descriptor.head.vendor
      ),
      functions: functions,
      variables: variables,
      code: tables.code,
      statementOf: tables.statementOf,
      statements: tables.statements,
      constants: tables.constants,
      collections: tables.collections,
      callSites: tables.callSites,
      messages: tables.messages,
      danglingReferences: tables.danglingReferences
    )
  }

  private mutating func declare(_ variable: Variable, _ resources: ResourceValues) {
    let kind = VariableKind(type: variable.type.rawValue)
    let initial = variable.valueByReference ? .null : resources.initialValue(variable, kind)
    let index = variables.count
    variables.append(
      Program.Variable(
        id: variable.id ?? variable.name,
        name: variable.name,
        type: variable.type.rawValue,
        kind: kind,
        initial: initial
      )
    )
    // An id wins over a name, and the first of a name over later ones.
    if moduleScope[variable.name] == nil { moduleScope[variable.name] = index }
    if let id = variable.id { moduleScope[id] = index }
  }

  private static func signature(of function: Function, in descriptor: ModuleDescriptor) -> Program.Function {
    // A Java function has no statements, and its id is its name: the class's simple name (package-format.md 3.3).
    let isJava =
      function.statements.isEmpty && (function.implementationFile != nil || function.id == function.name)
    let inputs = function.inputs.compactMap(\.variable)
    let outputs = function.outputs.compactMap(\.variable)
    let java =
      isJava
      ? JavaFunctionDeclaration(
        id: function.id,
        name: function.name,
        implementationFile: function.implementationFile,
        inputs: inputs.map { JavaFunctionDeclaration.Parameter(name: $0.name, type: $0.type.rawValue) },
        outputs: outputs.map { JavaFunctionDeclaration.Parameter(name: $0.name, type: $0.type.rawValue) }
      )
      : nil
    var lowered = Program.Function(
      id: function.id,
      name: function.name,
      isPublic: function.visibility == .public,
      java: java
    )
    let resources = ResourceValues(function.resources)
    for (variable, isInput) in inputs.map({ ($0, true) }) + outputs.map({ ($0, false) }) {
      let kind = VariableKind(type: variable.type.rawValue)
      let parameter = Program.Function.Parameter(
        id: variable.id ?? variable.name,
        name: variable.name,
        kind: kind,
        slot: lowered.frame.count
      )
      let initial = variable.valueByReference ? .null : resources.initialValue(variable, kind)
      lowered.frame.append(initial)
      lowered.slots.append(Program.Function.Slot(name: variable.name, kind: kind))
      switch initial {
      case .list, .map: lowered.copiesFrame = true
      default: break
      }
      if isInput { lowered.inputs.append(parameter) } else { lowered.outputs.append(parameter) }
    }
    return lowered
  }
}

/// The tables of a program while it grows.
struct ProgramTables {
  var code: [Instruction] = []
  var statementOf: [Int32] = []
  var statements: [Program.Statement] = []
  var constants: [Value] = []
  var collections: [Program.Collection] = []
  var callSites: [Program.CallSite] = []
  var messages: [String] = []
  var danglingReferences: [Program.DanglingReference] = []
}

/// The values that resources give to the variables that name them.
struct ResourceValues {
  private let resources: [String: Resource]

  init(_ resources: DescriptorList<Resource>) {
    self.resources = Dictionary(resources.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// What a variable holds at first: its literal, or the content of the resource that it names.
  func initialValue(_ variable: Variable, _ kind: VariableKind) -> Value {
    switch resources[variable.value] {
    case .list(let list): return .list(list.values.map { .string($0.text) })
    case .map(let map):
      return .map(JavaMap(map.entries.map { (.string($0.key), .string($0.value ?? "")) }, order: .insertion))
    case .timer(let timer): return .object(TimerSettings(timer))
    default: break
    }
    if variable.type == .timerSettings {
      return TimerSettings(text: variable.value).map { .object($0) } ?? .null
    }
    if variable.value.isEmpty, kind == .list { return .null }
    return Value.literal(variable.value, kind: kind)
  }
}
