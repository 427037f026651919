import Archives
import Findings
import ModulePackages

/// Reads packages for commands that look at many: finished ones as they are, project folders built in memory.
struct PackageSource: Sendable {
  /// What became of an input.
  enum Outcome: Sendable {
    /// A package, perhaps with findings.
    case package(ModulePackage)
    /// A project that cannot be built: what its sources are wrong about.
    case broken([Finding])
    /// Not read at all, and why.
    case unreadable(String)
  }

  /// Budgets for archives.
  var limits: ArchiveLimits
  /// The Java compiler for projects with sources.
  var javac: String?

  /// Reads one input.
  func read(_ input: InputPath) async -> Outcome {
    switch input.kind {
    case .unreadable(let reason): return .unreadable(reason)
    case .file, .folder:
      do throws(ArchiveError) {
        return .package(try PackageReader.read(path: input.path, limits: limits).package)
      } catch {
        return .unreadable(error.reason)
      }
    case .project: return await build(input.path)
    }
  }

  private func build(_ folder: String) async -> Outcome {
    do throws(ProjectError) {
      let built = try await ProjectBuilder.build(folder, BuildOptions(javac: javac))
      return .package(PackageReader.read(bytes: built.bytes, path: folder, limits: limits).package)
    } catch {
      guard error.kind == .source else { return .unreadable(error.description) }
      return .broken(error.problems.map { ProjectRules.finding(for: $0, in: folder) })
    }
  }
}

/// What can be wrong with a project folder before there is a package.
enum ProjectRules {
  /// A source that cannot be built.
  static let unbuildable = Rule(
    id: "project.source.invalid",
    severity: .error,
    title: "Source that cannot be built",
    what: "A file of the project folder says something that no package can be made of.",
    why: "There is no package until it is mended.",
    mend: "Correct the file at the place that the finding names.",
    source: "cli.md, \"Project folder\""
  )

  /// The rules of this layer.
  static let all = [unbuildable]

  static func finding(for problem: ProjectProblem, in folder: String) -> Finding {
    var finding = Finding(
      unbuildable,
      problem.message,
      at: Location(entry: problem.file, line: problem.line, column: problem.column),
      hint: problem.hint
    )
    finding.package = folder
    return finding
  }
}
