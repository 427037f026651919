import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// RPC entry points, called in process.
@Suite struct RPCTests {
  typealias D = Designer

  private func runtime() async throws -> (ModuleRuntime, String) {
    let module = D.module(
      functions: [
        D.function(
          "echo",
          inputs: [D.variable("n", .number, "5"), D.variable("list", .list, id: "id-in")],
          outputs: [D.variable("out", .number), D.variable("list", .list)],
          [
            D.assign("out", .ref("n")), D.assign("id-list", .ref("id-in")),
            D.when(D.test(.equal, .ref("n"), .lit("13")), [D.call("starface.collection.list", "Size")]),
          ]
        )
      ],
      entryPoints: [D.rpc("echo", "echo")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "My.Instance")
    try await runtime.activate(id)
    return (runtime, id)
  }

  @Test func `inputs are converted, unset ones keep the default, outputs come back`() async throws {
    let (runtime, _) = try await runtime()
    #expect(try await runtime.call("My.Instance.echo", ["n": .string("7")])["out"]?.javaText == "7")
    #expect(try await runtime.call("My.Instance.echo")["out"]?.javaText == "5")
    #expect(await runtime.methods.map(\.name) == ["My.Instance.echo"])
  }

  @Test func `values do not cross the border by reference`() async throws {
    let (runtime, _) = try await runtime()
    let mine = JavaList([.integer(1)])
    let answer = try await runtime.call("My.Instance.echo", ["list": .list(mine)])
    mine.elements.append(.integer(2))
    guard case .list(let theirs)? = answer["list"] else {
      Issue.record("no list: \(answer)")
      return
    }
    #expect(theirs !== mine)
    #expect(theirs.count == 1)
  }

  @Test func `faults: no such method, a failing function, a deactivated instance`() async throws {
    let (runtime, id) = try await runtime()
    await #expect(throws: RuntimeError.unknownMethod("My.Instance.other")) {
      try await runtime.call("My.Instance.other")
    }
    let failure = await #expect(throws: RuntimeError.self) {
      try await runtime.call("My.Instance.echo", ["n": .integer(13)])
    }
    #expect(failure?.description == "java.lang.NullPointerException")
    #expect(await runtime.log(of: id).map(\.bracket) == ["rpc echo"])
    try await runtime.deactivate(id)
    await #expect(throws: RuntimeError.unknownMethod("My.Instance.echo")) { try await runtime.call("My.Instance.echo") }
    #expect(await runtime.methods.isEmpty)
  }
}
