import ModuleDescriptors
import Synchronization
import Testing

@testable import ModuleRuntime

/// The order of events of runtime.md section 2.
@Suite struct LifecycleTests {
  typealias D = Designer

  /// A module that says which stage it is in.
  static func talkative(
    variables: [Variable] = [],
    resources: [Resource] = [],
    more: [Function] = [],
    entries: [EntryPoint] = []
  ) -> ModuleDescriptor {
    let stages = LifeCycleStage.known
    return D.module(
      variables: variables,
      resources: resources,
      functions: stages.map { D.function($0.rawValue, [D.log(.lit("here"))]) } + more,
      entryPoints: stages.map { D.stage($0, $0.rawValue) } + entries
    )
  }

  private func brackets(_ runtime: ModuleRuntime, _ id: String) async -> [String] {
    await runtime.log(of: id).map(\.bracket)
  }

  @Test func `a whole life in order`() async throws {
    let runtime = ModuleRuntime()
    try await runtime.importModule(Self.talkative())
    let id = try await runtime.createInstance(of: D.moduleID, name: "A")
    #expect(await brackets(runtime, id) == ["onInstanceCreated"])
    // Marked active, but its code does not run yet.
    #expect(await runtime.instances[0].isActive)
    #expect(await !runtime.instances[0].isRunning)
    try await runtime.change(id, values: [:])
    await runtime.startSystem()
    #expect(await brackets(runtime, id) == ["onInstanceCreated"])
    try await runtime.deactivate(id)
    #expect(await brackets(runtime, id) == ["onInstanceCreated"])
    try await runtime.activate(id)
    try await runtime.activate(id)
    try await runtime.change(id, values: [:])
    await runtime.startSystem()
    try await runtime.deactivate(id)
    try await runtime.change(id, values: [:])
    try await runtime.activate(id)
    try await runtime.delete(id)
    #expect(
      await brackets(runtime, id) == [
        "onInstanceCreated", "onInstanceActivated", "onInstanceChanged", "onSystemStarted", "onInstanceDeactivated",
        "onInstanceActivated", "onInstanceDeactivated", "onInstanceDeleted",
      ]
    )
    #expect(await runtime.instances.isEmpty)
  }

  @Test func `a re-import deactivates, keeps values, drops what does not fit, and never creates`() async throws {
    let runtime = ModuleRuntime()
    let first = try await runtime.importModule(
      Self.talkative(variables: [
        D.variable("kept", .string, "default"), D.variable("gone", .string), D.variable("retyped", .string),
      ])
    )
    #expect(first.revision == 1)
    #expect(await runtime.instances.isEmpty)
    let id = try await runtime.createInstance(
      of: D.moduleID,
      name: "A",
      values: ["kept": .string("mine"), "gone": .string("x"), "retyped": .string("5")]
    )
    try await runtime.activate(id)
    let second = try await runtime.importModule(
      Self.talkative(variables: [
        D.variable("kept", .string, "other"), D.variable("retyped", .number), D.variable("new", .string, "fresh"),
      ])
    )
    #expect(second.revision == 2)
    #expect(second.deactivated == ["A"])
    #expect(Set(second.dropped.map(\.variable)) == ["gone", "retyped"])
    let view = await runtime.instances[0]
    #expect(!view.isActive)
    #expect(view.values["kept"]?.text == "mine")
    #expect(view.values["new"]?.text == "fresh")
    #expect(view.values["retyped"]?.isNull == true)
    let log = await runtime.log(of: id)
    #expect(
      log.map { "\($0.level.name) [\($0.bracket)] \($0.message)" } == [
        "INFO [onInstanceCreated] here", "INFO [onInstanceActivated] here", "INFO [onInstanceDeactivated] here",
        "WARN [import] Value of variable 'gone' dropped: the new revision has no such variable",
        "WARN [import] Value of variable 'retyped' dropped: the new revision gives it another type",
      ]
    )
  }

  @Test func `what the library refuses`() async throws {
    let runtime = ModuleRuntime()
    try await runtime.importModule(Self.talkative(), isLicenceFree: false)
    await #expect(throws: RuntimeError.replaceRefused(moduleID: D.moduleID)) {
      try await runtime.importModule(Self.talkative(), replacing: false)
    }
    let id = try await runtime.createInstance(of: D.moduleID, name: "A")
    await #expect(throws: RuntimeError.nameTaken("A")) { try await runtime.createInstance(of: D.moduleID, name: "A") }
    await #expect(throws: RuntimeError.insufficientLicence(module: "Sample")) { try await runtime.activate(id) }
    await #expect(throws: RuntimeError.unknownModule("nobody")) {
      try await runtime.createInstance(of: "nobody", name: "B")
    }
    await #expect(throws: RuntimeError.unknownInstance("nobody")) { try await runtime.activate("nobody") }
    await #expect(throws: RuntimeError.unknownVariable("nothing", module: "Sample")) {
      try await runtime.change(id, values: ["nothing": .null])
    }
    await #expect(throws: RuntimeError.notActive("A")) { try await runtime.fire(.stage("InstanceChanged"), at: id) }
    let licensed = ModuleRuntime(configuration: RuntimeConfiguration(licensedModules: [D.moduleID]))
    try await licensed.importModule(Self.talkative(), isLicenceFree: false)
    try await licensed.activate(try await licensed.createInstance(of: D.moduleID, name: "A"))
  }

  @Test func `a dangling reference refuses the import in the platform's words`() async throws {
    let module = D.module(functions: [D.function("main", [D.assign("nowhere", .lit("1"))])])
    let error = await #expect(throws: RuntimeError.self) { try await ModuleRuntime().importModule(module) }
    #expect(
      error?.description
        == "import refused (Variable referenced in variable 'target' not found): 'nowhere' in function 'main'"
    )
  }

  @Test func `deleting a module deletes its instances with their events`() async throws {
    let runtime = ModuleRuntime()
    try await runtime.importModule(Self.talkative())
    let a = try await runtime.createInstance(of: D.moduleID, name: "A")
    let b = try await runtime.createInstance(of: D.moduleID, name: "B")
    try await runtime.activate(b)
    try await runtime.deleteModule(D.moduleID)
    #expect(await brackets(runtime, a) == ["onInstanceCreated", "onInstanceDeleted"])
    #expect(
      await brackets(runtime, b) == [
        "onInstanceCreated", "onInstanceActivated", "onInstanceDeactivated", "onInstanceDeleted",
      ]
    )
    #expect(await runtime.modules.isEmpty)
  }

  @Test func `one instance's failure leaves the others alone`() async throws {
    let module = D.module(
      variables: [D.variable("list", .list)],
      functions: [D.function("main", [D.call("starface.collection.list", "Size"), D.log(.lit("never"))])],
      entryPoints: [D.stage(.instanceActivated, "main")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    try await runtime.importModule(Self.other)
    let bad = try await runtime.createInstance(of: D.moduleID, name: "bad")
    let good = try await runtime.createInstance(of: "other", name: "good")
    try await runtime.activate(bad)
    try await runtime.activate(good)
    #expect(await runtime.log(of: bad).map(\.level) == [.error])
    #expect(await runtime.log(of: good).map(\.message) == ["fine"])
    #expect(await runtime.systemErrors.map(\.instanceName) == ["bad"])
  }

  private static let other = ModuleDescriptor(
    Head(id: "other", name: "Other"),
    lastChangedTime: 0,
    noLicenseID: "",
    writeHash: "",
    createdWith: "",
    functions: [D.function("main", [D.log(.lit("fine"))])],
    entryPoints: [
      .lifeCycle(
        LifeCycleEntryPoint(
          id: "e",
          name: "e",
          function: D.target("main", module: "other"),
          stage: .instanceActivated
        )
      )
    ]
  )

  @Test func `a call into another module needs it public and installed, and runs in the caller's instance`()
    async throws
  {
    let helper = D.module(
      id: "helper",
      name: "Helper",
      variables: [D.variable("counter", .number, "10")],
      functions: [
        D.function(
          "open",
          inputs: [D.variable("in", .string)],
          outputs: [D.variable("out", .string)],
          visibility: .public,
          [
            D.call("starface.entities", "GetModuleInstanceId", out: [("moduleInstanceId", "id")]),
            D.call("starface.entities", "GetModuleInfo", out: [("moduleName", "module")]),
            D.call(
              "starface.string",
              "Append2",
              lists: [("strings", .string, [.ref("in"), .lit(" "), .ref("module"), .lit(" "), .ref("counter")])],
              out: [("result", "out")]
            ), D.assign("counter", .lit("11")),
          ]
        ), D.function("closed", []),
      ]
    )
    let user = D.module(
      functions: [
        D.function(
          "main",
          [
            D.invoke("open", [("in", .lit("hello"))], out: [("out", "got")], module: "helper"), D.log(.ref("got")),
            D.invoke("open", [("in", .lit("again"))], out: [("out", "got")], module: "helper"), D.log(.ref("got")),
            D.invoke("closed", module: "helper"),
          ]
        )
      ],
      entryPoints: [D.stage(.instanceActivated, "main")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(user)
    try await runtime.importModule(helper)
    let id = try await runtime.createInstance(of: D.moduleID, name: "A")
    try await runtime.activate(id)
    let log = await runtime.log(of: id).map(\.message)
    #expect(log.prefix(2) == ["hello Helper 10", "again Helper 11"])
    #expect(log.last?.contains("function f-closed of module helper is not public") == true)
  }
}
