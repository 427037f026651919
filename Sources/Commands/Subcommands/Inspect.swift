import ArgumentParser
import ModulePackages
import Reporting

/// `sfm inspect PKG`.
struct Inspect: ToolCommand {
  /// The drawings of the call graph.
  enum Graph: String, ExpressibleByArgument, CaseIterable {
    /// A picture for a browser.
    case svg
    /// Text for Graphviz.
    case dot
  }

  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what is in a package: functions, entry points, variables, pages, classes.",
    discussion: discussion(
      "Takes a package, or a project folder, which is built in memory. With --graph, draws what calls what instead.",
      examples: [
        "sfm inspect Modcall.sfm", "sfm inspect Modcall.sfm --format json | jq .entryPoints",
        "sfm inspect Modcall.sfm --graph svg > calls.svg",
      ]
    )
  )

  @Argument(help: ArgumentHelp("The package or project folder.", valueName: "path"))
  var path: String

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  @Option(help: "Draw entry points, functions, calls, built-ins and Java classes: svg or dot.")
  var graph: Graph?

  @Flag(help: "Leave out the statements of functions.")
  var brief = false

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let package =
      ProjectBuilder.isProject(path)
      ? try await runnablePackage(path, limits, context) : try readPackage(path, limits)
    switch graph {
    case .svg?: context.print(CallGraph(package).svg)
    case .dot?: context.print(CallGraph(package).dot)
    case nil:
      let inspection = ModuleInspection(package)
      context.print(
        format == .json ? inspection.json.text : inspection.text(context.outputStyle, statements: !brief)
      )
    }
    return .clean
  }
}
