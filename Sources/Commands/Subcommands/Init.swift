import ArgumentParser
import Findings
import ModulePackages
import Reporting

/// `sfm init DIR`.
struct Init: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a new project.",
    discussion: discussion(
      "TEMPLATES\n"
        + ProjectTemplate.allCases.map { "  \($0.rawValue): \($0.summary)" }.joined(separator: "\n"),
      examples: ["sfm init greeter", "sfm init greeter --template java --vendor 'Example GmbH'"]
    )
  )

  @Argument(help: ArgumentHelp("The folder; made when it does not exist.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("designer, java, call or rpc.", valueName: "name"))
  var template: ProjectTemplate = .designer

  @Option(help: ArgumentHelp("The module's name (default: the folder's).", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Who makes it.", valueName: "name"))
  var vendor = "Example"

  @Option(help: ArgumentHelp("The oldest platform version that it is for.", valueName: "version"))
  var platform = "8.1.0.0"

  @Option(help: ArgumentHelp("The module's id (default: a new UUID).", valueName: "uuid"))
  var id: String?

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let stem = folder.split(separator: "/").last.map(String.init) ?? "module"
    do throws(ProjectError) {
      let files = try template.write(
        to: folder,
        name: name ?? (stem == "." || stem == ".." ? "Module" : stem),
        vendor: vendor,
        id: id ?? newID(),
        platform: platform,
        created: context.now() * 1000
      )
      context.note("\(folder): \(files.joined(separator: ", "))")
      context.note("next: sfm validate \(folder); sfm run \(folder); sfm test \(folder); sfm build \(folder)")
      return .clean
    } catch {
      throw CommandError(error)
    }
  }

  /// A random UUID (RFC 9562 section 5.4).
  private func newID() -> String {
    let high = UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    let (a, b) = (digits(high), digits(low))
    return [a.prefix(8), a.dropFirst(8).prefix(4), a.suffix(4), b.prefix(4), b.suffix(12)].joined(separator: "-")
  }
}
