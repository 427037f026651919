import Foundation
import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// How fast the interpreter, timers and RPC calls are. Time decides nothing here: the figures are printed, and those
/// of a release build stand in `Tools/Benchmarks/README.md`.
@Suite(.serialized) struct SpeedTests {
  typealias D = Designer

  private func measure(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  /// A loop within loops over ten entries; the innermost counts and assigns.
  private func counting(levels: Int) -> [Statement] {
    var body: [Statement] = [
      D.call(
        "starface.math",
        "BinaryMathOperations",
        [("operand", .string, .lit("Add")), ("a", .number, .ref("n")), ("b", .number, .lit("1"))],
        out: [("result", "n")]
      ),
      D.assign("copy", .ref("n")), D.assign("flag", .lit("true")), D.assign("text", .lit("x")),
      D.when(D.test(.isTrue, .ref("flag")), [D.assign("other", .ref("copy"))]),
    ]
    for _ in 0..<levels { body = [D.forEach(inList: "ten", body)] }
    return [
      D.declare("n", .number, "0"), D.declare("copy", .number), D.declare("flag", .boolean), D.declare("text", .string),
      D.declare("other", .number), D.call("starface.collection.list", "CreateList", out: [("list", "ten")]),
      D.call(
        "starface.collection.list",
        "Add2",
        [("list", .list, .ref("ten"))],
        lists: [("objects", .object, (0..<10).map { .lit("\($0)") })]
      ),
    ] + body + [D.log(.ref("n"))]
  }

  @Test func `statements in a counting loop`() async throws {
    #if DEBUG
      let levels = 4
    #else
      let levels = 6
    #endif
    let module = D.module(
      functions: [D.function("main", counting(levels: levels))],
      entryPoints: [D.stage(.instanceChanged, "main")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    var statements = 0
    let seconds = try await measure {
      statements = try await runtime.fire(.stage("InstanceChanged"), at: id)[0].statements
    }
    let rate = Double(statements) / seconds
    print("speed: \(statements) statements, \(Int(rate)) a second")
    #expect(statements > 6 * Int(Double(levels == 4 ? 10_000 : 1_000_000)))
  }

  /// The resident memory of this process in KiB; nil where the system does not tell.
  private static var residentMemory: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Of what a loop allocates nothing stays: ten times the statements take the same memory.
  @Test(.enabled(if: residentMemory != nil, "this system does not tell how much memory a process has"))
  func `memory stays flat`() async throws {
    #if DEBUG
      let levels = 4
    #else
      let levels = 6
    #endif
    let module = D.module(
      functions: [D.function("few", counting(levels: levels - 1)), D.function("many", counting(levels: levels))],
      entryPoints: [D.rpc("few", "few"), D.rpc("many", "many")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    try await runtime.activate(try await runtime.createInstance(of: D.moduleID, name: "I"))
    _ = try await runtime.call("I.few")
    let before = try #require(Self.residentMemory)
    _ = try await runtime.call("I.many")
    let after = try #require(Self.residentMemory)
    print("speed: \(before) KiB before, \(after) KiB after ten times the statements")
    #expect(after - before < 16 << 10)
  }

  @Test func `timer firings on the virtual clock`() async throws {
    #if DEBUG
      let count = 20_000
    #else
      let count = 1_000_000
    #endif
    let module = D.module(
      variables: [D.variable("n", .number, "0")],
      resources: [.timer(TimerResource(id: "t", every: 1, .second))],
      functions: [D.function("main", [D.assign("n", .lit("1"))])],
      entryPoints: [D.timer("Tick", "main", timer: "t")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    let seconds = await measure { await runtime.advance(by: Int64(count) * 1_000) }
    print("speed: \(count) timer firings in \(seconds) s")
  }

  @Test func `RPC calls in process`() async throws {
    #if DEBUG
      let count = 5_000
    #else
      let count = 100_000
    #endif
    let module = D.module(
      functions: [
        D.function(
          "main",
          inputs: [D.variable("in", .string)],
          outputs: [D.variable("out", .string)],
          [D.assign("out", .ref("in"))]
        )
      ],
      entryPoints: [D.rpc("echo", "main")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    var answers = 0
    let seconds = try await measure {
      for number in 0..<count {
        if try await runtime.call("I.echo", ["in": .string("\(number)")])["out"]?.text == "\(number)" { answers += 1 }
      }
    }
    print("speed: \(Int(Double(count) / seconds)) RPC calls a second")
    #expect(answers == count)
  }

  @Test func `an instance is started and an event fired`() async throws {
    let module = D.module(
      functions: [D.function("main", [D.log(.lit("hello"))])],
      entryPoints: [D.stage(.instanceChanged, "main")]
    )
    let seconds = try await measure {
      let runtime = ModuleRuntime()
      try await runtime.importModule(module)
      let id = try await runtime.createInstance(of: D.moduleID, name: "I")
      try await runtime.activate(id)
      try await runtime.change(id, values: [:])
    }
    print("speed: import, create, activate, change in \(seconds * 1_000) ms")
  }
}
