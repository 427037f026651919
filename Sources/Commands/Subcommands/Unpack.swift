import ArgumentParser
import ModulePackages
import Reporting

/// `sfm unpack PKG DIR`.
struct Unpack: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack",
    abstract: "Unpack a package to a project folder, fit for git.",
    discussion: discussion(
      "`sfm build` of the untouched folder gives a package with the same entries and bytes inside.",
      examples: ["sfm unpack Modcall.sfm modcall", "sfm unpack Modcall.sfm modcall --force"]
    )
  )

  @Argument(help: ArgumentHelp("The package.", valueName: "package"))
  var path: String

  @Argument(help: ArgumentHelp("The folder; made when it does not exist.", valueName: "folder"))
  var folder: String

  @Flag(help: "Take a folder that is not empty, too, and replace the parts that the package has.")
  var force = false

  @Flag(name: .shortAndLong, help: "Do not say what was written.")
  var quiet = false

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let package = try readPackage(path, limits)
    do throws(ProjectError) {
      let outcome = try ProjectUnpacker.unpack(package, to: folder, force: force)
      if !quiet { context.note("\(folder): \(counted(outcome.files.count, "file"))") }
      return .clean
    } catch {
      throw CommandError(error)
    }
  }
}

extension CommandError {
  /// What stands in the way of building, unpacking or making a project.
  init(_ error: ProjectError) {
    let status: ExitStatus =
      switch error.kind {
      case .source: .findings
      case .refused: .usage
      case .file: .unreadable
      case .compiler: .failed
      }
    self.init(status: status, message: error.description)
  }
}
