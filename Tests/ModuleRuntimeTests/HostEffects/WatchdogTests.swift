import Foundation
import ModulePackages
import Synchronization
import TestSupport
import Testing

@testable import ModuleRuntime

/// `SamplesModules/Watchdog`: one mail at the threshold, one at recovery.
@Suite struct WatchdogTests {
  /// Whether the host answers and mail goes out; the mocks ask.
  private final class World: Sendable {
    let isUp = Mutex(true)
    let takesMail = Mutex(true)

    var mocks: MockTable {
      var mocks = MockTable()
      mocks.set(domain: "starface.net", id: "IsHostReachable") { [self] _ in
        .outputs(["result": .boolean(isUp.withLock { $0 })])
      }
      mocks.set(domain: "starface.net", id: "Email") { [self] _ in
        .outputs(["successful": .boolean(takesMail.withLock { $0 })])
      }
      return mocks
    }
  }

  private func started(_ world: World) async throws -> (ModuleRuntime, String) {
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "SamplesModules/Watchdog")
    let built = try await ProjectBuilder.build(samples.path(percentEncoded: false))
    let package = PackageReader.read(bytes: built.bytes, path: "Watchdog.sfm").package
    #expect(package.findings == [])
    let runtime = ModuleRuntime(mocks: world.mocks)
    let module = try await runtime.importPackage(package).moduleID
    let id = try await runtime.createInstance(of: module, name: "Watchdog", values: ["HOST": .string("10.0.0.1")])
    try await runtime.activate(id)
    return (runtime, id)
  }

  private func subjects(_ runtime: ModuleRuntime) async -> [String] {
    await runtime.recordedEffects.filter { $0.kind == .mail }.map { $0.arguments["subject"]?.text ?? "" }
  }

  private let fiveMinutes: Int64 = 300_000

  @Test func `one mail at the threshold, one when it is over`() async throws {
    let world = World()
    let (runtime, id) = try await started(world)
    await runtime.advance(by: fiveMinutes * 3)
    #expect(await subjects(runtime) == [])
    world.isUp.withLock { $0 = false }
    await runtime.advance(by: fiveMinutes * 2)
    #expect(await subjects(runtime) == [])
    await runtime.advance(by: fiveMinutes)
    #expect(await subjects(runtime) == ["10.0.0.1 is down"])
    await runtime.advance(by: fiveMinutes * 10)
    #expect(await subjects(runtime) == ["10.0.0.1 is down"])
    let state = try await runtime.call("Watchdog.state")
    #expect(state["failures"]?.doubleValue == 13)
    #expect(state["alarm"]?.text == "true")
    world.isUp.withLock { $0 = true }
    await runtime.advance(by: fiveMinutes * 2)
    #expect(await subjects(runtime) == ["10.0.0.1 is down", "10.0.0.1 is back"])
    let after = try await runtime.call("Watchdog.state")
    #expect(after["failures"]?.doubleValue == 0)
    #expect(after["alarm"]?.text == "false")
    // Two failures are not enough, and do not add up with earlier ones.
    world.isUp.withLock { $0 = false }
    await runtime.advance(by: fiveMinutes * 2)
    world.isUp.withLock { $0 = true }
    await runtime.advance(by: fiveMinutes)
    #expect(await subjects(runtime).count == 2)
    #expect(await runtime.log(of: id).allSatisfy { $0.level != .error })
    #expect(
      await runtime.coverage.functions(.mocked).map(\.name) == ["starface.net.Email", "starface.net.IsHostReachable"]
    )
    #expect(await runtime.coverage.total(.notEmulated) == 0)
  }

  @Test func `a mail that did not go out is tried again`() async throws {
    let world = World()
    let (runtime, id) = try await started(world)
    world.isUp.withLock { $0 = false }
    world.takesMail.withLock { $0 = false }
    await runtime.advance(by: fiveMinutes * 4)
    let tried = await subjects(runtime).count
    #expect(await runtime.log(of: id).filter { $0.level == .error }.count == tried)
    #expect(tried >= 2)
    world.takesMail.withLock { $0 = true }
    await runtime.advance(by: fiveMinutes * 3)
    #expect(await subjects(runtime).count == tried + 1)
  }

  @Test func `without a mock the first look fails by name`() async throws {
    let (runtime, id) = try await started(World())
    await runtime.setMocks(MockTable())
    await runtime.advance(by: fiveMinutes)
    let errors = await runtime.log(of: id).filter { $0.level == .error }
    #expect(errors.first?.message.contains("starface.net.IsHostReachable was not run") == true)
  }
}
