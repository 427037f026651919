import Foundation
import TestSupport
import Testing

/// Effects on the host as `sfm run` and `sfm test` treat and report them.
@Suite struct HostEffectCommandTests {
  private static let module = """
    module:
      id: 6d0a4c1b-0d1e-4b0c-9a55-2f6f0d7c9e11
      name: Effects
      vendor: Example
      version: 1
      platform: 7.3.0.5
      created: 2026-01-01T00:00:00Z
    variables:
      URL: {type: STRING, value: "http://127.0.0.1:1/"}
    functions:
      keep:
        do:
          - call: starface.io/WriteToFile
            in: {file: a/note.txt, text: "kept"}
          - call: starface.io/ReadFromFile
            in: {file: a/note.txt}
            out: {text: _text}
          - log: [$_text]
          - call: starface.net/Email
            in: {to: a@example.com}
      ask:
        do:
          - call: starface.http/HttpRequest
            in: {url: $URL}
            out: {httpStatusCode: _status}
          - log: [$_status]
    entryPoints:
      - {stage: InstanceActivated, call: keep}
      - {rpc: ask, call: ask, access: auth}
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("effects"), withIntermediateDirectories: true)
    try Self.module.write(toFile: folder.path("effects/module.yml"), atomically: true, encoding: .utf8)
  }

  private func scenario(_ text: String) throws -> String {
    let path = folder.path("effects/one.scenario.yml")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `run refuses by name and counts it`() async {
    let run = await TestWorld().run("run", folder.path("effects"))
    #expect(run.output.contains("INFO [onInstanceActivated] kept"))
    #expect(run.output.contains("starface.net.Email was not run: effects of kind 'mail' are refused here"))
    let files = "starface.io.ReadFromFile, starface.io.WriteToFile"
    #expect(
      run.errors.contains("emulated 3 (3 calls: \(files), starface.system.Log2), mocked 0, not emulated 0"),
      "\(run.errors)"
    )
    #expect(run.errors.contains("refused 1 (1 call: starface.net.Email)"), "\(run.errors)")
  }

  /// Nobody listens on the port of tcpmux: that it was asked shows that the network is there.
  @Test func `a scenario that allows HTTP reaches this machine, and no other`() async throws {
    for (url, message) in [
      ("http://127.0.0.1:1/", "Connect to 127.0.0.1:1 failed"),
      ("http://192.0.2.1/", "host '192.0.2.1' is not this machine"),
    ] {
      let path = try scenario(
        """
        effects: {http: allowed, mail: recorded}
        instances: [{name: A, values: {URL: "\(url)"}}]
        steps:
          - rpc: ask
            expect:
              fails: "\(message)"
        """
      )
      let run = await TestWorld().run("test", path)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
  }

  @Test func `a scenario that allows nothing asks nobody`() async throws {
    let path = try scenario(
      """
      effects: {mail: recorded}
      steps:
        - rpc: ask
          expect:
            fails: "effects of kind 'http' are refused here"
      """
    )
    let run = await TestWorld().run("test", path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func `the Watchdog's scenarios pass`() async {
    let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "SamplesModules/Watchdog")
    let run = await TestWorld().run("test", sample.path(percentEncoded: false))
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("4 scenarios passed"), "\(run.errors)")
  }
}
