import Archives
import ArgumentParser
import ModulePackages
import Reporting

/// `sfm ls PKG`.
struct List: ToolCommand, PlainArguments {
  static let configuration = CommandConfiguration(
    commandName: "ls",
    abstract: "List the entries of a package: size, compressed size, CRC, kind.",
    discussion: discussion(
      "Takes a package, or any other jar. Of uploaded files the name in the designer is shown beside the entry.",
      examples: ["sfm ls Modcall.sfm", "sfm ls Modcall.sfm --format json", "sfm ls library.jar"]
    )
  )

  @Argument(help: ArgumentHelp("The package or jar.", valueName: "package"))
  var path: String

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let listing = EntryListing(try readPackage(path, limits, secondOpinion: .whenVerified))
    context.print(format == .json ? listing.json.text : listing.text(context.outputStyle))
    return .clean
  }
}

extension List {
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> List {
    var command = List()
    command.format = .text
    command.limits = LimitOptions.plain(&words)
    let paths = try words.paths()
    guard paths.count == 1 else { throw PlainWords.NotPlain() }
    command.path = paths[0]
    return command
  }
}
