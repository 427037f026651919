import Archives
import ArgumentParser
import Findings
import InterfaceManifests
import Linkage
import Reporting

/// `sfm platform diff A B`.
struct PlatformDiff: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two platform versions; with --uses only what breaks for these packages.",
    discussion: discussion(
      """
      With --uses the packages are linked on both versions, and what fails on the newer one only is told: the error, \
      the place, the way from an entry point. Exit code 1 means that something breaks, or may break.
      """,
      examples: [
        "sfm platform diff java:11 java:17", "sfm platform diff 7.2 7.3 --uses Modcall.sfm",
      ]
    )
  )

  @Argument(help: ArgumentHelp("The older version.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The newer version.", valueName: "new"))
  var new: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Packages, jars, folders of classes: only what breaks for them.", valueName: "package")
  )
  var uses: [String] = []

  @Flag(help: "Only what breaks or may break.")
  var breaking = false

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let (from, to) = (try platformView(old), try platformView(new))
    guard (from.line.name == "java") == (to.line.name == "java") else {
      throw .usage(
        "\(from.line.name) \(from.version) and \(to.line.name) \(to.version) are not versions of one platform"
      )
    }
    if !uses.isEmpty { return try await breaks(from, to, in: context) }
    let diff = ManifestDiff(from: from, to: to)
    let report = PlatformDiffReport(diff, breakingOnly: breaking)
    context.print(format == .json ? report.json.text : report.text(context.outputStyle))
    context.note(report.summary)
    return report.breaks > 0 ? .findings : .clean
  }

  /// What links on the one version and not on the other, for the packages given.
  private func breaks(
    _ from: ManifestView,
    _ to: ManifestView,
    in context: CommandContext
  ) async throws(CommandError) -> ExitStatus {
    let platforms = [try LinkPlatform(from), try LinkPlatform(to)]
    let source = PackageSource(limits: ArchiveLimits(), javac: context.javaTool("javac"))
    var inputs: [FindingsReport.Input] = []
    var broken: [Finding] = []
    for input in InputPath.resolve(uses, recursive: false, allowsFolders: true) {
      let run = await CompatibilityRun.check(input, source, platforms, jobs: availableCores())
      inputs.append(run.examination.input)
      let failures = run.examination.findings.filter { $0.severity == .error }
      // A damaged package: what it has lost was not linked.
      broken += failures.filter { $0.platform == nil }
      let before = Set(failures.filter { $0.platform == platforms[0].version }.map(\.identityOnAnyPlatform))
      broken += failures.filter {
        $0.platform == platforms[1].version && !before.contains($0.identityOnAnyPlatform)
      }
    }
    let report = FindingsReport(inputs: inputs, findings: broken, catalogue: KnownRules.catalogue)
    context.print(
      report.rendered(
        format == .json ? .json : .text,
        style: context.outputStyle,
        width: context.width,
        toolVersion: Tool.version
      )
    )
    context.note(report.summary)
    return max(report.fails ? .findings : .clean, report.hasUnreadableInput ? .unreadable : .clean)
  }
}

extension Finding {
  /// What makes findings on two platforms the same.
  fileprivate var identityOnAnyPlatform: String {
    var bare = self
    bare.platform = nil
    return bare.identity
  }
}
