/// What calls what in a module: entry points, functions, built-in functions, Java classes, other modules.
public struct CallGraph: Sendable, Hashable {
  /// What a node stands for; also the legend's order.
  public enum Kind: String, Sendable, CaseIterable {
    /// A lifecycle stage, timer, RPC or call that the platform fires.
    case entryPoint
    /// A designer function.
    case function
    /// A function implemented by a Java class.
    case javaFunction
    /// A function of the platform.
    case builtIn
    /// A function of another module.
    case otherModule
    /// A class in the package.
    case javaClass
    /// A call whose target does not exist.
    case missing

    /// The word for the legend.
    public var title: String {
      switch self {
      case .entryPoint: "entry point"
      case .function: "function"
      case .javaFunction: "Java function"
      case .builtIn: "built-in"
      case .otherModule: "other module"
      case .javaClass: "Java class"
      case .missing: "missing"
      }
    }
  }

  /// One box.
  public struct Node: Sendable, Hashable {
    /// What edges refer to; unique.
    public var id: String
    /// What it stands for.
    public var kind: Kind
    /// What the box says.
    public var label: String
    /// What a tooltip adds.
    public var detail: String?

    /// Makes a node.
    public init(id: String, kind: Kind, label: String, detail: String? = nil) {
      self.id = id
      self.kind = kind
      self.label = label
      self.detail = detail
    }
  }

  /// One arrow.
  public struct Edge: Sendable, Hashable {
    /// The caller's id.
    public var from: String
    /// The callee's id.
    public var to: String
    /// How many call statements it stands for.
    public var count: Int

    /// Makes an edge.
    public init(from: String, to: String, count: Int = 1) {
      self.from = from
      self.to = to
      self.count = count
    }
  }

  /// The module's name.
  public var title: String
  /// Nodes in the order they were added; ids are unique.
  public private(set) var nodes: [Node] = []
  /// Edges in the order they were added; each pair once.
  public private(set) var edges: [Edge] = []
  private var nodeIndex: [String: Int] = [:]
  private var edgeIndex: [String: Int] = [:]

  /// An empty graph.
  public init(title: String) { self.title = title }

  /// Adds a node; one with a known id is left as it was.
  public mutating func add(_ node: Node) {
    guard nodeIndex[node.id] == nil else { return }
    nodeIndex[node.id] = nodes.count
    nodes.append(node)
  }

  /// Adds a call; a repeated one is counted.
  public mutating func connect(_ from: String, _ to: String) {
    let key = from + "\u{1F}" + to
    if let known = edgeIndex[key] {
      edges[known].count += 1
    } else {
      edgeIndex[key] = edges.count
      edges.append(Edge(from: from, to: to))
    }
  }

  /// The edges as positions in ``nodes``; those with an unknown end are left out.
  var links: [(from: Int, to: Int, count: Int)] {
    edges.compactMap { edge in
      guard let from = nodeIndex[edge.from], let to = nodeIndex[edge.to] else { return nil }
      return (from, to, edge.count)
    }
  }
}
