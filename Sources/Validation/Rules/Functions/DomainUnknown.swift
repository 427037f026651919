import Findings
import ModuleDescriptors

extension PackageRule {
  /// A call into a group that was never seen.
  static let domainUnknown: PackageRule = .init(
    Rule(
      id: "function.domain.unknown",
      severity: .notice,
      title: "A call into a group that was never seen",
      what: "A target's domain is neither a module's id nor one of the known groups of built-in functions.",
      why: "Another platform version may have the group, but a mistyped one has no functions.",
      mend: "Check the spelling.",
      source: "package-format.md section 3.3"
    )
  ) { subject, analysis in
    analysis.targets.compactMap { resolved in
      let domain = resolved.target.domainID
      switch resolved.resolution {
      case .builtIn where !knownDomains.contains(domain): break
      case .otherModule where !domain.isModuleID: break
      default: return nil
      }
      let whole = "starface." + domain
      let near =
        knownDomains.contains(whole) ? [whole] : subject.guessing.nearest(to: domain, among: knownDomains, within: 2)
      return analysis.tell(
        domainUnknown.rule,
        "'\(domain)' is no known group of built-in functions and no module's id",
        symbol: domain,
        at: resolved.location,
        hint: near.suggestion
      )
    }
  }

  /// The groups of the newest known platform.
  private static let knownDomains = [
    "starface.callHandling.audio", "starface.callHandling.call", "starface.callHandling.uci", "starface.chat",
    "starface.collection.list", "starface.collection.map", "starface.crypto", "starface.date", "starface.db",
    "starface.entities", "starface.experimentalFunctions", "starface.http", "starface.io", "starface.json",
    "starface.math", "starface.net", "starface.openai", "starface.starfaceRest", "starface.string",
    "starface.string.regexp", "starface.system", "starface.variables", "starface.whisper",
  ]
}

extension String {
  /// Whether the text has a UUID's form, as every module's id has.
  var isModuleID: Bool {
    let bytes = Array(utf8)
    guard bytes.count == 36 else { return false }
    for (index, byte) in bytes.enumerated() {
      switch (index, byte) {
      case (8, 0x2D), (13, 0x2D), (18, 0x2D), (23, 0x2D): continue
      case (_, 0x30...0x39), (_, 0x41...0x46), (_, 0x61...0x66): continue
      default: return false
      }
    }
    return true
  }
}
