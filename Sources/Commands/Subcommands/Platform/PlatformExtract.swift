import ArgumentParser
import InterfaceManifests
import Reporting

/// `sfm platform extract PATH...`.
struct PlatformExtract: ToolCommand {
  /// What is recorded.
  enum API: String, ExpressibleByArgument, CaseIterable {
    /// Public and protected members of public classes.
    case `public`
    /// Everything.
    case all
  }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Make a complete manifest from jars, class folders, a WEB-INF tree, or a JDK.",
    discussion: discussion(
      "Paths are taken in class path order: of two classes of one name the first wins. Of a JDK the modules are left out "
        + "that no JVM resolves unless asked to, such as jdk.incubator.vector.",
      examples: [
        "sfm platform extract tomcat/webapps/ROOT/WEB-INF --line starface --version 10.0.0.4 --java 21 -o 10.0.0.4.txt",
        "sfm platform extract --jdk /usr/lib/jvm/java-17 --release 8 -o java8.txt",
      ]
    )
  )

  @Argument(help: ArgumentHelp("Jars, folders of classes, or WEB-INF trees.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The platform's name.", valueName: "name"))
  var line: String?

  @Option(help: ArgumentHelp("The platform's version.", valueName: "version"))
  var version: String?

  @Option(help: ArgumentHelp("The Java release that the platform runs on (default: 17).", valueName: "release"))
  var java: Int?

  @Option(help: "What to record: public or all.")
  var api: API = .public

  @Option(help: ArgumentHelp("A JDK to read, in place of paths.", valueName: "folder"))
  var jdk: String?

  @Option(help: ArgumentHelp("The release of Java, with --jdk (default: the JDK's own).", valueName: "release"))
  var release: Int?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it (default: standard output).", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    if jdk == nil, paths.isEmpty { throw ValidationError("Give paths, or --jdk HOME.") }
    if jdk != nil, !paths.isEmpty { throw ValidationError("--jdk takes the place of paths.") }
    if jdk == nil, line == nil || version == nil { throw ValidationError("Paths need --line NAME and --version V.") }
    if release != nil, jdk == nil { throw ValidationError("--release needs --jdk HOME.") }
    try validateJava(java)
    if let version, PlatformVersion(version) == nil { throw ValidationError("\"\(version)\" is no version.") }
  }

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    if let output { try keepApart(output, from: paths) }
    let extraction: Extraction
    do throws(ManifestError) {
      if let jdk {
        extraction = try Extraction.jdk(
          home: jdk,
          release: release,
          options: ExtractionOptions(scope: scope, keepsSignatures: false)
        )
      } else {
        guard let line, let version = version.flatMap({ PlatformVersion($0) }) else {
          throw .badSpecification(spec: version ?? "", reason: "--line and --version are needed")
        }
        extraction = try Extraction.classPath(
          paths,
          line: line,
          version: version,
          javaLevel: java ?? 17,
          options: ExtractionOptions(scope: scope)
        )
      }
    } catch {
      throw CommandError(error)
    }
    var problems = extraction.problems.prefix(Self.mostProblems).map(terminalSafe)
    if extraction.problems.count > problems.count {
      problems.append("and \(extraction.problems.count - problems.count) more were left out")
    }
    // A complete manifest without classes would call everything missing.
    guard !extraction.manifest.classes.isEmpty else {
      if !problems.isEmpty { throw .unreadable(problems.joined(separator: "\n")) }
      let places = jdk ?? paths.joined(separator: ", ")
      throw .unreadable("\(places): no classes in it; give jars, folders of classes, or a WEB-INF tree")
    }
    for problem in problems { context.note("sfm: \(problem)") }
    let status = try emit(extraction.manifest, to: output, context)
    guard extraction.isPartial else { return status }
    context.note("sfm: what could not be read is called absent by this manifest; mend it and extract again")
    return .unreadable
  }

  /// A folder of the wrong level has each class in the wrong place.
  private static let mostProblems = 20

  private var scope: APIScope { api == .all ? .all : .publicAPI }
}

/// Writes a manifest's text to a file, or prints it.
func emit(
  _ manifest: InterfaceManifest,
  to path: String?,
  _ context: CommandContext
) throws(CommandError) -> ExitStatus {
  guard let path else {
    context.print(manifest.text)
    return .clean
  }
  try write(manifest.text, to: path)
  let classes = counted(manifest.classes.count, "class", plural: "classes")
  context.note("\(path): \(manifest.platform) \(manifest.version), \(classes)")
  return .clean
}
