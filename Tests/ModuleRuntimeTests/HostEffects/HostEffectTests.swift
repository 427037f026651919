import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Effects on the host: refused, recorded, answered by mocks; each is named.
@Suite struct HostEffectTests {
  typealias D = Designer

  private static let mail = D.call(
    "starface.net",
    "Email",
    [("to", .string, .lit("a@example.com")), ("subject", .string, .lit("Alarm"))],
    out: [("successful", "_sent")]
  )

  private func runtime(
    policy: HostEffectPolicy = HostEffectPolicy(),
    isStrict: Bool = true,
    mocks: MockTable = MockTable(),
    _ statements: [Statement]
  ) async throws -> (runtime: ModuleRuntime, log: [String]) {
    let runtime = ModuleRuntime(
      configuration: RuntimeConfiguration(isStrict: isStrict, hostEffects: policy),
      mocks: mocks
    )
    try await runtime.importModule(
      D.module(functions: [D.function("main", statements)], entryPoints: [D.stage(.instanceActivated, "main")])
    )
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    return (runtime, await runtime.log(of: id).map { "\($0.level.name) \($0.message)" })
  }

  @Test func `refused by name in strict mode`() async throws {
    let (runtime, log) = try await runtime([Self.mail, D.log(.lit("not reached"))])
    #expect(log.count == 1)
    #expect(
      log[0].contains("built-in function starface.net.Email was not run: effects of kind 'mail' are refused here")
    )
    let effects = await runtime.recordedEffects
    #expect(effects.count == 1)
    #expect(effects[0].function == "starface.net.Email")
    #expect(effects[0].arguments["to"]?.text == "a@example.com")
    guard case .refused = effects[0].result else { return #expect(Bool(false), "\(effects[0].result)") }
    #expect(await runtime.coverage.summary.hasSuffix("refused 1 (1 call: starface.net.Email)"))
  }

  @Test func `refused with a warning in lenient mode, outputs untouched`() async throws {
    let statements = [D.declare("_sent", .string, "unset"), Self.mail, D.log(.lit("sent:"), .ref("_sent"))]
    let (_, log) = try await runtime(isStrict: false, statements)
    #expect(log.count == 2)
    #expect(log[0].hasPrefix("WARN built-in function starface.net.Email was not run"))
    #expect(log[1] == "INFO sent: unset")
  }

  @Test func `recorded: it went well, and nothing happened`() async throws {
    let (runtime, log) = try await runtime(
      policy: HostEffectPolicy([.mail: .recorded]),
      [Self.mail, D.log(.lit("sent:"), .ref("_sent"))]
    )
    #expect(log == ["INFO sent: true"])
    let effects = await runtime.recordedEffects
    #expect(effects.map(\.kind) == [.mail])
    #expect(effects[0].instance == "I")
    #expect(effects[0].time == RuntimeConfiguration.sampleTime)
    #expect(await runtime.coverage.summary.contains("recorded only 1 (1 call: starface.net.Email)"))
  }

  @Test func `a mock wins over every policy, and is recorded`() async throws {
    for treatment in HostEffectPolicy.Treatment.allCases {
      var mocks = MockTable()
      mocks.set(domain: "starface.net", id: "Email", outputs: ["successful": .boolean(false)])
      let (runtime, log) = try await runtime(
        policy: HostEffectPolicy(otherwise: treatment),
        mocks: mocks,
        [Self.mail, D.log(.lit("sent:"), .ref("_sent"))]
      )
      #expect(log == ["INFO sent: false"])
      let effects = await runtime.recordedEffects
      #expect(effects.count == 1)
      guard case .mocked(let outputs)? = effects.first?.result else {
        #expect(Bool(false), "\(treatment)")
        continue
      }
      #expect(outputs["successful"]?.text == "false")
      #expect(await runtime.coverage.summary.contains("mocked 1 (1 call: starface.net.Email)"))
    }
  }

  @Test func `what cannot happen for real is recorded where it is allowed`() {
    let policy = HostEffectPolicy(otherwise: .allowed)
    for kind in HostEffectKind.allCases { #expect(policy[kind] == (kind.canBeAllowed ? .allowed : .recorded)) }
    #expect(HostEffectKind.allCases.filter(\.canBeAllowed) == [.http, .database])
  }

  @Test func `every function with an effect is refused by name`() async throws {
    let functions = BuiltInRegistry.standard.all.filter { $0.effect != nil }
    #expect(functions.count == 35)
    for function in functions {
      let (runtime, log) = try await runtime([D.call(function.domain, function.id)])
      #expect(log.count == 1, "\(function.id)")
      #expect(log.first?.contains("built-in function \(function.domain).\(function.id) was not run") == true)
      #expect(await runtime.coverage.total(.refused) == 1)
      #expect(await runtime.coverage.total(.emulated) == 0)
    }
  }

  @Test func `all functions of the host's groups are there, but the one without an output`() {
    let groups = ["db", "io", "http", "net", "system", "openai", "whisper", "crypto"].map { "starface." + $0 }
    let entries = BuiltInReference.standard.entries.filter { groups.contains($0.domain) }
    let missing = entries.filter { BuiltInRegistry.standard.find(domain: $0.domain, id: $0.id) == nil }
    #expect(entries.count == 76)
    #expect(missing.map(\.id) == ["CreateHttpUrlWithParams"])
  }

  @Test func `HTTP without a client, and to another machine`() async throws {
    let request = { (url: String) in
      D.call("starface.http", "HttpRequest", [("url", .string, .lit(url))])
    }
    let allowed = HostEffectPolicy([.http: .allowed])
    let noClient = try await runtime(policy: allowed, [request("http://localhost:1/")])
    #expect(noClient.log.first?.contains("this runtime has no HTTP client") == true)
    let away = try await runtime(policy: allowed, [request("http://example.com/")])
    #expect(away.log.first?.contains("host 'example.com' is not this machine") == true)
    #expect(await away.runtime.coverage.total(.refused) == 1)
    let secure = try await runtime(policy: allowed, [request("https://localhost/")])
    #expect(secure.log.first?.contains("only plain http is allowed, not 'https'") == true)
  }

  @Test func `sleep is the virtual clock's`() async throws {
    let (runtime, log) = try await runtime([
      D.call("starface.system", "Sleep", [("seconds", .number, .lit("5000"))]), D.log(.lit("awake")),
    ])
    #expect(log.first == "WARN Sleep of 5000 seconds cut to 3600: the platform's limit")
    #expect(await runtime.now == RuntimeConfiguration.sampleTime + 3_600_000)
    #expect(log.last == "INFO awake")
  }

  @Test func `system functions`() async throws {
    let (_, log) = try await runtime([
      D.call("starface.system", "SystemInfo", [("infoType", .string, .lit("InstanceName"))], out: [("value", "_a")]),
      D.call("starface.system", "SystemInfo", [("infoType", .string, .lit("ModuleName"))], out: [("value", "_b")]),
      D.call("starface.system", "SystemInfo", [("infoType", .string, .lit("StarfaceVersion"))], out: [("value", "_c")]),
      D.log(.ref("_a"), .ref("_b"), .ref("_c")), D.call("starface.system", "ThrowException"),
    ])
    #expect(log.first == "INFO I Sample 10.0.0.4")
    #expect(log.last?.contains("java.lang.RuntimeException") == true)
  }
}
