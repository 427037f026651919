import Testing

@testable import ModuleRuntime

/// How many functions of the reference list the emulator runs for real: a counted fact for each group.
@Suite struct EmulatedFunctionsTests {
  /// Group, functions emulated, functions of the list.
  private static let counts = """
    callHandling.audio 8 8
    callHandling.call 31 31
    callHandling.uci 23 23
    chat 5 5
    entities 20 20
    starfaceRest 20 21
    """

  @Test func `functions of the telephone system`() {
    var groups = 0
    for line in Self.counts.split(separator: "\n") {
      let words = line.split(separator: " ")
      let domain = "starface.\(words[0])"
      let all = BuiltInReference.standard.entries.filter { $0.domain == domain }
      let emulated = all.filter { BuiltInRegistry.standard.find(domain: domain, id: $0.id) != nil }
      let missing = Set(all.map(\.id)).subtracting(emulated.map(\.id)).sorted()
      #expect("\(words[0]) \(emulated.count) \(all.count)" == line, "not emulated: \(missing)")
      groups += 1
    }
    #expect(groups == 6)
  }

  @Test func `nothing is emulated that the list does not have`() {
    let known = Set(BuiltInReference.standard.entries.map { "\($0.domain).\($0.id)" })
    let emulated = BuiltInRegistry.standard.all.map { "\($0.domain).\($0.id)" }
    #expect(Set(emulated).isSubset(of: known))
    #expect(emulated.count >= 236)
    print("emulated \(emulated.count) of \(known.count)")
  }
}
