import ClassFiles
import ModuleDescriptors
public import ModulePackages

extension CallGraph {
  /// The calls of a package: entry points, functions, what they call, and the classes behind Java functions.
  ///
  /// Disabled statements call nothing. Among classes an arrow means that one names the other.
  public init(_ package: ModulePackage) {
    self.init(title: package.descriptor?.name ?? package.path)
    var classes = PackageClassGraph(package)
    if let module = package.descriptor {
      let java = Dictionary(package.javaFunctions.map { ($0.function.id, $0) }, uniquingKeysWith: { first, _ in first })
      addModule(module, java)
      // In the descriptor's order: the drawing is the same at each run.
      for function in module.functions {
        guard let name = java[function.id]?.implementation?.internalName else { continue }
        classes.follow(name, from: "function \(function.id)", in: &self)
      }
    } else {
      for name in classes.names { classes.follow(name, from: nil, in: &self) }
    }
  }

  private mutating func addModule(_ module: ModuleDescriptor, _ java: [String: JavaFunction]) {
    let resolver = TargetResolver(module: module)
    for (index, point) in module.entryPoints.enumerated() {
      add(Node(id: "entry \(index)", kind: .entryPoint, label: point.label, detail: point.name))
    }
    for function in module.functions {
      let isJava = java[function.id] != nil
      let detail = isJava ? java[function.id]?.implementation?.internalName : function.description
      add(
        Node(
          id: "function \(function.id)",
          kind: isJava ? .javaFunction : .function,
          label: function.name,
          detail: detail.flatMap { $0.isEmpty ? nil : $0 }
        )
      )
    }
    for (index, point) in module.entryPoints.enumerated() {
      if let target = point.function { connect("entry \(index)", node(for: target, module, resolver)) }
    }
    for function in module.functions {
      for target in Self.calls(function.statements) {
        connect("function \(function.id)", node(for: target, module, resolver))
      }
    }
  }

  /// The targets of all calls that are not disabled.
  private static func calls(_ statements: DescriptorList<Statement>) -> [Target] {
    var targets: [Target] = []
    for statement in statements where !statement.disabled {
      if case .functionCall(let call) = statement { targets.append(call.target) }
      targets += calls(statement.statements)
    }
    return targets
  }

  private mutating func node(for target: Target, _ module: ModuleDescriptor, _ resolver: TargetResolver) -> String {
    switch resolver.resolve(target) {
    case .function(let index): return "function \(module.functions[index].id)"
    case .builtIn(let domain, let id):
      add(Node(id: "built-in \(domain) \(id)", kind: .builtIn, label: target.name, detail: "\(domain) \(id)"))
      return "built-in \(domain) \(id)"
    case .otherModule(let id, let functionID):
      add(Node(id: "other \(id) \(functionID)", kind: .otherModule, label: target.name, detail: "module \(id)"))
      return "other \(id) \(functionID)"
    case .missing, .incomplete:
      add(Node(id: "missing \(target.id)", kind: .missing, label: target.name.isEmpty ? "?" : target.name))
      return "missing \(target.id)"
    }
  }
}

/// Which of a package's own classes name which others.
private struct PackageClassGraph {
  let names: [String]
  private let files: [String: ClassFile]
  /// What each class names, once it was asked for.
  private var known: [String: [String]] = [:]
  /// So many arrows are followed: each Java function follows its own, and thousands of them may lead to the same thousands
  /// of classes.
  private static let mostArrows = 50_000
  private var left = mostArrows

  init(_ package: ModulePackage) {
    var files: [String: ClassFile] = [:]
    var names: [String] = []
    for item in package.classes {
      guard let name = item.internalName, let file = item.file, files[name] == nil else { continue }
      files[name] = file
      names.append(name)
    }
    self.files = files
    self.names = names
  }

  /// Adds what a class names, and what that names; the class itself only when nothing stands for it yet.
  mutating func follow(_ start: String, from owner: String?, in graph: inout CallGraph) {
    var pending = [(name: start, node: owner)]
    var seen: Set<String> = []
    while let next = pending.popLast() {
      guard seen.insert(next.name).inserted, files[next.name] != nil else { continue }
      guard left > 0 else { return graph.add(Self.cut) }
      let node = next.node ?? "class \(next.name)"
      if next.node == nil { graph.add(self.node(next.name)) }
      for name in references(of: next.name) where name != next.name && name != start {
        left -= 1
        graph.add(self.node(name))
        graph.connect(node, "class \(name)")
        pending.append((name, "class \(name)"))
      }
    }
  }

  /// Says in the drawing that it is not whole.
  private static let cut = CallGraph.Node(
    id: "cut",
    kind: .javaClass,
    label: "…",
    detail: "The package's classes name each other more than \(mostArrows) times; the rest is not drawn."
  )

  private func node(_ name: String) -> CallGraph.Node {
    let simple = name.split(separator: "/").last.map(String.init) ?? name
    return CallGraph.Node(
      id: "class \(name)",
      kind: .javaClass,
      label: simple,
      detail: name.replacing("/", with: ".")
    )
  }

  /// The package's classes that a class names.
  private mutating func references(of name: String) -> [String] {
    if let known = known[name] { return known }
    guard let file = files[name] else { return [] }
    let found = file.pool.indices.compactMap { index -> String? in
      guard (try? file.pool.tag(of: index)) == .class, let other = try? file.pool.className(index) else { return nil }
      return files[other] == nil ? nil : other
    }
    known[name] = found
    return found
  }
}
