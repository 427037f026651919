import ArgumentParser
import Findings
import Linkage
import ModulePackages
import Reporting

/// `sfm check PATH...`.
struct Check: ToolCommand, PlainArguments {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say on which platform versions modules link, and which error the JVM would throw where they do not.",
    discussion: discussion(
      """
      Takes packages, project folders, jars and folders of classes. ok: every reference that the platform's manifest \
      knows resolves. broken: the JVM will throw the error that is told. possible: much speaks for \
      an error (what is known of the version contradicts the reference, say, or only reflection leads there), nothing \
      proves it. unknown: nothing could be judged.
      """,
      examples: [
        "sfm check Modcall.sfm", "sfm check modules --recursive --platform 7.2..9.0",
        "sfm check Modcall.sfm --explain 7.3.0.5", "sfm check library.jar --platform java:8",
      ]
    )
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup(title: "Platforms") var platforms: PlatformOptions

  @Option(
    help: ArgumentHelp(
      "Also tell how much is known of what the classes refer to on this one version.",
      valueName: "version"
    )
  )
  var explain: String?

  @OptionGroup(title: "Findings") var findings: FormatOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let paths = InputPath.resolve(inputs.paths, recursive: inputs.recursive, allowsFolders: true)
    let configurations = try Configurations(paths, findings)
    if findings.printConfig {
      context.print(configurations.first.yaml)
      return .clean
    }
    let platforms = try platforms.resolve(configurations.first.platforms)
    let names = platforms.map { $0.version ?? CompatibilityMatrix.javaAlone }
    let explained = try explain.map { (version) throws(CommandError) in try column(version, names) }
    let source = PackageSource(limits: limits.limits, javac: context.javaTool("javac"))
    let progress = ProgressBar(total: paths.count, quiet: findings.quiet, in: context)
    // One input gets all the cores; several get one each.
    let inner = paths.count == 1 ? inputs.jobs ?? availableCores() : 1
    let runs = await inOrder(paths, jobs: inputs.jobs, progress: progress) { input in
      // Of several, each makes room for the next.
      await CompatibilityRun.check(input, source, platforms, jobs: inner) { if paths.count == 1 { context.leave($0) } }
    }
    progress.finish()
    var result = FindingsRun(runs.map(\.examination), configurations.byInput)
    result.matrix = CompatibilityMatrix(platforms: names, rows: runs.compactMap(\.row))
    context.leave(runs)
    context.leave(result)
    let status = try result.finish(findings, in: context)
    if let explained { context.note(explanation(runs, explained, names[explained])) }
    return status
  }

  /// The column of the matrix that a version names: that very version, else the newest one below it (`7.3`).
  private func column(_ version: String, _ names: [String]) throws(CommandError) -> Int {
    if let exact = names.firstIndex(of: version) ?? names.lastIndex(where: { $0.hasPrefix(version + ".") }) {
      return exact
    }
    throw .usage(
      "--explain \(version): not among the platforms of this run, which are \(names.joined(separator: ", "))"
    )
  }

  private func explanation(_ runs: [CompatibilityRun], _ column: Int, _ platform: String) -> String {
    var lines: [String] = []
    for run in runs where run.results.indices.contains(column) {
      let summary = run.results[column].summary
      let unknown = summary.unknown.reduce(0) { $0 + $1.references }
      let classes = counted(summary.classes, "class", plural: "classes")
      lines.append(
        "\(run.examination.input.path) on \(platform): \(classes), \(counted(summary.checked, "reference")) judged, "
          + "\(unknown) unknown"
      )
      for owner in summary.unknown.prefix(20) {
        lines.append(
          "  unknown: \(owner.owner.replacing("/", with: ".")) (\(counted(owner.references, "reference")))"
        )
      }
      if summary.unknown.count > 20 { lines.append("  and \(summary.unknown.count - 20) classes more") }
    }
    return lines.joined(separator: "\n")
  }
}

extension Check {
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> Check {
    var command = Check()
    command.platforms = try PlatformOptions.plain(&words)
    command.explain = try words.value("--explain")
    command.findings = try FormatOptions.plain(&words)
    command.limits = LimitOptions.plain(&words)
    command.inputs = try InputOptions.plain(&words)
    return command
  }
}
