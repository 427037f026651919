import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Java functions inside a call: they know its channel, and functions of the channel act on it.
@Suite struct JavaCallTests {
  typealias D = Designer

  /// A host whose one function calls platform methods, each named `Class.method`, and logs what they give.
  private struct Host: JavaFunctionHost {
    var calls: @Sendable (JavaEnvironment) async -> [(owner: String, method: String, arguments: [Value])]

    func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome? { nil }
    func unload(moduleID: String, revision: Int) async -> [Leftover] { [] }

    func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
      for (owner, method, arguments) in await calls(environment) {
        let call = PlatformCall(
          module: call.module.id,
          instance: environment.instanceName,
          owner: owner,
          method: method,
          descriptor: "",
          arguments: arguments,
          receiver: .null
        )
        switch await environment.answer(call) {
        case .value(let value): await environment.log(.info, "\(method) \(value.text)")
        case .failure(let exception): await environment.log(.info, "\(method) throws \(exception.className)")
        case nil: await environment.log(.info, "\(method) is not known")
        }
      }
      return .ran([:])
    }
  }

  private func outcome(
    _ actions: [CallScript.Action] = [],
    legs: [String: LegAnswer] = [:],
    _ calls: @escaping @Sendable (JavaEnvironment) async -> [(owner: String, method: String, arguments: [Value])]
  ) async throws -> (CallOutcome, [String]) {
    let runtime = ModuleRuntime(
      configuration: RuntimeConfiguration(pbx: Appliance.state),
      javaHost: Host(calls: calls)
    )
    try await runtime.importModule(
      D.module(
        functions: [D.function("main", [D.callJava("Worker"), D.log(.lit("goes on"))]), D.java("Worker")],
        entryPoints: [Appliance.service("line", "main")]
      )
    )
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    let outcome = try await runtime.placeCall(
      CallScript(from: .external(number: "+4420555"), to: .service("line"), actions: actions, legs: legs)
    )
    return (outcome, await runtime.log(of: id).map(\.message))
  }

  private static let environment = "de.vertico.starface.module.core.runtime.IAGIRuntimeEnvironment"
  private static let functions = "de.vertico.starface.module.core.runtime.functions."

  @Test func `the channel is known, and can be answered and hung up`() async throws {
    let (outcome, lines) = try await outcome { environment in
      let channel = Value.string(await environment.owner.pbx.calls.first?.caller.channel ?? "")
      let module = "de.starface.bo.callhandling.actions.ModuleBusinessObject"
      return [
        (Self.environment, "getCallerChannelName", []), (module, "isChannelUp", [channel]),
        (module, "answer", [channel, .integer(0)]), (module, "hangup", [channel, .null]),
        (module, "isChannelUp", [channel]), (module, "hangup", [channel, .null]),
      ]
    }
    #expect(
      lines == [
        "getCallerChannelName SIP/line-00000002", "isChannelUp true", "answer ", "hangup ", "isChannelUp false",
        "hangup throws java.lang.IllegalArgumentException", "goes on",
      ]
    )
    #expect(outcome.isAnswered)
    #expect(outcome.ending == .module)
  }

  @Test func `a function class that Java code executes waits for what happens in the call`() async throws {
    let number = JavaMap([(.string("phoneNumber"), .string("10")), (.string("timeout"), .integer(20))])
    let (outcome, lines) = try await outcome(legs: ["0001": .rejects(after: 3_000)]) { _ in
      [(Self.functions + "callHandling.call.CallPhonenumber2", "execute", [.map(number)])]
    }
    #expect(lines == ["execute {success=false}", "goes on"])
    #expect(outcome.dials.map(\.result) == [.rejected])
    #expect(outcome.duration == 3_000)
    // The caller's hang-up is what the echo ends with.
    let (echo, _) = try await self.outcome([.wait(7_000), .hangUp]) { _ in
      [(Self.functions + "callHandling.audio.Echo", "execute", [])]
    }
    #expect(echo.ending == .caller)
    #expect(echo.duration == 7_000)
  }
}
