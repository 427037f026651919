import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Timers on the virtual clock.
@Suite struct TimerTests {
  typealias D = Designer

  private func started(
    _ timer: TimerResource,
    variables: [Variable] = [],
    values: [String: Value] = [:],
    variable: String? = nil,
    body: [Statement] = [D.log(.lit("tick"))],
    registry: BuiltInRegistry = .standard,
    zone: ZoneRules = .utc
  ) async throws -> (ModuleRuntime, String) {
    let module = D.module(
      variables: variables,
      resources: [.timer(timer)],
      functions: [D.function("main", body)],
      entryPoints: [D.timer("Poll", "main", timer: timer.id, variable: variable)]
    )
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(zone: zone), registry: registry)
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "A", values: values)
    try await runtime.activate(id)
    return (runtime, id)
  }

  private func seconds(_ runtime: ModuleRuntime, _ id: String) async -> [Int64] {
    await runtime.log(of: id).map { ($0.time - RuntimeConfiguration.sampleTime) / 1_000 }
  }

  @Test func `once at activation, and not again`() async throws {
    let (runtime, id) = try await started(TimerResource(id: "t"))
    await runtime.advance(by: 0)
    #expect(await runtime.log(of: id).map(\.bracket) == ["timer Poll"])
    await runtime.advance(by: 86_400_000)
    #expect(await runtime.log(of: id).count == 1)
  }

  @Test func `every n periods on the grid of the start time`() async throws {
    // 10 s after the clock's start, then every 2 minutes.
    let start = Int(RuntimeConfiguration.sampleTime) + 10_000
    let (runtime, id) = try await started(TimerResource(id: "t", every: 2, .minute, startTime: start))
    await runtime.advance(by: 400_000)
    #expect(await seconds(runtime, id) == [10, 130, 250, 370])
    // A start in the past fixes the grid only.
    let past = Int(RuntimeConfiguration.sampleTime) - 50_000
    let (other, otherID) = try await started(TimerResource(id: "t", every: 1, .minute, startTime: past))
    await other.advance(by: 130_000)
    #expect(await seconds(other, otherID) == [10, 70, 130])
  }

  @Test func `a timer variable overrides the resource`() async throws {
    let (runtime, id) = try await started(
      TimerResource(id: "t", every: 1, .hour),
      variables: [D.variable("settings", .timerSettings, "t")],
      values: ["settings": .string("30 Second")],
      variable: "id-settings"
    )
    await runtime.advance(by: 60_000)
    #expect(await seconds(runtime, id) == [0, 30, 60])
  }

  @Test func `settings that are saved count from then on, once`() async throws {
    let (runtime, id) = try await started(
      TimerResource(id: "t", every: 1, .hour),
      variables: [D.variable("settings", .timerSettings, "t"), D.variable("other", .string)],
      variable: "settings"
    )
    await runtime.advance(by: 10_000)
    try await runtime.change(id, values: ["settings": .string("30 Second")])
    await runtime.advance(by: 30_000)
    // Saving the same again, or something else, leaves the grid alone.
    try await runtime.change(id, values: ["settings": .string("30 Second"), "other": .string("x")])
    await runtime.advance(by: 30_000)
    #expect(await seconds(runtime, id) == [0, 10, 40, 70])
    try await runtime.change(id, values: ["settings": .string("1 Hour")])
    await runtime.advance(by: 3_600_000)
    #expect(await seconds(runtime, id) == [0, 10, 40, 70, 70, 3_670])
  }

  @Test func `a busy timer is skipped with a WARN`() async throws {
    let slow = BuiltInFunction.waiting("starface.system", "Sleep", "Integer seconds", "") { call in
      .later(milliseconds: Int64(call.int(0) ?? 0) * 1_000, outputs: [])
    }
    let (runtime, id) = try await started(
      TimerResource(id: "t", every: 1, .minute),
      body: [
        D.log(.lit("starts")), D.call("starface.system", "Sleep", [("seconds", .number, .lit("90"))]),
        D.log(.lit("ends")),
      ],
      registry: BuiltInRegistry(families: [BuiltInRegistry.standard.all, [slow]])
    )
    await runtime.advance(by: 150_000)
    let log = await runtime.log(of: id)
    #expect(
      log.map { "\(($0.time - RuntimeConfiguration.sampleTime) / 1_000) \($0.level.name) \($0.message)" } == [
        "0 INFO starts", "60 WARN Timer 'Poll' is due while its last run is still busy: skipped", "90 INFO ends",
        "120 INFO starts",
      ]
    )
  }

  @Test func `deactivating stops timers, activating starts them anew`() async throws {
    let (runtime, id) = try await started(TimerResource(id: "t", every: 1, .minute))
    await runtime.advance(by: 90_000)
    try await runtime.deactivate(id)
    await runtime.advance(by: 300_000)
    try await runtime.activate(id)
    await runtime.advance(by: 60_000)
    #expect(await seconds(runtime, id) == [0, 60, 390, 450])
  }

  @Test func `days and months keep the local clock`() {
    // A zone that goes one hour ahead on 31 March 2019, 01:00 UTC.
    let change = CivilTime(year: 2019, month: 3, day: 31, hour: 1).milliseconds
    let zone = ZoneRules(name: { _ in "X" }, offset: { $0 >= change ? 7_200 : 3_600 })
    let anchor = zone.milliseconds(of: CivilTime(year: 2019, month: 1, day: 31, hour: 8))
    let day = TimerSettings(every: 1, "Day", startTime: anchor)
    let month = TimerSettings(every: 1, "Month", startTime: anchor)
    var time = zone.milliseconds(of: CivilTime(year: 2019, month: 3, day: 30, hour: 9))
    time = day.next(after: time, zone: zone, anchor: anchor) ?? 0
    #expect(zone.civilTime(at: time) == CivilTime(year: 2019, month: 3, day: 31, hour: 8))
    #expect(time - anchor == (59 * 24 - 1) * 3_600_000)
    let february = month.next(after: anchor, zone: zone, anchor: anchor) ?? 0
    #expect(zone.civilTime(at: february) == CivilTime(year: 2019, month: 2, day: 28, hour: 8))
    let march = month.next(after: february, zone: zone, anchor: anchor) ?? 0
    #expect(zone.civilTime(at: march) == CivilTime(year: 2019, month: 3, day: 31, hour: 8))
  }

  @Test func `an unknown period is an ERROR that names it`() async throws {
    let (runtime, id) = try await started(TimerResource(id: "t", every: 1, TimerPeriod(rawValue: "Fortnight")))
    #expect(await runtime.log(of: id).map(\.message) == ["Timer 'Poll': period 'Fortnight' is not known"])
  }
}
