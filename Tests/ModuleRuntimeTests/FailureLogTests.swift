import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// The exact text of failures: the vendor FAQ's sample is the judge (runtime.md section 4).
@Suite struct FailureLogTests {
  typealias D = Designer

  static let sample = """
    ===== Functions call stack =====
    CheckModuleLicense(CheckModuleLicense)
    ffe4a003-3a9d-4288-ac0f-c17995e2ebce(Call --> CheckModuleLicense)

    [2019-01-02 15:16:17,310] ERROR [onInstanceChanged] Cause:
    java.lang.NoSuchMethodError: de.starface.license.manager.LicenseComponent.getServerLicense()Lde/starface/license/manager/jpa/v3/License;
        at de.fluxpunkt.starface.licensing.CheckModuleLicense.execute(CheckModuleLicense.java:110)
        at de.vertico.starface.module.core.runtime.executables.JavaFunctionExec.executeImpl(JavaFunctionExec.java:146)
        at de.vertico.starface.module.core.runtime.executables.BaseExec.execute(BaseExec.java:116)
        at de.vertico.starface.module.core.runtime.LoadedModule.invokeFunction(LoadedModule.java:213)
        at de.vertico.starface.module.core.runtime.LoadedFunction.invoke(LoadedFunction.java:74)
        at de.vertico.starface.module.core.runtime.RuntimeEnvironmentImpl.invokeFunction(RuntimeEnvironmentImpl.java:233)
        at de.vertico.starface.module.core.runtime.executables.FunctionCallExec.executeImpl(FunctionCallExec.java:128)
        at de.vertico.starface.module.core.runtime.executables.BaseExec.execute(BaseExec.java:116)
        at de.vertico.starface.module.core.runtime.executables.ContainerExec.executeImpl(ContainerExec.java:82)
        at de.vertico.starface.module.core.runtime.executables.FunctionExec.executeImpl(FunctionExec.java:57)
        at de.vertico.starface.module.core.runtime.executables.BaseExec.execute(BaseExec.java:116)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.callEntryPoint(ModuleRuntime.java:344)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.callEntryPoint(ModuleRuntime.java:515)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.callLifecycleEntryPointsForInstance(ModuleRuntime.java:2084)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.access$000(ModuleRuntime.java:123)
        at de.vertico.starface.module.core.runtime.ModuleRuntime$1.run(ModuleRuntime.java:2058)
        at java.lang.Thread.run(Thread.java:748)

    """

  @Test func `a missing method reads line by line as in the sample`() async throws {
    let call = Statement.functionCall(
      FunctionCall(
        Head(id: "ffe4a003-3a9d-4288-ac0f-c17995e2ebce", name: "Call --> CheckModuleLicense"),
        target: Target(domainID: D.moduleID, id: "CheckModuleLicense", name: "CheckModuleLicense")
      )
    )
    let module = D.module(
      functions: [D.function("main", [call, D.log(.lit("never"))]), D.java("CheckModuleLicense")],
      entryPoints: [D.stage(.instanceChanged, "main")]
    )
    let thrown = JavaException(
      "java.lang.NoSuchMethodError",
      "de.starface.license.manager.LicenseComponent.getServerLicense()Lde/starface/license/manager/jpa/v3/License;",
      frames: [
        JavaException.Frame(
          className: "de.fluxpunkt.starface.licensing.CheckModuleLicense",
          method: "execute",
          file: "CheckModuleLicense.java",
          line: 110
        )
      ]
    )
    let runtime = ModuleRuntime(
      configuration: RuntimeConfiguration(platformVersion: "7.3.0.5"),
      javaHost: NoJavaHost(exceptions: ["CheckModuleLicense": thrown])
    )
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    try await runtime.change(id, values: [:])
    #expect(await runtime.logText(of: id) == Self.sample)
    #expect(await runtime.systemErrors.count == 1)
  }

  @Test func `the call stack names functions and call statements, innermost first`() async throws {
    let inner = D.function("inner", [D.call("starface.collection.list", "Size")])
    let outer = D.function("outer", [D.invoke("inner")])
    let module = D.module(
      functions: [D.function("main", [D.invoke("outer")]), outer, inner],
      entryPoints: [D.stage(.instanceActivated, "main")]
    )
    let runtime = ModuleRuntime()
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(id)
    let entry = try #require(await runtime.log(of: id).first)
    #expect(
      entry.callStack == [
        "Size(Size)", "s-call-Size(call-Size)", "f-inner(inner)", "s-invoke-inner(invoke-inner)", "f-outer(outer)",
        "s-invoke-outer(invoke-outer)",
      ]
    )
    #expect(entry.message.hasPrefix("Cause:\njava.lang.NullPointerException\n    at de.vertico"))
    #expect(entry.bracket == "onInstanceActivated")
  }

  @Test func `limits end a run with an error that names them`() async throws {
    let recursive = D.function("again", [D.invoke("again")])
    let depth = try await D.run(functions: [recursive], [D.invoke("again")])
    #expect(depth.first?.contains("StackOverflowError: more than 256 functions call each other") == true)

    let doubling = (0..<40).map { _ in
      D.call(
        "starface.string",
        "Append2",
        lists: [("strings", .string, [.ref("x"), .ref("x")])],
        out: [("result", "x")]
      )
    }
    var configuration = RuntimeConfiguration()
    configuration.limits.textBytes = 1 << 20
    let text = try await D.run(configuration: configuration, [D.declare("x", .string, "ab")] + doubling)
    #expect(text.first?.contains("java.lang.OutOfMemoryError: Java heap space") == true)

    configuration.limits.textBytes = 256 << 20
    let quadrupled = (0..<20).map { _ in
      D.call(
        "starface.string",
        "Append2",
        lists: [("strings", .string, [.ref("x"), .ref("x")])],
        out: [("result", "x")]
      )
    }
    #expect(try await D.run(configuration: configuration, [D.declare("x", .string, "ab")] + quadrupled) == [])
    // Any process holds more than that.
    configuration.limits.memoryBytes = 1 << 20
    let memory = try await D.run(configuration: configuration, [D.declare("x", .string, "ab")] + quadrupled)
    #expect(memory.first?.contains("more than 1048576 bytes of memory: the run is ended") == true)
    configuration.limits.memoryBytes = 2 << 30

    configuration.limits.outputBytes = 1_000
    let output = try await D.run(
      configuration: configuration,
      (0..<100).map { _ in D.log(.lit("something")) } + [D.log(.lit("end"))]
    )
    #expect(output.count < 30)
    #expect(output.last?.contains("more than 1000 bytes of output") == true)

    configuration = RuntimeConfiguration()
    configuration.limits.statements = 50_000
    let statements = try await D.run(configuration: configuration, loop(100_000, [D.assign("x", .lit("1"))]))
    #expect(statements.last?.contains("more than 50000 statements") == true)

    configuration = RuntimeConfiguration()
    configuration.limits.wallTime = .milliseconds(20)
    let time = try await D.run(configuration: configuration, loop(100_000_000, [D.assign("x", .lit("1"))]))
    #expect(time.last?.contains("longer than 0.02 seconds") == true)
  }

  /// Statements that run `body` ten to the power of what is needed, in nested loops over ten entries.
  private func loop(_ count: Int, _ body: [Statement]) -> [Statement] {
    var statements = body
    var runs = 1
    while runs < count {
      statements = [D.forEach(inList: "ten", statements)]
      runs *= 10
    }
    return [
      D.declare("x", .number), D.call("starface.collection.list", "CreateList", out: [("list", "ten")]),
      D.call(
        "starface.collection.list",
        "Add2",
        [("list", .list, .ref("ten"))],
        lists: [("objects", .object, (0..<10).map { .lit("\($0)") })]
      ),
    ] + statements
  }
}
