import ModuleDescriptors
import Testing

@Suite struct ScopeTests {
  @Test func anUnnamedReceiverIsAnImplicitLocal() throws {
    let module = try ModuleDescriptor.parse(SampleDescriptor.bytes).descriptor
    let function = try #require(module.functions.first)
    var seen: [String] = []
    function.forEachStatement { _, path in seen.append(path.description) }
    #expect(seen == ["if2", "if2 > functionCall Append", "if2 > commentStatement"])
    let scope = VariableScope(module: module).entering(function)
    #expect(scope.bindings.map(\.name) == ["_result", "GUI_ON"])
    #expect(scope.resolve("_result").binding?.kind == .implicitLocal)
    #expect(scope.resolve("_result", before: 1).binding?.kind == .implicitLocal)
    #expect(scope.resolve("v1") == scope.resolve("GUI_ON"))
    #expect(scope.resolve("GUI_OM") == .missing(nearest: ["GUI_ON"]))
    #expect(scope.resolve("foreach_entry") == .outsideLoop(name: "foreach_entry"))
  }
}
