import ClassFiles
import Findings
import InterfaceManifests

/// What `ServiceLoader` would say of the providers that service files name.
struct ServiceCheck {
  let scope: LinkScope
  let platform: LinkPlatform

  /// A rule, and the message behind the service's name.
  private typealias Verdict = (rule: Rule, text: String)

  /// The problem of a provider; nil when it can be loaded, or nothing is known of it.
  func problem(_ one: ServiceProvider) -> LinkageProblem? {
    guard let (rule, text) = verdict(one) else { return nil }
    return LinkageProblem(
      rule: rule,
      error: "java.util.ServiceConfigurationError",
      message: "\(one.service): \(text)",
      symbol: slashed(one.provider),
      platform: platform.version,
      // It is only met by who asks for the service.
      certainty: .possible,
      reachedFrom: nil,
      location: Location(entry: one.entry, line: one.line),
      owner: "",
      sites: 1,
      hint: nil
    )
  }

  private func verdict(_ one: ServiceProvider) -> Verdict? {
    switch one.defect {
    case .syntax: return (LinkRules.serviceUnusable, "\(one.entry):\(one.line): Illegal configuration-file syntax")
    case .name:
      return (LinkRules.serviceUnusable, "\(one.entry):\(one.line): Illegal provider-class name: \(one.provider)")
    case .limit:
      return (
        LinkRules.serviceUnusable,
        "\(one.entry):\(one.line): only the first \(ServiceProvider.most) providers of a package are looked at"
      )
    case nil: break
    }
    let name = slashed(one.provider)
    guard let symbol = scope.world.symbols.find(name), case .found(let id) = scope.find(symbol) else {
      return isAbsent(name) ? (LinkRules.serviceMissing, "Provider \(one.provider) not found") : nil
    }
    return unusable(one, id).map { (LinkRules.serviceUnusable, $0) }
  }

  /// Why a class that exists provides nothing: it is no subtype, or cannot be made.
  private func unusable(_ one: ServiceProvider, _ id: ClassID) -> String? {
    let facts = scope.world.facts(id)
    let isModular = scope.javaLevel >= 9
    // What a Java module has, its own declaration provides; a service file is not asked.
    if facts.loader == .java, isModular { return nil }
    // A class that cannot be loaded, or only in part known, is told or not told as such.
    guard case .fine = scope.loading[Int(id.index)], !facts.knowledge.contains(.membersOpen) else { return nil }
    if isStranger(id, to: slashed(one.service)) {
      return isModular ? "\(one.provider) not a subtype" : "Provider \(one.provider) not a subtype"
    }
    let constructor = scope.world.symbols.find("()V").flatMap { scope.world.method(.initializer, $0, in: facts) }
    let isPublic = constructor.map { scope.world.members[$0].flags.contains(.public) } ?? false
    if isModular, !isPublic { return "\(one.provider) Unable to get public no-arg constructor" }
    let canBeMade = isPublic && facts.flags.contains(.public) && !facts.flags.contains(.abstract)
    return canBeMade ? nil : "Provider \(one.provider) could not be instantiated"
  }

  /// Whether a class whose ancestors are all known has no such type among them, and there is such a type.
  private func isStranger(_ id: ClassID, to service: String) -> Bool {
    if let wanted = scope.world.symbols.find(service), case .found(let parent) = scope.find(wanted) {
      return scope.isSubclass(id, of: parent) == false
    }
    return [platform.java, platform.view].contains { view in
      if case .found? = view?.findClass(service) { true } else { false }
    }
  }

  /// Whether neither the package nor Java nor the platform has a class, as far as complete manifests tell.
  private func isAbsent(_ name: String) -> Bool {
    if let symbol = scope.world.symbols.find(name), scope.application[symbol] != nil { return false }
    for view in [platform.java, platform.view] {
      guard let view else { continue }
      guard case .absent = view.findClass(name) else { return false }
    }
    return platform.java != nil
  }

  private func slashed(_ name: String) -> String { String(name.map { $0 == "." ? "/" : $0 }) }
}
