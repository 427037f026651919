import Archives
import Findings
import InterfaceManifests
import Linkage
import ModuleDescriptors
import ModulePackages
import Reporting

/// One input against platform versions: findings and a row of the matrix.
struct CompatibilityRun: Sendable {
  /// What was looked at.
  var examination: Examination
  /// The row; nil when there was nothing to link.
  var row: CompatibilityMatrix.Row?
  /// The verdict on each platform.
  var results: [LinkageResult] = []

  /// Reads and links an input; jars and folders of classes are linked as they are.
  ///
  /// - Parameter leave: takes the classes, which are done with when they are linked.
  static func check(
    _ input: InputPath,
    _ source: PackageSource,
    _ platforms: [LinkPlatform],
    jobs: Int,
    leave: (any Sendable) -> Void = { _ in }
  ) async -> CompatibilityRun {
    if input.kind == .folder || input.kind == .file && input.path.hasSuffix(".jar") {
      return await classes(input, source, platforms, jobs: jobs, leave: leave)
    }
    return await check(input, await source.read(input), platforms, jobs: jobs)
  }

  /// Links what was read.
  ///
  /// - Parameter examine: what else is found in a package. Without it a file that is no archive counts as unreadable.
  static func check(
    _ input: InputPath,
    _ outcome: PackageSource.Outcome,
    _ platforms: [LinkPlatform],
    jobs: Int,
    examine: @Sendable (ModulePackage) -> [Finding] = { _ in [] }
  ) async -> CompatibilityRun {
    guard case .package(let package) = outcome else {
      return CompatibilityRun(examination: Examination(input, outcome, examine: { _ in [] }))
    }
    if package.entries.isEmpty, let finding = package.findings.first {
      let found = examine(package)
      let reason = "\(finding.message) [\(finding.rule)]"
      let outcome = found.isEmpty ? PackageSource.Outcome.unreadable(reason) : .broken(found)
      return CompatibilityRun(examination: Examination(input, outcome, examine: { _ in [] }))
    }
    let results = await LinkageCheck(package, platforms: platforms, jobs: jobs).run()
    let examination = Examination(input, outcome, examine: { examine($0) + findings(results, input.path) })
    let module = package.descriptor.map { "\($0.name) \($0.head.version)" }
    return CompatibilityRun(
      examination: examination,
      row: CompatibilityMatrix.Row(package: input.path, module: module, cells: results.map(cell)),
      results: results
    )
  }

  private static func classes(
    _ input: InputPath,
    _ source: PackageSource,
    _ platforms: [LinkPlatform],
    jobs: Int,
    leave: (any Sendable) -> Void
  ) async -> CompatibilityRun {
    let set: ClassSet
    do throws(ArchiveError) {
      set = try ClassSet.read(path: input.path, limits: source.limits)
    } catch {
      return CompatibilityRun(examination: Examination(input, .unreadable(error.description), examine: { _ in [] }))
    }
    if input.kind == .folder, set.classes.isEmpty, set.libraries.isEmpty {
      let reason =
        "a folder without classes, jars, module.yml or module-descriptor.xml; --recursive searches it for packages"
      return CompatibilityRun(examination: Examination(input, .unreadable(reason), examine: { _ in [] }))
    }
    leave(set)
    let results = await LinkageCheck(set, platforms: platforms, jobs: jobs).run()
    var found = findings(results, input.path)
    if !set.findings.isEmpty { found = set.findings + found }
    return CompatibilityRun(
      examination: Examination(input, .broken(found), examine: { _ in [] }),
      row: CompatibilityMatrix.Row(package: input.path, cells: results.map(cell)),
      results: results
    )
  }

  private static func findings(_ results: [LinkageResult], _ path: String) -> [Finding] {
    // Thousands may be found in a large jar: none is copied but to be told.
    var findings: [Finding] = []
    findings.reserveCapacity(results.reduce(0) { $0 + $1.problems.count })
    for result in results {
      for index in result.problems.indices {
        findings.append(result.problems[index].finding)
        findings[findings.count - 1].package = path
      }
    }
    return findings
  }

  private static func cell(_ result: LinkageResult) -> CompatibilityMatrix.Cell {
    let problems = result.problems
    let errors = problems.indices.filter { problems[$0].severity == .error }
    let unknown = result.summary.unknown.reduce(0) { $0 + $1.references }
    let verdict: CompatibilityMatrix.Verdict =
      if errors.contains(where: { problems[$0].certainty == .certain }) {
        .broken
      } else if !errors.isEmpty {
        .possible
      } else if result.summary.checked == 0, unknown > 0 {
        .unknown
      } else {
        .ok
      }
    return CompatibilityMatrix.Cell(
      verdict,
      problems: errors.count,
      judgedReferences: result.summary.checked,
      unknownReferences: unknown
    )
  }
}
