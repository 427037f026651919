import ModuleDescriptors
import ModulePackages

/// Packages that may have to be installed so that another one can call their functions.
struct ModuleLibrary: Sendable {
  /// The packages of each module, by the module's id, newest first.
  private let packages: [String: [ModulePackage]]

  /// Takes packages, several versions of one module among them.
  init(_ packages: [ModulePackage]) {
    let modules = packages.compactMap { package in package.descriptor.map { (package, $0) } }
      .sorted { $0.1.head.version > $1.1.head.version }
    self.packages = Dictionary(grouping: modules, by: \.1.id).mapValues { $0.map(\.0) }
  }

  /// The packages whose functions `package` calls, and those that these call; itself left out.
  ///
  /// Of several versions the newest that has all the functions counts, else the newest.
  func needed(by package: ModulePackage) -> [ModulePackage] {
    var seen: Set<String> = [package.descriptor?.id ?? ""]
    var found: [ModulePackage] = []
    var pending = [package]
    while let next = pending.popLast() {
      guard let module = next.descriptor else { continue }
      for call in Self.calls(of: module) where seen.insert(call.module).inserted {
        let versions = packages[call.module] ?? []
        let fitting = versions.first { version in
          call.functions.isSubset(of: version.descriptor?.functions.map(\.id) ?? [])
        }
        guard let chosen = fitting ?? versions.first else { continue }
        found.append(chosen)
        pending.append(chosen)
      }
    }
    return found
  }

  /// The other modules whose functions a module calls, in order of the calls, and which functions.
  private static func calls(of module: ModuleDescriptor) -> [(module: String, functions: Set<String>)] {
    let resolver = TargetResolver(module: module)
    var calls: [(module: String, functions: Set<String>)] = []
    for function in module.functions {
      function.forEachStatement { statement, path in
        guard !path.isDisabled, case .functionCall(let call) = statement,
          case .otherModule(let id, let function) = resolver.resolve(call.target)
        else { return }
        if let known = calls.firstIndex(where: { $0.module == id }) {
          calls[known].functions.insert(function)
        } else {
          calls.append((id, [function]))
        }
      }
    }
    return calls
  }
}
