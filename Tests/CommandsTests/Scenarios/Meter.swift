import TestSupport

/// A project folder with a small module, for scenarios.
struct Meter {
  let fixture: Fixture

  static let module = """
    module:
      id: 6a0c3f6e-0f5b-4a7e-9f11-5d1f2a3b4c01
      name: Meter
      title: Meter
      vendor: Test
      version: 1
      platform: 7.3.0.5
      created: 2026-01-01T00:00:00Z
    variables:
      LIMIT: {type: NUMBER, value: 3}
      LAST: {type: STRING, value: nothing}
    functions:
      poll:
        do:
          - log: [polling, $LIMIT]
      echo:
        in: {text: STRING}
        out: {echoed: STRING}
        do:
          - set: echoed
            to: $text
          - set: LAST
            to: $text
      report:
        in: {text: STRING}
        out: {sent: BOOLEAN}
        do:
          - call: starface.net/Email
            in: {to: someone@example.org, subject: $text}
            out: {successful: sent}
      speak:
        do:
          - log: a call
    entryPoints:
      - {timer: Poll, every: 10, period: Minute, call: poll}
      - {rpc: echo, call: echo, access: noauth}
      - {rpc: report, call: report, access: noauth}
      - {service: Line, call: speak}
      - {stage: InstanceChanged, call: poll}

    """

  init(_ scenarios: [String: String] = [:]) throws {
    fixture = try Fixture()
    try fixture.write(Self.module, "meter/module.yml")
    for (name, text) in scenarios { try fixture.write(text, "meter/scenarios/\(name).scenario.yml") }
  }

  var path: String { fixture.path("meter") }

  /// Runs one scenario.
  static func run(_ scenario: String, _ arguments: String...) async throws -> TestWorld.Outcome {
    let meter = try Meter(["one": scenario])
    var run = await TestWorld(environment: ["TZ": "UTC"]).run(["test", meter.path, "--seed", "1"] + arguments)
    run.output = meter.fixture.relative(run.output)
    run.errors = meter.fixture.relative(run.errors)
    return run
  }
}
