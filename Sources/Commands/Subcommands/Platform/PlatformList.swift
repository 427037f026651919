import ArgumentParser
import InterfaceManifests
import Reporting

/// `sfm platform list`.
struct PlatformList: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the platform versions that are known.",
    discussion: discussion(
      "Complete: what is not in the manifest does not exist. Observed: what is not in it is unknown.",
      examples: ["sfm platform list", "sfm platform list --format json"]
    )
  )

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    var views: [ManifestView] = []
    do throws(ManifestError) {
      for name in PlatformLine.shippedNames { views += try PlatformLine.shipped(name)?.views ?? [] }
    } catch {
      throw CommandError(error)
    }
    let list = PlatformListing(views)
    context.print(format == .json ? list.json.text : list.text(context.outputStyle))
    return .clean
  }
}
