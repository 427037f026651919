import ArgumentParser
import Findings

/// The root command: `sfm` itself only knows its subcommands.
struct SFM: ParsableCommand {
  /// The only subcommand that the parser has to know for this command line; nil for all of them.
  ///
  /// The parser looks at every subcommand by reflection before it reads a word, which costs more than validating a
  /// package. When the first word names a subcommand, the others cannot matter.
  @TaskLocal static var wanted: String?

  static var configuration: CommandConfiguration {
    guard let wanted, let command = command(named: wanted) else { return configuration(groups) }
    return configuration([CommandGroup(name: "Commands", subcommands: [command])])
  }

  /// The subcommands as the help page shows them.
  private static let groups = [
    CommandGroup(name: "Judge", subcommands: [Validate.self, Check.self, Smoke.self]),
    CommandGroup(name: "Make", subcommands: [Init.self, Build.self, Unpack.self]),
    CommandGroup(name: "Run", subcommands: [Run.self, Test.self, Log.self]),
    CommandGroup(name: "Look", subcommands: [Inspect.self, List.self, Diff.self]),
    CommandGroup(name: "Know", subcommands: [Platform.self, Explain.self]),
  ]

  /// Whether a command line may begin with this word.
  static func knows(_ word: String) -> Bool { word == "help" || command(named: word) != nil }

  /// What somebody probably wanted who began a command line with a word that is no command.
  static func hint(for word: String) -> String {
    let names = groups.flatMap(\.subcommands).compactMap { $0.configuration.commandName }
    let near = nearestNames(to: word, in: names).map { "`sfm \($0)`" }
    guard near.isEmpty else { return "did you mean \(near.joined(separator: " or "))?" }
    let isPath = word.contains("/") || word.hasSuffix(".sfm")
    return isPath ? "a command comes first: `sfm smoke \(word)`" : "`sfm help` lists the commands"
  }

  /// The command of any command line, as ArgumentParser understands it.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    try $wanted.withValue(arguments.first) { try parseAsRoot(arguments) }
  }

  /// The command of a plain command line; nil where the parser is needed.
  static func plain(_ arguments: [String]) -> (any ToolCommand)? {
    let words = arguments.dropFirst()
    return switch arguments.first {
    case "validate": Validate.plain(words)
    case "check": Check.plain(words)
    case "ls": List.plain(words)
    default: nil
    }
  }

  private static func command(named name: String) -> (any ParsableCommand.Type)? {
    groups.lazy.flatMap(\.subcommands).first { $0.configuration.commandName == name }
  }

  private static func configuration(_ groups: [CommandGroup]) -> CommandConfiguration {
    CommandConfiguration(
      commandName: "sfm",
      abstract: "Build, validate, check, run and debug STARFACE modules (.sfm), without an appliance.",
      discussion: """
        EXIT CODES
          0  clean
          1  findings at or above --fail-on
          2  the command line or the configuration is wrong
          3  an input could not be read
          4  the tool itself failed

        EXAMPLES
          sfm smoke Modcall.sfm
          sfm check Modcall.sfm --platform all
          sfm explain zip.entry.duplicate
        """,
      version: Tool.version,
      groupedSubcommands: groups
    )
  }
}
