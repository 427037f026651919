internal import Findings
internal import XMLTrees

/// Answers what a variable reference means, for validation and for the runtime alike.
///
/// A reference is an id or a name (package-format.md section 3.4). Innermost first: variables of the loops around, then
/// locals, inputs and outputs of the function, then the module's variables, which those shadow (runtime.md section 3).
/// On each level an id goes before a name. Locals appear with their `typedVarDef`, or as the receiver of a call's output
/// (`Variable.receiver`) that names nothing in scope.
public struct VariableScope: Sendable {
  private let module: Level
  private var function = Level()
  private let guessing = Guessing()

  /// The scope of a whole module: its configuration variables.
  public init(module: ModuleDescriptor) {
    var level = Level()
    for parameter in module.inputs { level.add(VariableBinding(parameter, .module)) }
    for parameter in module.outputs { level.add(VariableBinding(parameter, .module)) }
    self.module = level
  }

  /// The scope of one function of that module, which costs one walk over its statements.
  public func entering(_ function: Function) -> VariableScope {
    var scope = self
    scope.function = Level()
    for parameter in function.inputs { scope.function.add(VariableBinding(parameter, .functionInput)) }
    for parameter in function.outputs { scope.function.add(VariableBinding(parameter, .functionOutput)) }
    var order = 0
    var receivers: [(VariableBinding, loops: Bool)] = []
    function.forEachStatement { statement, path in
      switch statement {
      case .variableDefinition(let definition):
        scope.function.add(VariableBinding(definition, order: order))
      case .functionCall:
        for case .variable(let output) in statement.outputs {
          let binds = LoopVariable(rawValue: output.receiver).map { $0.isBound(in: path) } ?? false
          receivers.append((VariableBinding(receiver: output, order: order), binds))
        }
      case .unknown(let unknown):
        unknown.element.forEachDescendant { element in
          if element.name == "typedVarDef" {
            scope.function.add(VariableBinding(localOf: element, order: order))
          } else if element.name == "outputVars" {
            for output in element.elements {
              receivers.append((VariableBinding(receiverOf: output, order: order), loops: false))
            }
          }
        }
      default: break
      }
      order += 1
    }
    let declared = scope
    for (binding, isLoops) in receivers where !isLoops && !declared.declares(binding.name) {
      scope.function.add(binding)
    }
    return scope
  }

  /// Every variable that the scope declares, of the function first.
  public var bindings: [VariableBinding] { function.all + module.all }

  /// What a reference in a statement means; `order` is the statement's number in the function (as `forEachStatement`
  /// counts, from 0). A receiver may mean the local that it declares itself.
  public func resolve(
    _ reference: VariableReference,
    at path: StatementPath,
    order: Int
  ) -> VariableResolution {
    resolve(reference.text, at: path, before: reference.access == .receive ? order + 1 : order)
  }

  /// What an id or name means inside the loops of `path`, among what is declared before statement number `order`;
  /// without arguments, among all that the function declares.
  public func resolve(
    _ reference: String,
    at path: StatementPath? = nil,
    before order: Int = .max
  ) -> VariableResolution {
    if let loop = LoopVariable(rawValue: reference) {
      if let path, loop.isBound(in: path) { return .found(loop.binding) }
      if !declares(reference) { return .outsideLoop(name: reference) }
    }
    for level in [function, module] {
      guard let found = level.candidates(reference), let first = found.first else { continue }
      // Of several locals of one name the one declared last counts; other declarations rival each other.
      guard let last = found.last(before: order) else { return .later(first) }
      return found.isByName && found.declared.count > 1 ? .ambiguous(found.declared) : .found(last)
    }
    return .missing(nearest: guessing.nearest(to: reference, among: names))
  }

  private var names: some Collection<String> { [function.all, module.all].joined().lazy.map(\.name) }

  private func declares(_ reference: String) -> Bool {
    function.candidates(reference) != nil || module.candidates(reference) != nil
  }
}

/// Variables of one level, by id and by name.
private struct Level: Sendable {
  private(set) var all: [VariableBinding] = []
  private var byID: [String: Candidates] = [:]
  private var byName: [String: Candidates] = [:]

  mutating func add(_ binding: VariableBinding?) {
    guard let binding else { return }
    if let id = binding.id { byID[id, default: Candidates(isByName: false)].add(binding) }
    byName[binding.name, default: Candidates(isByName: true)].add(binding)
    all.append(binding)
  }

  /// The variables that a text names, those by id before those by name; nil for none.
  func candidates(_ reference: String) -> Candidates? { byID[reference] ?? byName[reference] }
}

/// The variables of one id or one name. A hostile module has thousands of them, and refers to them thousands of times.
private struct Candidates {
  /// Whether they share a name; otherwise an id.
  let isByName: Bool
  /// Those that are there from the start: parameters.
  private(set) var declared: [VariableBinding] = []
  /// Those that a statement declares, by its number.
  private var locals: [VariableBinding] = []

  init(isByName: Bool) { self.isByName = isByName }

  mutating func add(_ binding: VariableBinding) {
    if binding.order < 0 { declared.append(binding) } else { locals.append(binding) }
  }

  var first: VariableBinding? { declared.first ?? locals.first }

  /// The last one that is declared before statement number `order`.
  func last(before order: Int) -> VariableBinding? {
    var (low, high) = (0, locals.count)
    while low < high {
      let middle = (low + high) / 2
      if locals[middle].order < order { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? locals[low - 1] : declared.last
  }
}

/// The variables that loops bind (package-format.md section 3.3).
private enum LoopVariable: String {
  case entry = "foreach_entry"
  case key = "foreach_key"
  case value = "foreach_value"

  /// Whether a loop strictly around the end of `path` binds it.
  func isBound(in path: StatementPath) -> Bool {
    path.statements.dropLast().contains { statement in
      switch statement {
      case .forEachInList: self == .entry
      case .forEachInMap: self != .entry
      default: false
      }
    }
  }

  var binding: VariableBinding {
    VariableBinding(kind: .loop, id: nil, name: rawValue, type: .object, position: .none, order: -1)
  }
}

extension VariableBinding {
  fileprivate init?(_ parameter: Parameter, _ kind: Kind) {
    guard let variable = parameter.variable else { return nil }
    self.init(
      kind: kind,
      id: variable.id,
      name: variable.name,
      type: variable.type,
      position: parameter.position,
      order: -1
    )
  }

  fileprivate init(_ definition: VariableDefinition, order: Int) {
    self.init(
      kind: .local,
      id: definition.id,
      name: definition.variableName,
      type: definition.type,
      position: definition.extras.position,
      order: order
    )
  }

  fileprivate init(receiver output: Variable, order: Int) {
    self.init(
      kind: .implicitLocal,
      id: nil,
      name: output.receiver,
      type: output.type,
      position: output.extras.position,
      order: order
    )
  }

  /// A `typedVarDef` inside a statement of a kind that is not known: a block, perhaps, such as a loop with a condition.
  fileprivate init(localOf element: XMLElement, order: Int) {
    self.init(
      kind: .local,
      id: element["id"],
      name: element["variableName"] ?? "",
      type: VariableType(rawValue: element["type"] ?? ""),
      position: element.position,
      order: order
    )
  }

  /// The receiver of a call's output inside such a statement.
  fileprivate init(receiverOf output: XMLElement, order: Int) {
    let value = output.first("value")?.text ?? ""
    self.init(
      kind: .implicitLocal,
      id: nil,
      name: value.isEmpty ? "_" + (output["name"] ?? "") : value,
      type: VariableType(rawValue: output["type"] ?? ""),
      position: output.position,
      order: order
    )
  }
}

extension XMLElement {
  /// Calls `body` with every element inside, in the order of the text.
  fileprivate func forEachDescendant(_ body: (XMLElement) -> Void) {
    for element in elements {
      body(element)
      element.forEachDescendant(body)
    }
  }
}
