import Findings
import InterfaceManifests

/// What `ServiceLoader` would say of the providers that service files name.
struct ServiceCheck {
  let scope: LinkScope
  let platform: LinkPlatform

  /// The problem of a provider; nil when it can be loaded, or nothing is known of it.
  func problem(_ one: ServiceProvider) -> LinkageProblem? {
    guard let reason = reason(one) else { return nil }
    return LinkageProblem(
      rule: LinkRules.service,
      error: "java.util.ServiceConfigurationError",
      message: "\(one.service): \(reason)",
      symbol: String(one.provider.map { $0 == "." ? "/" : $0 }),
      platform: platform.version,
      certainty: .certain,
      reachedFrom: nil,
      location: Location(entry: one.entry, line: one.line),
      owner: "",
      sites: 1,
      hint: nil
    )
  }

  private func reason(_ one: ServiceProvider) -> String? {
    let name = one.provider.map { $0 == "." ? "/" : $0 }
    guard let symbol = scope.world.symbols.find(String(name)), case .found(let id) = scope.find(symbol) else {
      return isAbsent(String(name)) ? "Provider \(one.provider) not found" : nil
    }
    let service = String(one.service.map { $0 == "." ? "/" : $0 })
    if let wanted = scope.world.symbols.find(service), case .found(let parent) = scope.find(wanted),
      scope.isSubclass(id, of: parent) == false
    {
      return "Provider \(one.provider) not a subtype"
    }
    return nil
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
}
