import ArgumentParser
import Findings
import InterfaceManifests

/// `sfm platform show SPEC`.
struct PlatformShow: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a platform version's manifest, one class or member a line.",
    discussion: discussion(
      "",
      examples: [
        "sfm platform show 10.0", "sfm platform show 7.3 --class 'de/starface/*'",
        "sfm platform show java:17 > java17.txt",
      ]
    )
  )

  @Argument(help: ArgumentHelp("The version: 7.3, 7.3.0.5, java:17, or a manifest file.", valueName: "platform"))
  var specification: String

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("Only classes whose name (a/B or a.B) matches; * and ? are wild.", valueName: "pattern")
  )
  var pattern: String?

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    var manifest = try platformView(specification).manifest()
    if let pattern {
      // No name of a class file has a dot in it.
      let pattern = Glob(pattern.replacing(".", with: "/"))
      manifest.classes.removeAll { !pattern.matches($0.name) }
      if manifest.classes.isEmpty {
        throw .usage("no class of \(manifest.platform) \(manifest.version) matches `\(pattern.pattern)`")
      }
    }
    context.print(manifest.text)
    return .clean
  }
}
