import ArgumentParser
import InterfaceManifests
import Reporting

/// `sfm platform …`.
struct Platform: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "platform",
    abstract: "Interface manifests: what a platform version offers to modules.",
    discussion: discussion(
      "",
      examples: [
        "sfm platform list", "sfm platform diff 7.2 7.3 --uses modules/*.sfm", "sfm platform stubs 10.0 -o stubs.jar",
      ]
    ),
    subcommands: [
      PlatformList.self, PlatformShow.self, PlatformExtract.self, PlatformObserve.self, PlatformDiff.self,
      PlatformStubs.self,
    ]
  )
}

extension CommandError {
  /// What is wrong with a manifest, a specification or a source of interfaces.
  init(_ error: ManifestError) {
    // One line, whatever a path has in it.
    let text = terminalSafe(error.description)
    switch error {
    case .badSpecification, .unknownVersion, .conflict: self = .usage(text)
    case .unreadable, .notALine, .otherFormat, .syntax, .source: self = .unreadable(text)
    case .tooLarge: self = .failed(text)
    }
  }
}

/// The platform versions that a specification names, at least one.
func platformViews(_ specification: String) throws(CommandError) -> [ManifestView] {
  do throws(ManifestError) {
    let views = try PlatformSpec(parsing: specification).resolve()
    if views.isEmpty { throw .badSpecification(spec: specification, reason: "it names no version") }
    return views
  } catch {
    throw CommandError(error)
  }
}

/// The one platform version that a specification names: which of several is meant is not guessed.
func platformView(_ specification: String) throws(CommandError) -> ManifestView {
  let views = try platformViews(specification)
  guard views.count == 1 else {
    let names = views.map { "\($0.line.name):\($0.version)" }
    throw .usage("'\(specification)' names \(views.count) versions; give one of \(names.joined(separator: ", "))")
  }
  return views[0]
}
