import ClassFiles
import ModuleDescriptors
public import ModulePackages

/// A Java function class that an entry point reaches, and the way there through designer functions.
public struct LinkRoot: Hashable, Sendable {
  /// The class with slashes.
  public var className: String
  /// The entry point's label: `InstanceChanged`, `timer Poll`.
  public var entryPoint: String
  /// The names of the functions on the way, outermost first; the last is the Java function's.
  public var chain: [String]

  /// Names a class and the way to it.
  public init(className: String, entryPoint: String, chain: [String]) {
    self.className = className
    self.entryPoint = entryPoint
    self.chain = chain
  }

  /// The Java functions that a package's entry points reach, each by its shortest way; nearest first.
  ///
  /// Disabled statements and functions are not followed; a `Public` function is an entry point of its own, since other
  /// modules may call it.
  public static func all(of package: ModulePackage) -> [LinkRoot] {
    guard let module = package.descriptor else { return [] }
    let resolver = TargetResolver(module: module)
    let functions = module.functions.items
    var classes: [String: String] = [:]
    for one in package.javaFunctions {
      if let name = one.implementation?.internalName { classes[one.function.id] = name }
    }
    // Each step knows the one before it: a chain of thousands of functions is only written out where it is told.
    var queue: [(function: Int, entry: String, before: Int?)] = []
    for entry in module.entryPoints.items {
      guard let target = entry.function, case .function(let index) = resolver.resolve(target) else { continue }
      queue.append((index, entry.label, nil))
    }
    for (index, function) in functions.enumerated() where function.visibility.rawValue == "Public" {
      queue.append((index, "public function \(function.head.name)", nil))
    }
    var seen: Set<Int> = []
    var roots: [LinkRoot] = []
    var position = 0
    while position < queue.count {
      let (index, entry, _) = queue[position]
      let step = position
      position += 1
      guard seen.insert(index).inserted, !functions[index].head.disabled else { continue }
      let function = functions[index]
      if let name = classes[function.head.id] {
        var chain: [String] = []
        var next: Int? = step
        while let at = next {
          chain.append(functions[queue[at].function].head.name)
          next = queue[at].before
        }
        roots.append(LinkRoot(className: name, entryPoint: entry, chain: ReachChain.told(chain.reversed())))
      }
      function.forEachStatement { statement, path in
        guard !path.isDisabled, case .functionCall(let call) = statement,
          case .function(let next) = resolver.resolve(call.target)
        else { return }
        if !seen.contains(next) { queue.append((next, entry, step)) }
      }
    }
    return roots
  }
}
