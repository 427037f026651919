import ArgumentParser
import InterfaceManifests
import Linkage

/// Against which platform versions.
struct PlatformOptions: ParsableArguments, PlainArguments {
  @Option(
    help: ArgumentHelp(
      "Versions: 7.3, 7.3.0.5, 7.2..9.0, 8.1.., ..7.2, all, java:17, a manifest file; comma-separated (default: as configured, else all).",
      valueName: "spec"
    )
  )
  var platform: String?

  @Option(
    help: ArgumentHelp(
      "The Java release of the platform, in place of the one that its manifest states.",
      valueName: "release"
    )
  )
  var java: Int?

  mutating func validate() throws { try validateJava(java) }

  /// The versions that `platform`, or else the configuration, names: lowest first, each once.
  func resolve(_ configured: [String]) throws(CommandError) -> [LinkPlatform] {
    let views = try platformViews(platform ?? configured.joined(separator: ","))
    return try views.sorted { ($0.line.name, $0.version) < ($1.line.name, $1.version) }.map {
      (view) throws(CommandError) in try LinkPlatform(view, java: java)
    }
  }
}

extension PlatformOptions {
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> PlatformOptions {
    var options = PlatformOptions()
    options.platform = try words.value("--platform")
    options.java = nil
    return options
  }
}

/// Refuses what is no release of Java.
func validateJava(_ release: Int?) throws {
  guard let release, !(1...99).contains(release) else { return }
  throw ValidationError("--java takes a release such as 8, 17 or 21, not \(release).")
}

extension LinkPlatform {
  /// A platform version with the Java that it runs on; `java` takes the place of the release that it states.
  init(_ view: ManifestView, java: Int? = nil) throws(CommandError) {
    do throws(ManifestError) {
      let javaLine = try PlatformLine.java()
      let level = java ?? view.javaLevel
      if view.line.name == javaLine.name {
        self.init(version: "java:\(view.version)", view: nil, java: view, javaLevel: level)
      } else {
        self.init(
          version: view.version.description,
          view: view,
          java: javaLine.javaView(level: level),
          javaLevel: level
        )
      }
    } catch {
      throw CommandError(error)
    }
  }
}
