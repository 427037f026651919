import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Every one of the 323 functions of the reference list: what the emulator does with it, that it fails by name or not
/// at all, and that a mock can answer it.
@Suite struct ReferenceAuditTests {
  typealias D = Designer

  /// Group, functions of the list, emulated, effects on the host (refused by default), not emulated (fail by name).
  private static let table = """
    callHandling.audio      8   8   0  0
    callHandling.call      31  31   0  0
    callHandling.uci       23  23   0  0
    chat                    5   5   0  0
    collection.list         8   8   0  0
    collection.map          9   9   0  0
    crypto                  1   1   0  0
    date                   10  10   0  0
    db                     15  14   1  0
    entities               20  20   0  0
    experimentalFunctions  34  23   8  3
    http                    5   3   1  1
    io                     29  25   4  0
    json                    2   2   0  0
    math                    4   4   0  0
    net                    14   1  13  0
    openai                  3   0   3  0
    starfaceRest           21  20   1  0
    string                 64  64   0  0
    string.regexp           3   3   0  0
    system                  7   5   2  0
    variables               5   5   0  0
    whisper                 2   0   2  0
    """

  /// What nobody can say without the appliance: a scale of passwords that is not described, hardware that is not
  /// there, a function without an output.
  private static let notEmulated = [
    "starface.experimentalFunctions.CheckPasswordStrength", "starface.experimentalFunctions.CheckSIPUserPassword",
    "starface.experimentalFunctions.CheckSirrixState", "starface.http.CreateHttpUrlWithParams",
  ]

  private enum Kind: Int { case emulated, effect, notEmulated }

  private static func kind(_ entry: BuiltInReference.Entry) -> Kind {
    guard let function = BuiltInRegistry.standard.find(domain: entry.domain, id: entry.id) else { return .notEmulated }
    return function.effect == nil ? .emulated : .effect
  }

  private static func name(_ entry: BuiltInReference.Entry) -> String { "\(entry.domain).\(entry.id)" }

  @Test func `the table holds, group by group`() {
    let entries = BuiltInReference.standard.entries
    #expect(entries.count == 323)
    let groups = Dictionary(grouping: entries) { String($0.domain.dropFirst("starface.".count)) }
    var totals = [0, 0, 0]
    let actual = groups.sorted { $0.key < $1.key }.map { group, entries in
      var counts = [0, 0, 0]
      for entry in entries { counts[Self.kind(entry).rawValue] += 1 }
      for index in 0..<3 { totals[index] += counts[index] }
      return "\(group) \(entries.count) " + counts.map(String.init).joined(separator: " ")
    }
    let expected = Self.table.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(actual == expected)
    #expect(totals == [284, 35, 4])
    #expect(entries.filter { Self.kind($0) == .notEmulated }.map(Self.name).sorted() == Self.notEmulated)
    print("built-in functions: \(totals[0]) emulated, \(totals[1]) effects, \(totals[2]) not emulated")
  }

  /// One function a built-in; it takes what `argument` gives for each parameter and hands the outputs on.
  private func module(_ argument: (BuiltInParameter) -> D.Argument?) -> ModuleDescriptor {
    let entries = BuiltInReference.standard.entries
    let functions = entries.enumerated().map { index, entry in
      D.function(
        "f\(index)",
        outputs: entry.outputs.map { D.variable("out-\($0.name)", .object) },
        [
          D.call(
            entry.domain,
            entry.id,
            entry.inputs.compactMap { input in argument(input).map { (input.name, .object, $0) } },
            out: entry.outputs.map { ($0.name, "out-\($0.name)") }
          )
        ]
      )
    }
    return D.module(
      variables: [D.variable("list", .list, "l"), D.variable("map", .map, "m")],
      resources: [.list(ListResource(id: "l", values: [])), .map(MapResource(id: "m", entries: []))],
      functions: functions,
      entryPoints: entries.indices.flatMap { index in
        [D.rpc("f\(index)", "f\(index)"), Appliance.service("s\(index)", "f\(index)")]
      }
    )
  }

  /// Runs all of them, outside of a call and in one, and expects that each ends, and that what fails names it.
  private func survey(_ argument: (BuiltInParameter) -> D.Argument?) async throws {
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(pbx: Appliance.state))
    try await runtime.importModule(module(argument))
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    var failed = 0
    for (index, entry) in BuiltInReference.standard.entries.enumerated() {
      for event in [ModuleRuntime.Event.rpc("f\(index)"), .service("s\(index)")] {
        // Some deactivate their own instance.
        try await runtime.activate(id)
        for result in try await runtime.fire(event, at: id) {
          guard case .failed(let failure) = result.status else { continue }
          failed += 1
          let named =
            failure.exception.frames.contains { $0.className == entry.className }
            || failure.exception.message?.contains(Self.name(entry)) == true
          #expect(named, "\(Self.name(entry)): \(failure.exception.className) \(failure.exception.message ?? "")")
          if Self.kind(entry) == .notEmulated {
            #expect(
              failure.exception.message
                == "built-in function \(Self.name(entry)) is not emulated here; answer it by a mock"
            )
          }
          if Self.kind(entry) == .effect {
            #expect(failure.exception.message?.contains("are refused here") == true, "\(Self.name(entry))")
          }
        }
      }
    }
    let coverage = await runtime.coverage
    let called = coverage.lines.map(\.name)
    #expect(called.count == 323)
    #expect(coverage.functions(.notEmulated).map(\.name) == Self.notEmulated)
    #expect(coverage.functions(.refused).count == 35)
    #expect(coverage.functions(.emulated).count == 284)
    #expect(failed > 100)
  }

  @Test func `without arguments, each ends or fails by name`() async throws {
    try await survey { _ in nil }
  }

  @Test func `with arguments of the right type that make no sense, each ends or fails by name`() async throws {
    try await survey { input in
      switch input.type {
      case .list: .ref("list")
      case .map: .ref("map")
      case .int, .long, .double: .lit("3")
      case .boolean: .lit("true")
      case .string, .object, .other: .lit("x")
      }
    }
  }

  @Test func `a mock answers each of them with the outputs of the list`() async throws {
    var mocks = MockTable()
    for entry in BuiltInReference.standard.entries {
      let outputs = entry.outputs.map { ($0.name, Value.string("mock of \($0.name)")) }
      mocks.set(domain: entry.domain, id: entry.id, outputs: Dictionary(uniqueKeysWithValues: outputs))
    }
    let runtime = ModuleRuntime(mocks: mocks)
    try await runtime.importModule(module { _ in .lit("1") })
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    var outputs = 0
    for (index, entry) in BuiltInReference.standard.entries.enumerated() {
      let answer = try await runtime.call("I.f\(index)")
      for output in entry.outputs {
        outputs += 1
        #expect(answer["out-\(output.name)"]?.text == "mock of \(output.name)", "\(Self.name(entry))")
      }
    }
    #expect(outputs > 300)
    let coverage = await runtime.coverage
    #expect(coverage.functions(.mocked).count == 323)
    #expect(coverage.total(.emulated) + coverage.total(.notEmulated) + coverage.total(.refused) == 0)
  }
}
