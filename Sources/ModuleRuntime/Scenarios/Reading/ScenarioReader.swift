public import ModulePackages
internal import Yams

/// Why a scenario cannot be run: everything that is wrong with its file.
public struct ScenarioError: Error, Sendable, CustomStringConvertible {
  /// The problems, each with its place.
  public var problems: [ProjectProblem]

  /// One line for each.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension Scenario {
  /// Reads a scenario; every problem of the file is told at once, with line and column.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: its path, for messages.
  public init(yaml: String, file: String) throws(ScenarioError) {
    let root: Node
    do throws(ProjectError) {
      root =
        try SourceNodes.compose(yaml, file: file, example: "SamplesModules/README.md shows one")
    } catch {
      throw ScenarioError(problems: error.problems)
    }
    let nodes = SourceNodes(file: file)
    ShapeCheck(nodes: nodes).check(root, .record(ScenarioFormat.record), "a scenario")
    guard nodes.problems.isEmpty else { throw ScenarioError(problems: nodes.problems) }
    self = ScenarioReader(nodes: nodes, file: file).scenario(Fields(root))
    guard nodes.problems.isEmpty else { throw ScenarioError(problems: nodes.problems) }
  }
}

/// Makes a scenario of a checked tree; what only the whole can show to be wrong goes to the problems.
struct ScenarioReader {
  let nodes: SourceNodes
  let file: String

  func scenario(_ fields: Fields) -> Scenario {
    var configuration = RuntimeConfiguration()
    let clock = fields[ScenarioFormat.clock].map(Fields.init)
    if let id = clock?.text(ScenarioFormat.clockZone) {
      if let zone = ZoneNames.find(id) {
        configuration.zone = zone
      } else if let node = clock?[ScenarioFormat.clockZone] {
        nodes.report(node, "there is no zone \"\(id)\"", hint: "as in Europe/Berlin, UTC or GMT+1")
      }
    }
    if let start = clock?.text(ScenarioFormat.clockStart).flatMap({ LocalMoment($0) }) {
      configuration.clock = .virtual(start: start.milliseconds(in: configuration.zone))
    }
    if let language = fields.text(ScenarioFormat.language) { configuration.language = language }
    if let level = fields.level(ScenarioFormat.logLevel) { configuration.logLevel = level }
    configuration.isStrict = fields.truth(ScenarioFormat.strict) ?? true
    configuration.hostEffects = effects(fields)
    let reader = PBXReader(nodes: nodes, start: Self.start(of: configuration))
    if let pbx = fields[ScenarioFormat.pbx] { configuration.pbx = reader.state(Fields(pbx)) }
    var isLicensed = false
    if let licences = fields[ScenarioFormat.licences].map(Fields.init) {
      configuration.pbx.licence.key = licences.text(ScenarioFormat.licenceServer) ?? ""
      configuration.pbx.licence.coversMajorVersion = licences.number(ScenarioFormat.licenceMajor)
      if let hardware = licences.text(ScenarioFormat.licenceHardware) { configuration.pbx.hardwareID = hardware }
      let modules = licences.texts(ScenarioFormat.licenceModules)
      isLicensed = modules.contains("this")
      configuration.licensedModules = Set(modules.filter { $0 != "this" })
      configuration.pbx.licence.validModules = configuration.licensedModules
    }
    let steps = StepReader(nodes: nodes, pbx: configuration.pbx, pbxReader: reader)
    let scenario = Scenario(
      name: fields.text(ScenarioFormat.name) ?? Self.name(of: file),
      file: file,
      module: fields.text(ScenarioFormat.module),
      others: fields.texts(ScenarioFormat.with),
      platform: fields.text(ScenarioFormat.platform),
      java: fields.text(ScenarioFormat.java).flatMap { Scenario.JavaMode(rawValue: $0) },
      configuration: configuration,
      isLicensed: isLicensed,
      instances: fields.elements(ScenarioFormat.instances)?.map { plan(Fields($0)) },
      mocks: (fields.elements(ScenarioFormat.mocks) ?? []).compactMap { mock($0) },
      steps: (fields.elements(ScenarioFormat.steps) ?? []).compactMap { steps.step($0) },
      atEnd: fields[ScenarioFormat.expect].map { ExpectationReader(nodes: nodes).expectations(Fields($0)) } ?? []
    )
    return scenario
  }

  /// When a scenario's clock begins.
  static func start(of configuration: RuntimeConfiguration) -> Int64 {
    if case .virtual(let start) = configuration.clock { start } else { 0 }
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".scenario.yml") ? String(last.dropLast(".scenario.yml".count)) : last
  }

  private func effects(_ fields: Fields) -> HostEffectPolicy {
    let otherwise = "otherwise"
    let kinds = HostEffectKind.allCases.map(\.rawValue)
    var treatments: [HostEffectKind: HostEffectPolicy.Treatment] = [:]
    var others = HostEffectPolicy.Treatment.refused
    guard case .mapping(let mapping)? = fields[ScenarioFormat.effects] else { return HostEffectPolicy() }
    for (key, value) in mapping {
      let word = key.scalar?.string ?? ""
      guard let treatment = HostEffectPolicy.Treatment(rawValue: value.scalar?.string ?? "") else { continue }
      if word == otherwise {
        others = treatment
      } else if let kind = HostEffectKind(rawValue: word) {
        if treatment == .allowed, !kind.canBeAllowed {
          nodes.report(value, "\(word) cannot happen for real here", hint: "recorded, or a mock that answers it")
        }
        treatments[kind] = treatment
      } else {
        nodes.report(key, "there is no effect \"\(word)\"", hint: nodes.nearest(word, kinds + [otherwise]))
      }
    }
    return HostEffectPolicy(treatments, otherwise: others)
  }

  private func plan(_ fields: Fields) -> Scenario.InstancePlan {
    Scenario.InstancePlan(
      name: fields.text(ScenarioFormat.instanceName) ?? "",
      values: fields.values(ScenarioFormat.values),
      logLevel: fields.level(ScenarioFormat.logLevel),
      isActivated: fields.truth(ScenarioFormat.active) ?? true
    )
  }

  // MARK: Mocks

  private func mock(_ node: Node) -> ScenarioMock? {
    let fields = Fields(node)
    guard let function = nodes.function(fields, node, MockFormat.function, MockFormat.method) else { return nil }
    var answers: [ScenarioMock.Answer] = []
    if fields.has(MockFormat.outputs) { answers.append(answer(fields)) }
    if fields.has(MockFormat.failure) { answers.append(answer(fields)) }
    answers += (fields.elements(MockFormat.answers) ?? []).map { answer(Fields($0)) }
    let ways = [MockFormat.outputs, MockFormat.failure, MockFormat.answers].count { fields.has($0) }
    if ways != 1 || answers.isEmpty {
      nodes.report(node, "a mock needs one of outputs, failure and answers")
    }
    return ScenarioMock(
      line: node.line,
      function: function,
      arguments: fields.matchers(MockFormat.when),
      instance: fields.text(MockFormat.instance),
      answers: answers,
      afterwards: fields.text(MockFormat.afterwards).flatMap { ScenarioMock.Afterwards(rawValue: $0) } ?? .last
    )
  }

  private func answer(_ fields: Fields) -> ScenarioMock.Answer {
    let times = max(1, fields.number(MockFormat.times) ?? 1)
    if fields.has(MockFormat.real) { return ScenarioMock.Answer(answer: nil, times: times) }
    guard let failure = fields.text(MockFormat.failure) else {
      return ScenarioMock.Answer(answer: .outputs(fields.values(MockFormat.outputs)), times: times)
    }
    let parts = failure.split(separator: ":", maxSplits: 1)
    let message = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : nil
    let exception = JavaException(parts.first.map(String.init) ?? failure, message)
    return ScenarioMock.Answer(answer: .failure(exception), times: times)
  }
}

extension SourceNodes {
  /// The function or method that a mapping names: exactly one of them.
  func function(_ fields: Fields, _ node: Node, _ function: FormatKey, _ method: FormatKey) -> MockedFunction? {
    switch (fields.text(function), fields.text(method)) {
    case (let text?, nil):
      guard let slash = text.lastIndex(of: "/") else { return MockedFunction(domain: "", id: text, text: text) }
      let domain = String(text[..<slash])
      let id = String(text[text.index(after: slash)...])
      if domain.hasPrefix("starface."), BuiltInReference.standard.find(domain: domain, id: id) == nil {
        let known = BuiltInReference.standard.entries.map { "\($0.domain)/\($0.id)" }
        report(fields[function] ?? node, "there is no built-in function \"\(text)\"", hint: closest(text, known))
      }
      return MockedFunction(domain: domain, id: id, text: text)
    case (nil, let text?):
      guard let dot = text.lastIndex(of: "."), dot != text.startIndex else {
        report(
          fields[method] ?? node,
          "a method must be named with its class",
          hint: "LicenseComponent.getServerLicense"
        )
        return nil
      }
      let id = String(text[text.index(after: dot)...])
      return MockedFunction(domain: String(text[..<dot]), id: id, text: text, isMethod: true)
    default:
      report(node, "exactly one of function and method is needed")
      return nil
    }
  }

  /// A hint with the one that was probably meant.
  private func closest(_ written: String, _ known: [String]) -> String? {
    let hint = nearest(written, known)
    return hint.hasPrefix("possible:") ? "`sfm inspect` shows the functions that a module calls" : hint
  }
}
