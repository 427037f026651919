import Archives
import ArgumentParser
import Findings
import ModuleDescriptors
import ModulePackages
import Reporting
import Validation

/// `sfm build DIR`.
struct Build: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build a package from a project folder.",
    discussion: discussion(
      """
      The result is validated before it is written; errors are shown and nothing is written. The same folder gives \
      the same bytes on every machine; SOURCE_DATE_EPOCH sets the time of the entries. Java sources are compiled with \
      the javac of JAVA_HOME or PATH; the package's function entries are renewed from their annotations, and what that \
      changes in a module-descriptor.xml is told (--bump writes it to the project, too).
      """,
      examples: ["sfm build modcall", "sfm build modcall -o dist/Modcall.sfm", "sfm build modcall --bump"]
    )
  )

  @Argument(help: ArgumentHelp("The project folder.", valueName: "folder"))
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The package (default: <name>_v<version>.sfm in the working directory).", valueName: "file")
  )
  var output: String?

  @Flag(help: "Raise the module's version and set its lastChangedTime to now.")
  var bump = false

  @Flag(help: "Write the package even when it has errors.")
  var force = false

  @OptionGroup(title: "Findings") var findings: FindingsDisplay

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let options = BuildOptions(
      sourceDateEpoch: try epoch(context),
      bump: bump ? context.now() * 1000 : nil,
      javac: context.javaTool("javac")
    )
    let built: BuiltPackage
    do throws(ProjectError) {
      built = try await ProjectBuilder.build(folder, options)
    } catch {
      throw CommandError(error)
    }
    if !findings.quiet {
      for renewal in built.renewals { context.note("module-descriptor.xml: \(renewal), as its class in src/ says") }
    }
    let path = output ?? built.fileName
    let package = PackageReader.read(bytes: built.bytes, path: folder).package
    let status = try validate(package, context)
    if status != .clean, !force { return status }
    do throws(ArchiveError) {
      try AtomicFile.write(built.bytes, to: path)
    } catch {
      throw .failed(error.description)
    }
    if !findings.quiet {
      let module = built.descriptor
      context.note("\(path): \(module.name) \(module.head.version), \(built.bytes.count) bytes")
    }
    return status
  }

  /// Tells what is wrong with the package; nothing at all when nothing is.
  private func validate(_ package: ModulePackage, _ context: CommandContext) throws(CommandError) -> ExitStatus {
    let input = InputPath(path: folder, kind: .project)
    let examination = Examination(input, .package(package), examine: Validator.findings(in:))
    var finder = try ConfigurationFinder(path: findings.config, catalogue: KnownRules.catalogue)
    let configuration = try finder.configuration(for: folder, isFolder: true)
    return try FindingsRun([examination], [folder: configuration]).tell(findings, in: context)
  }

  private func epoch(_ context: CommandContext) throws(CommandError) -> Int? {
    guard let text = context.environment("SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let seconds = Int(text), seconds >= 0 else {
      throw .usage("SOURCE_DATE_EPOCH is \"\(text)\", expected seconds since 1970")
    }
    return seconds
  }
}
