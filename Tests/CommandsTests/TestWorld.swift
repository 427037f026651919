import Synchronization

@testable import Commands

/// A world for one run of the tool: captured output, a fixed clock, a chosen environment.
struct TestWorld {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Collects text.
  private final class Capture: CommandContext.Sink {
    private let collected = Mutex("")
    var text: String { collected.withLock { $0 } }
    var failure: String? { nil }
    func write(_ text: String) { collected.withLock { $0 += text } }
  }

  var environment: [String: String] = [:]
  var isTerminal = false
  /// 2026-11-22, noon UTC.
  var now = 1_795_348_800
  var width = 100

  /// Runs `sfm` with these arguments.
  func run(_ arguments: String...) async -> Outcome { await run(arguments) }

  /// Runs `sfm` with these arguments.
  func run(_ arguments: [String]) async -> Outcome {
    let (output, errors) = (Capture(), Capture())
    let status = await Tool.run(arguments, in: context(output, errors))
    return Outcome(status: status, output: output.text, errors: errors.text)
  }

  /// What runs Java functions in this world.
  func javaHosts(home: String? = nil) -> JavaHosts {
    JavaHosts(mode: .jvm, javaHome: home, in: context(Capture(), Capture()))
  }

  private func context(_ output: Capture, _ errors: Capture) -> CommandContext {
    let (environment, now) = (environment, now)
    return CommandContext(
      output: CommandContext.Stream(sink: output, isTerminal: isTerminal),
      errors: CommandContext.Stream(sink: errors, isTerminal: isTerminal),
      environment: { environment[$0] },
      now: { now },
      uptime: { 0 },
      width: width
    )
  }
}
