import ArgumentParser
import Glibc
import Reporting

/// The tool as a function: arguments and a world in, an exit code out. The one place where errors become exit codes.
public enum Tool {
  /// The version that `sfm --version` prints.
  public static let version = "1.0.0"

  /// Runs the command that `arguments` (without the program's name) name.
  public static func run(_ arguments: [String], in context: CommandContext) async -> Int32 {
    let status = await perform(arguments, in: context)
    // Results that did not arrive whole must not look like results.
    guard let failure = context.output.sink.failure else { return status }
    context.note("sfm: cannot write to standard output: \(failure)")
    return max(status, ExitStatus.failed.rawValue)
  }

  private static func perform(_ arguments: [String], in context: CommandContext) async -> Int32 {
    if let command = SFM.plain(arguments) { return await run(command, in: context) }
    if let word = arguments.first, !word.hasPrefix("-"), !SFM.knows(word) {
      context.note("sfm: there is no command '\(word)'\n  hint: \(SFM.hint(for: word))")
      return ExitStatus.usage.rawValue
    }
    let command: any ParsableCommand
    do {
      command = try SFM.parsed(arguments)
    } catch {
      return SFM.$wanted.withValue(arguments.first) { finish(error, context) }
    }
    if let command = command as? any ToolCommand { return await run(command, in: context) }
    // What is left is ArgumentParser's own: `help`, and a group of commands without a command.
    do {
      var command = command
      try command.run()
      return ExitStatus.clean.rawValue
    } catch {
      return finish(error, context)
    }
  }

  private static func run(_ command: any ToolCommand, in context: CommandContext) async -> Int32 {
    do throws(CommandError) {
      return try await command.run(in: context).rawValue
    } catch {
      for line in error.message.split(separator: "\n") { context.note("sfm: \(terminalSafe(String(line)))") }
      return error.status.rawValue
    }
  }

  /// A parser's outcome: help and version are results, everything else is a usage error (2 rather than the parser's 64).
  private static func finish(_ error: any Error, _ context: CommandContext) -> Int32 {
    let text = SFM.fullMessage(for: error, columns: min(context.width, 120))
    if SFM.exitCode(for: error) == .success {
      context.print(text + "\n")
      return ExitStatus.clean.rawValue
    }
    context.note(text)
    return ExitStatus.usage.rawValue
  }
}
