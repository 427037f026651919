import Archives
import Findings
import ModulePackages
import Reporting

/// From what was found to an exit code: configuration, suppressions, baseline, reports, summary.
struct FindingsRun {
  /// What was looked at, in order.
  var inputs: [FindingsReport.Input]
  /// The configuration of each input, by its path.
  var configurations: [String: Configuration]
  /// What was found, with each finding's own severity.
  var findings: [Finding]
  /// Package against platform, when platforms were asked for.
  var matrix: CompatibilityMatrix?

  /// Writes everything that `options` ask for.
  func finish(_ options: FormatOptions, in context: CommandContext) throws(CommandError) -> ExitStatus {
    let read = inputs.map(\.path)
    for path in options.output.map(\.path) { try keepApart(path, from: read) }
    if let path = options.baseline { try keepApart(path, from: read) }
    var report = assemble(failOn: options.failOn, context)
    if let path = options.baseline {
      if options.updateBaseline {
        let baseline = Baseline(report)
        try write(baseline.json, to: path)
        if !options.quiet { context.note("\(path): \(counted(baseline.entries.count, "finding")) accepted") }
        return report.hasUnreadableInput ? .unreadable : .clean
      }
      report.hide(try readBaseline(path))
    }
    context.print(
      report.rendered(options.format, style: context.outputStyle, width: context.width, toolVersion: Tool.version)
    )
    for output in options.output {
      let text = report.rendered(output.format, style: .plain, toolVersion: Tool.version)
      try write(text, to: output.path)
    }
    if !options.quiet {
      for remark in report.remarks { context.note("sfm: \(remark)") }
      context.note(report.summary)
    }
    return max(report.fails ? .findings : .clean, report.hasUnreadableInput ? .unreadable : .clean)
  }

  /// Tells findings on standard error, beside a command's real result; with `--quiet` only those that stop it.
  func tell(_ options: FindingsDisplay, in context: CommandContext) throws(CommandError) -> ExitStatus {
    let report = assemble(failOn: options.failOn, context)
    if !report.entries.isEmpty, !options.quiet || report.fails {
      context.errors.sink.write(report.text(context.errorStyle, width: context.width))
      context.note(report.summary)
    }
    return report.fails ? .findings : .clean
  }

  /// The report after severities and suppressions; each input under its own configuration.
  private func assemble(failOn: Severity?, _ context: CommandContext) -> FindingsReport {
    let today = day(context.now())
    var kept: [Finding] = []
    var suppressed = 0
    var unused: [Suppression] = []
    let all = Set(configurations.values).sorted { ($0.file ?? "") < ($1.file ?? "") }
    for configuration in all {
      // Nearly always there is one, and it changes nothing: thousands of findings are not copied for that.
      let own =
        all.count == 1 ? findings : findings.filter { (configurations[$0.package] ?? .defaults) == configuration }
      let regraded = configuration.severities.isEmpty ? own : own.map(configuration.regraded)
      let outcome = regraded.applying(configuration.suppressions, today: today)
      kept = kept.isEmpty ? outcome.kept : kept + outcome.kept
      suppressed += outcome.suppressed
      unused += outcome.unused
    }
    let failOn = failOn ?? configurations.values.map(\.failOn).min() ?? .error
    var report = FindingsReport(
      inputs: inputs,
      findings: kept,
      catalogue: KnownRules.catalogue,
      failOn: failOn,
      suppressed: suppressed,
      unusedSuppressions: unused,
      matrix: matrix
    )
    report.today = today
    return report
  }

  private func readBaseline(_ path: String) throws(CommandError) -> Baseline {
    guard FileSystem.kind(path) != .nothing else {
      throw .usage("the baseline \(path) does not exist; --update-baseline writes it")
    }
    do {
      return try Baseline(json: FileSystem.read(path, most: Baseline.mostBytes))
    } catch {
      throw .usage("the baseline \(path) cannot be used: \(error)")
    }
  }
}

/// Writes a report beside its place and renames it into it.
func write(_ text: String, to path: String) throws(CommandError) {
  do throws(ArchiveError) {
    try AtomicFile.write(Array(text.utf8), to: path)
  } catch {
    throw .failed(error.description)
  }
}

/// The day of a moment (seconds since 1970) as `yyyy-MM-dd`, UTC.
func day(_ seconds: Int) -> String {
  String(Timestamp.manifestDate(milliseconds: seconds * 1000).prefix(10))
}
