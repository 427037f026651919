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

  private let signatures: [Signature]

  /// Takes the module and those installed beside it.
  init(_ descriptors: [ModuleDescriptor]) { signatures = descriptors.flatMap(Self.signatures) }

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
    func unknown(_ written: some Collection<String>, _ known: [String], _ what: String) -> [Problem] {
      written.sorted().filter { !known.contains($0) }.map { name in
        let all = known.isEmpty ? "it has none" : "it has: " + known.joined(separator: ", ")
        return Problem(
          line: line,
          message: "'\(function.text)' has no \(what) '\(name)'",
          hint: Self.nearest(name, known, all)
        )
      }
    }
    return unknown(inputs, Set(meant.flatMap(\.inputs)).sorted(), "input")
      + unknown(outputs, Set(meant.flatMap(\.outputs)).sorted(), "output")
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

extension ScenarioMock {
  /// The outputs that its answers name.
  fileprivate var outputNames: Set<String> {
    var names: Set<String> = []
    for case .outputs(let outputs)? in answers.map(\.answer) { names.formUnion(outputs.keys) }
    return names
  }
}
