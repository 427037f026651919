import ArgumentParser

/// The root command: `sfm` itself only knows its subcommands.
struct SFM: ParsableCommand {
  static let configuration = CommandConfiguration(
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
        sfm validate Modcall.sfm
        sfm check Modcall.sfm --platform all
        sfm explain zip.entry.duplicate
      """,
    version: Tool.version,
    groupedSubcommands: [
      CommandGroup(name: "Judge", subcommands: [Validate.self, Check.self, Smoke.self]),
      CommandGroup(name: "Make", subcommands: [Init.self, Build.self, Unpack.self]),
      CommandGroup(name: "Run", subcommands: [Run.self, Log.self]),
      CommandGroup(name: "Look", subcommands: [Inspect.self, List.self, Diff.self]),
      CommandGroup(name: "Know", subcommands: [Platform.self, Explain.self]),
    ]
  )
}
