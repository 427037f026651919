/// The modules of a Java, of which a JVM resolves some when an application is started from the class path.
struct ModuleGraph {
  private let modules: [String: ModuleFacts]
  /// The modules that the JVM resolves.
  let resolved: Set<String>

  /// - Parameter release: the Java whose rule for roots holds.
  init(_ facts: [ModuleFacts], release: Int) {
    modules = Dictionary(facts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    resolved = Self.resolve(modules, release: release)
  }

  /// Whether there are no modules, as before Java 9.
  var isEmpty: Bool { modules.isEmpty }

  /// The packages that everybody may use.
  var exports: Set<String> {
    Set(modules.values.filter { resolved.contains($0.name) }.flatMap(\.exports))
  }

  /// Whether a module is there that no JVM resolves unless asked to.
  func leavesOut(_ module: String) -> Bool { modules[module] != nil && !resolved.contains(module) }

  /// The default roots of the unnamed module (JEP 261, `jdk.internal.module.DefaultRoots`), what they require, and
  /// what provides the services that one of these uses.
  private static func resolve(_ modules: [String: ModuleFacts], release: Int) -> Set<String> {
    // Until Java 10 of Java SE's modules only those were taken that `java.se` requires.
    let isLed = release < 11 && modules["java.se"] != nil
    var pending = modules.values.filter { module in
      if isLed, module.name.hasPrefix("java.") { return module.name == "java.se" }
      return module.isResolvedByDefault && !module.exports.isEmpty
    }.map(\.name)
    pending.append("java.base")
    var providers: [String: [String]] = [:]
    for module in modules.values {
      for service in module.provides { providers[service, default: []].append(module.name) }
    }
    var resolved: Set<String> = []
    while let name = pending.popLast() {
      guard let module = modules[name], resolved.insert(name).inserted else { continue }
      pending += module.requirements
      for service in module.uses { pending += providers[service] ?? [] }
    }
    return resolved
  }
}
