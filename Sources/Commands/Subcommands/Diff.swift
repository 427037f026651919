import ArgumentParser
import ModulePackages
import Reporting

/// `sfm diff OLD NEW`.
struct Diff: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two packages, by meaning.",
    discussion: discussion(
      "Functions, variables, pages, classes, jars, and what is used of the platform. Exit code 0 also when they differ.",
      examples: ["sfm diff Modcall_v12.sfm Modcall_v13.sfm", "sfm diff old.sfm . --format json"]
    )
  )

  @Argument(help: ArgumentHelp("The older package or project folder.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The newer one.", valueName: "new"))
  var new: String

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let before = try await runnablePackage(old, limits, context)
    let after = try await runnablePackage(new, limits, context)
    let report = DifferenceReport(PackageDifference(from: before, to: after), from: old, to: new)
    context.print(format == .json ? report.json.text : report.text(context.outputStyle))
    return .clean
  }
}
