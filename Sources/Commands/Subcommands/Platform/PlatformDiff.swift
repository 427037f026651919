import ArgumentParser
import InterfaceManifests
import Reporting

/// `sfm platform diff A B`.
struct PlatformDiff: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two platform versions; with --uses only what breaks for these packages.",
    discussion: discussion(
      "Exit code 1 means that something breaks, or may break.",
      examples: [
        "sfm platform diff java:11 java:17", "sfm platform diff 7.2 7.3 --uses Modcall.sfm --breaking",
      ]
    )
  )

  @Argument(help: ArgumentHelp("The older version.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The newer version.", valueName: "new"))
  var new: String

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Packages: only what they use counts.", valueName: "package"))
  var uses: [String] = []

  @Flag(help: "Only what breaks or may break.")
  var breaking = false

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let (from, to) = (try platformView(old), try platformView(new))
    var used: UsedReferences?
    if !uses.isEmpty { used = try UsedReferences(packages: uses) }
    let diff = ManifestDiff(from: from, to: to, uses: used)
    let report = PlatformDiffReport(diff, breakingOnly: breaking)
    context.print(format == .json ? report.json.text : report.text(context.outputStyle))
    context.note(report.summary)
    return report.breaks > 0 ? .findings : .clean
  }
}
