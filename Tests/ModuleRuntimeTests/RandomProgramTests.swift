import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// A thousand random programs do the same in the interpreter and in a second, naive evaluator.
@Suite struct RandomProgramTests {
  @Test func `the interpreter and the naive evaluator agree`() async throws {
    var compared = 0
    var tooLong = 0
    var failed = 0
    var lines = 0
    var executed: [String: Int] = [:]
    var seed: UInt64 = 0
    while compared < 1_000, seed < 3_000 {
      seed += 1
      var programs = RandomPrograms(seed: seed)
      let module = programs.module()
      let naive = NaiveEvaluator(module)
      let expected: [String]
      do {
        expected = try naive.run()
      } catch is NaiveEvaluator.TooLong {
        tooLong += 1
        continue
      }
      let runtime = ModuleRuntime()
      try await runtime.importModule(module)
      let id = try await runtime.createInstance(of: Designer.moduleID, name: "I")
      try await runtime.activate(id)
      let actual = await runtime.log(of: id).map { entry in
        guard entry.message.hasPrefix("Cause:\n") else { return "\(entry.level.name) \(entry.message)" }
        return "ERROR \(entry.message.split(separator: "\n")[1])"
      }
      let values = await runtime.instances[0].values
      #expect(actual == expected, "seed \(seed)")
      for (name, value) in values {
        // A copy, as the runtime gives one: keys that were changed while in a map find their places anew.
        let other = naive.moduleNames[name]?.value.deepCopy()
        #expect(value.javaText == other?.javaText, "seed \(seed), variable \(name)")
      }
      if actual != expected { break }
      compared += 1
      lines += actual.count
      executed.merge(naive.executed, uniquingKeysWith: +)
      if expected.last?.hasPrefix("ERROR") == true { failed += 1 }
    }
    #expect(compared == 1_000)
    #expect(tooLong < 2_000)
    // The programs do something, and some of them fail on the way.
    #expect(lines > 5_000)
    #expect(failed > 20)
    // Each kind of statement and expression was run hundreds of times.
    let kinds =
      [
        "functionCall", "typedVarDef", "varAssign", "if2", "else", "switch", "case", "forEachInList", "forEachInMap",
        "return", "exit", "disabled", "andExpression", "orExpression",
      ] + RandomPrograms.expressions.map(\.rawValue)
    for kind in kinds { #expect(executed[kind, default: 0] >= 100, "\(kind): \(executed[kind, default: 0])") }
    #expect(executed.count == kinds.count, "\(executed.keys.filter { !kinds.contains($0) })")
    print("random programs: \(compared) compared, \(failed) of them fail, \(tooLong) too long, \(lines) log lines")
  }
}
