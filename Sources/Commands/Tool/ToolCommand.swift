import ArgumentParser

/// A subcommand: its arguments are parsed by ArgumentParser, its world is given to it.
protocol ToolCommand: ParsableCommand {
  /// Does the work and says how it ended.
  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus
}
