import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// An instance that runs for ever, or says nonsense, harms nobody else.
@Suite struct IsolationTests {
  typealias D = Designer

  /// A million turns: more than anybody waits for.
  private static func busy(_ body: [Statement]) -> [Statement] {
    var statements = body
    for _ in 0..<6 { statements = [D.forEach(inList: "ten", statements)] }
    return statements
  }

  private static let ten = [D.variable("ten", .list, "l")]
  private static let tenTimes: [Resource] = [
    .list(ListResource(id: "l", values: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]))
  ]

  @Test func `an instance at its limit leaves the others alone`() async throws {
    let module = D.module(
      variables: Self.ten + [D.variable("spins", .boolean)],
      resources: Self.tenTimes + [.timer(TimerResource(id: "t", every: 1, .minute))],
      functions: [
        D.function(
          "main",
          [D.when(D.test(.isTrue, .ref("spins")), Self.busy([D.declare("n", .number, "1")])), D.log(.lit("done"))]
        )
      ],
      entryPoints: [D.timer("Poll", "main", timer: "t"), D.rpc("now", "main")]
    )
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(limits: RuntimeLimits(statements: 30_000)))
    try await runtime.importModule(module)
    let bad = try await runtime.createInstance(of: D.moduleID, name: "bad", values: ["spins": .string("true")])
    let good = try await runtime.createInstance(of: D.moduleID, name: "good")
    for id in [bad, good] { try await runtime.activate(id) }
    await runtime.advance(by: 180_000)
    #expect(await runtime.log(of: bad).map(\.level) == Array(repeating: .error, count: 4))
    #expect(await runtime.log(of: good).map(\.message) == Array(repeating: "done", count: 4))
    await #expect(throws: RuntimeError.self) { try await runtime.call("bad.now") }
    _ = try await runtime.call("good.now")
    #expect(await runtime.log(of: good).count == 5)
  }

  @Test(arguments: [Int.max, Int.min, 0, -5])
  func `numbers of a timer that make no sense neither crash nor fire`(number: Int) async throws {
    for period in ["Second", "Day", "Week", "Month", "Once"] {
      let timer = TimerResource(id: "t", every: number, TimerPeriod(rawValue: period), startTime: number)
      let module = D.module(
        resources: [.timer(timer)],
        functions: [D.function("main", [D.log(.lit("tick"))])],
        entryPoints: [D.timer("Poll", "main", timer: "t")]
      )
      let runtime = ModuleRuntime()
      try await runtime.importModule(module)
      let id = try await runtime.createInstance(of: D.moduleID, name: "A")
      try await runtime.activate(id)
      await runtime.advance(by: 5_000)
      let ticks = await runtime.log(of: id).count
      #expect(ticks <= 6, "\(period)")
      if number == .max { #expect(ticks == 0, "\(period)") }
    }
  }
}
