import JavaHosting
import ModuleRuntime
import Testing

/// What Java code does to the emulator through the platform's components.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct ComponentTests {
  @Test func `the module registry edits and saves an instance, and InstanceChanged fires`() async throws {
    let probe = try await ProbeRuntime()
    #expect(try await probe.act("save", .string("new")) == "2 variables")
    await probe.runtime.runDue()
    let values = await probe.runtime.instances.first?.values
    #expect(values?["SETTING"]?.text == "new")
    #expect(values?["NAMES"]?.text == "[x, y, new]")
    #expect(await probe.lines().contains("INFO changed to new"))
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
