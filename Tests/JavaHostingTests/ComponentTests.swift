import Archives
import JavaHosting
import ModuleRuntime
import TestSupport
import Testing

/// What Java code does to the emulator through the platform's components.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct ComponentTests {
  @Test func `the module registry edits and saves an instance, and InstanceChanged fires`() async throws {
    let probe = try await ProbeRuntime()
    #expect(try await probe.act("save", .string("new")) == "5 variables")
    await probe.runtime.runDue()
    let values = await probe.runtime.instances.first?.values
    #expect(values?["SETTING"]?.text == "new")
    #expect(values?["NAMES"]?.text == "[x, y, new]")
    #expect(await probe.lines().contains("INFO changed to new"))
    await probe.host.shutDown()
  }

  @Test func `an instance that saves itself in its own InstanceChanged is stopped after some rounds`() async throws {
    let probe = try await ProbeRuntime()
    try await probe.runtime.change(probe.instance, values: ["LOOP": .boolean(true)])
    await probe.runtime.runDue()
    let lines = await probe.lines()
    // The person's change, and five rounds of its own.
    #expect(lines.count { $0.hasPrefix("INFO changed to") } == 6, "\(lines)")
    #expect(
      lines.filter { $0.hasPrefix("ERROR") } == [
        "ERROR Instance 'A' saves itself in its own InstanceChanged: the loop is stopped after 5 rounds; the appliance "
          + "would go on for ever"
      ]
    )
    await probe.host.shutDown()
  }

  @Test func `the module registry deactivates another instance`() async throws {
    let probe = try await ProbeRuntime()
    let other = try await probe.runtime.createInstance(of: Probe.moduleID, name: "B")
    try await probe.runtime.activate(other)
    _ = try await probe.act("activate", .string(other))
    // Its events run on a thread of their own.
    for _ in 0..<1000 where await probe.runtime.instances.allSatisfy(\.isRunning) {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(await probe.runtime.instances.filter { !$0.isRunning }.map(\.name) == ["B"])
    await #expect(throws: RuntimeError.unknownMethod("B.act")) { _ = try await probe.runtime.call("B.act") }
    await probe.host.shutDown()
  }

  @Test func `the module registry imports a package from a file`() async throws {
    let probe = try await ProbeRuntime()
    let folder = try TemporaryFolder()
    let file = folder.path("neighbour.sfm")
    try AtomicFile.write(try await Probe.neighbourBytes(), to: file)
    #expect(try await probe.failure("import", .string(file)) == nil)
    #expect(await probe.runtime.modules.map(\.info.name).sorted() == ["Neighbour", "Probe"])
    let missing = try await probe.failure("import", .string(folder.path("missing.sfm")))
    #expect(missing?.className == "java.io.IOException")
    #expect(missing?.message?.contains("missing.sfm") == true)
    await probe.host.shutDown()
  }

  @Test func `a file of the package lies where Java code can open it`() async throws {
    let probe = try await ProbeRuntime()
    #expect(try await probe.act("file") == "ring.txt txt ring ring")
    await probe.host.shutDown()
  }

  @Test func `a timer's settings are read and saved like a list`() async throws {
    let probe = try await ProbeRuntime()
    #expect(try await probe.act("timer") == "5 Minute")
    await probe.runtime.runDue()
    #expect(await probe.runtime.instances.first?.values["TICK"]?.text == "7 Minute")
    await probe.host.shutDown()
  }

  @Test func `a built-in function that Java code makes itself is answered by its mock`() async throws {
    let probe = try await ProbeRuntime()
    var mocks = MockTable()
    mocks.set(domain: "starface.db", id: "ReadValue") { call in
      .outputs(["value": .string("the value of \(call.arguments["key"]?.text ?? "")")])
    }
    await probe.runtime.setMocks(mocks)
    #expect(try await probe.act("read", .string("k")) == "read the value of k")
    #expect(await probe.runtime.coverage.functions(.mocked).map(\.name).contains("starface.db.ReadValue"))
    await probe.host.shutDown()
  }

  @Test func `a newer Java speaks as the platform's`() async throws {
    let package = try await Probe.package(replacing: ["Helper.class": try HelperClass.withoutMethod()])
    let probe = try await ProbeRuntime(package: package) { $0.javaLevel = 8 }
    guard probe.host.java.feature > 8 else { return print("skipped: Java 8 itself runs the module") }
    // The probe's classes are for Java 17, which Java 8 refuses.
    let thrown = try #require(try await probe.failure("missing"))
    #expect(thrown.className == "java.lang.UnsupportedClassVersionError")
    #expect(
      thrown.message?.hasSuffix("only recognizes class file versions up to 52.0") == true,
      "\(thrown.message ?? "")"
    )
    await probe.host.shutDown()
  }
}
