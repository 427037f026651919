import ArgumentParser
import InterfaceManifests
import ModulePackages

/// `sfm platform observe --as V PATH...`.
struct PlatformObserve: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "observe",
    abstract: "Make an observed manifest from packages that are known to work on a platform version.",
    discussion: discussion(
      "What the packages use was there; of everything else nothing is known.",
      examples: ["sfm platform observe --as 8.1.3.0 --recursive working -o 8.1.3.0.txt"]
    )
  )

  @Argument(help: ArgumentHelp("Packages, or folders with --recursive.", valueName: "path"))
  var paths: [String]

  @Option(name: .customLong("as"), help: ArgumentHelp("The version on which they work.", valueName: "version"))
  var version: String

  @Option(help: ArgumentHelp("The platform's name.", valueName: "name"))
  var line = "starface"

  @Option(
    help: ArgumentHelp(
      "The Java release that the version runs on (default: as the version says).",
      valueName: "release"
    )
  )
  var java: Int?

  @Flag(name: .shortAndLong, help: "Search folders for *.sfm.")
  var recursive = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it (default: standard output).", valueName: "file"))
  var output: String?

  mutating func validate() throws { try validateJava(java) }

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    guard let version = PlatformVersion(version) else { throw .usage("\"\(version)\" is no version such as 8.1.3.0") }
    let level = java ?? PlatformLevel(version: version.description)?.javaLevel ?? 17
    let inputs = InputPath.resolve(paths, recursive: recursive)
    if let output { try keepApart(output, from: inputs.map(\.path)) }
    var observation: Observation
    do throws(ManifestError) {
      observation = Observation(java: try PlatformLine.java().javaView(level: level))
    } catch {
      throw CommandError(error)
    }
    // Each package that can be read is evidence of its own.
    var failures: [CommandError] = []
    for input in inputs {
      do throws(ManifestError) {
        if case .unreadable(let reason) = input.kind { throw .source(path: input.path, reason: reason) }
        try observation.add(package: input.path)
      } catch {
        failures.append(CommandError(error))
      }
    }
    if failures.count == inputs.count, let first = failures.first {
      throw CommandError(status: first.status, message: failures.map(\.message).joined(separator: "\n"))
    }
    for failure in failures { context.note("sfm: \(failure.message)") }
    let manifest = observation.manifest(line: line, version: version, javaLevel: level)
    return max(try emit(manifest, to: output, context), failures.isEmpty ? .clean : .unreadable)
  }
}
