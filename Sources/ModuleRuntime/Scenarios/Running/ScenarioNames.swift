internal import Findings
internal import ModuleDescriptors

/// Holds the functions and parameters that a scenario names against the modules that it runs.
///
/// A mistyped name would match no call: a mock would answer nothing, and `count: 0` would hold without a reason.
struct ScenarioNames {
  /// A name that nothing has.
  struct Problem: Hashable {
    var line: Int
    var message: String
    var hint: String
  }

  /// A function as far as a scenario can name it.
  private struct Signature {
    var domain: String
    var id: String
    var name: String
    var inputs: Set<String>
    var outputs: Set<String>
  }

  private let descriptors: [ModuleDescriptor]
  private let signatures: [Signature]

  /// Takes the module and those installed beside it.
  init(_ descriptors: [ModuleDescriptor]) {
    self.descriptors = descriptors
    signatures = descriptors.flatMap(Self.signatures)
  }

  /// The functions of a module, and those that it calls: an older call of a built-in one may have other parameters
  /// than the reference knows.
  private static func signatures(of module: ModuleDescriptor) -> [Signature] {
    var found = module.functions.map { function in
      Signature(
        domain: module.id,
        id: function.id,
        name: function.name,
        inputs: Set(function.inputs.map(\.name)),
        outputs: Set(function.outputs.map(\.name))
      )
    }
    for function in module.functions {
      function.forEachStatement { statement, _ in
        guard case .functionCall(let call) = statement, call.target.domainID != module.id else { return }
        found.append(
          Signature(
            domain: call.target.domainID,
            id: call.target.id,
            name: call.target.name,
            inputs: Set(call.inputs.map(\.name)),
            outputs: Set(call.outputs.map(\.name))
          )
        )
      }
    }
    return found
  }

  private static func signature(_ entry: BuiltInReference.Entry) -> Signature {
    Signature(
      domain: entry.domain,
      id: entry.id,
      name: entry.id,
      inputs: Set(entry.inputs.map(\.name)),
      outputs: Set(entry.outputs.map(\.name))
    )
  }

  // MARK: Judging

  /// What the mocks and expectations of a scenario name in vain, in the order of their lines.
  func problems(of scenario: Scenario) -> [Problem] {
    var problems: [Problem] = []
    for mock in scenario.mocks {
      problems += judge(mock.function, inputs: mock.arguments.keys, outputs: mock.outputNames, mock.line)
    }
    for step in scenario.steps {
      if case .fire(let event, let inputs, _) = step.action { problems += judge(event, inputs: inputs.keys, step.line) }
    }
    for expectation in scenario.steps.flatMap(\.expectations) + scenario.atEnd {
      guard case .calls(let claim) = expectation.claim else { continue }
      problems += judge(claim.function, inputs: claim.arguments.keys, outputs: [], expectation.line)
    }
    return problems.sorted { $0.line < $1.line }
  }

  private func judge(
    _ function: MockedFunction,
    inputs: some Collection<String>,
    outputs: some Collection<String>,
    _ line: Int
  ) -> [Problem] {
    if function.isMethod { return [] }
    let meant = candidates(function)
    if meant.isEmpty {
      let isInstalled = signatures.contains { $0.domain == function.domain }
      // What a module that is not installed has is known to nobody.
      if !function.domain.isEmpty, !isInstalled { return [] }
      let known = signatures.filter { function.domain.isEmpty || $0.domain == function.domain }.map(\.name)
      let builtIn = function.domain.isEmpty ? BuiltInReference.standard.entries.map(\.id) : []
      return [
        Problem(
          line: line,
          message: "there is no function '\(function.text)'",
          hint: Self.nearest(function.id, Array(Set(known + builtIn)), "`sfm inspect` shows a module's functions")
        )
      ]
    }
    return Self.unknown(inputs, Set(meant.flatMap(\.inputs)), "'\(function.text)' has no input", line)
      + Self.unknown(outputs, Set(meant.flatMap(\.outputs)), "'\(function.text)' has no output", line)
  }

  /// Inputs of entry points; one that no module has is refused when it is fired.
  private func judge(_ event: ModuleRuntime.Event, inputs: some Collection<String>, _ line: Int) -> [Problem] {
    if inputs.isEmpty { return [] }
    let functions = descriptors.flatMap { descriptor in
      let targets = descriptor.entryPoints.filter { event.fires($0) }.compactMap { $0.function?.id }
      return descriptor.functions.filter { targets.contains($0.id) }
    }
    if functions.isEmpty { return [] }
    return Self.unknown(inputs, Set(functions.flatMap { $0.inputs.map(\.name) }), "'\(event.text)' has no input", line)
  }

  private static func unknown(
    _ written: some Collection<String>,
    _ known: Set<String>,
    _ message: String,
    _ line: Int
  ) -> [Problem] {
    written.filter { !known.contains($0) }.sorted().map { name in
      let all = known.isEmpty ? "it has none" : "it has: " + known.sorted().joined(separator: ", ")
      return Problem(line: line, message: "\(message) '\(name)'", hint: nearest(name, known.sorted(), all))
    }
  }

  private func candidates(_ function: MockedFunction) -> [Signature] {
    let standard = BuiltInReference.standard
    let builtIn =
      function.domain.isEmpty
      ? standard.entries.filter { $0.id == function.id }
      : [standard.find(domain: function.domain, id: function.id)].compactMap(\.self)
    return builtIn.map(Self.signature)
      + signatures.filter { signature in
        (function.domain.isEmpty || function.domain == signature.domain)
          && (function.id == signature.id || function.id == signature.name)
      }
  }

  private static func nearest(_ written: String, _ known: [String], _ otherwise: String) -> String {
    nearestNames(to: written, in: known, most: 1).first.map { "did you mean '\($0)'?" } ?? otherwise
  }
}

extension ModuleRuntime.Event {
  /// Whether it starts this entry point.
  fileprivate func fires(_ point: EntryPoint) -> Bool {
    switch (self, point) {
    case (.stage(let name), .lifeCycle(let point)): name == point.stage.rawValue || name == "on\(point.stage.rawValue)"
    case (.timer(let name), .timer(let point)): name == point.name
    case (.rpc(let name), .rpc(let point)): name == point.name
    case (.service(let name), .agiService(let point)): name == point.name
    case (.service(let name), .agiKernel(let point)), (.kernel(let name), .agiKernel(let point)):
      name == point.stage.rawValue
    default: false
    }
  }
}

extension ScenarioMock {
  /// The outputs that its answers name.
  fileprivate var outputNames: Set<String> {
    var names: Set<String> = []
    for case .outputs(let outputs)? in answers.map(\.answer) { names.formUnion(outputs.keys) }
    return names
  }
}
