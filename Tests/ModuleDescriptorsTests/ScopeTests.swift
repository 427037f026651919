import ModuleDescriptors
import Testing

/// What references and targets mean (package-format.md sections 3.3 and 3.4, runtime.md section 3).
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
    #expect(scope.resolve("v1") == scope.resolve("GUI_ON"))
    #expect(scope.resolve("GUI_OM") == .missing(nearest: ["GUI_ON"]))
    #expect(scope.resolve("foreach_entry") == .outsideLoop(name: "foreach_entry"))
    // The call is statement 1: its result is there after it, not before.
    guard case .later = scope.resolve("_result", before: 1) else { return #expect(Bool(false)) }
    guard case .found = scope.resolve("_result", before: 2) else { return #expect(Bool(false)) }
  }

  @Test func functionVariablesShadowTheModulesAndLoopsBindTheirOwn() throws {
    let body = Statement.return(SimpleStatement(Head(id: "r", name: "return")))
    let loop = Statement.forEachInList(BlockStatement(Head(id: "l", name: "foreach"), statements: [body]))
    let definition = Statement.variableDefinition(
      VariableDefinition(Head(id: "d", name: "variable definition"), type: .number, variableName: "count")
    )
    let function = Function(
      Head(id: "f", name: "F"),
      interface: Interface(inputs: [
        .variable(Variable(id: "i", name: "shared", type: .string)),
        .variable(Variable(id: "i2", name: "twice", type: .string)),
        .variable(Variable(id: "i3", name: "twice", type: .string)),
      ]),
      statements: [loop, definition]
    )
    let module = ModuleDescriptor(
      Head(id: "m", name: "M"),
      lastChangedTime: 0,
      noLicenseID: "",
      writeHash: "",
      createdWith: "",
      interface: Interface(inputs: [.variable(Variable(id: "g", name: "shared", type: .number))]),
      functions: [function]
    )
    let scope = VariableScope(module: module).entering(function)
    #expect(scope.resolve("shared").binding?.kind == .functionInput)
    #expect(scope.resolve("g").binding?.kind == .module)
    #expect(scope.resolve("d").binding?.name == "count")
    #expect(scope.resolve("i3").binding?.id == "i3")
    guard case .ambiguous(let rivals) = scope.resolve("twice") else { return #expect(Bool(false)) }
    #expect(rivals.map(\.id) == ["i2", "i3"])
    var inLoop = 0
    function.forEachStatement { statement, path in
      let resolution = scope.resolve("foreach_entry", at: path)
      if path.depth == 2 {
        inLoop += 1
        #expect(resolution.binding?.kind == .loop)
        #expect(scope.resolve("foreach_key", at: path) == .outsideLoop(name: "foreach_key"))
      } else {
        #expect(resolution == .outsideLoop(name: "foreach_entry"))
      }
    }
    #expect(inLoop == 1)
  }

  @Test func targetsAreOwnForeignOrBuiltIn() throws {
    let module = try ModuleDescriptor.parse(SampleDescriptor.bytes).descriptor
    let resolver = TargetResolver(module: module)
    let cases: [(domain: String, id: String, expected: TargetResolution)] = [
      ("m", "f1", .function(0)), ("m", "f2", .missing(nearest: ["f1"])), ("m", "", .incomplete),
      ("", "f1", .incomplete),
      ("starface.string", "Append2", .builtIn(domain: "starface.string", id: "Append2")),
      ("other", "f1", .otherModule(id: "other", functionID: "f1")),
    ]
    for item in cases {
      #expect(resolver.resolve(Target(domainID: item.domain, id: item.id, name: "")) == item.expected)
    }
  }
}
