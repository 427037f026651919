import Testing

@testable import ModuleRuntime

@Suite struct BuiltInRegistryTests {
  @Test func `the reference list is whole`() {
    let entries = BuiltInReference.standard.entries
    #expect(entries.count == 323)
    #expect(Set(entries.map { "\($0.domain).\($0.id)" }).count == entries.count)
    #expect(BuiltInReference.standard.find(domain: "starface.string", id: "Append2")?.inputs.map(\.name) == ["strings"])
  }

  @Test func `every emulated function has the parameters of the reference list`() {
    let all = BuiltInRegistry.standard.all
    #expect(all.count >= 14)
    for function in all {
      guard let entry = BuiltInReference.standard.find(domain: function.domain, id: function.id) else {
        Issue.record("\(function.domain).\(function.id) is not in the reference list")
        continue
      }
      #expect(Set(function.inputs) == Set(entry.inputs), "inputs of \(function.id)")
      #expect(Set(function.outputs) == Set(entry.outputs), "outputs of \(function.id)")
      #expect(function.inputs.count == entry.inputs.count)
      #expect(function.outputs.count == entry.outputs.count)
    }
  }
}
