extension CallGraph {
  /// The graph in Graphviz's language.
  public var dot: String {
    var out = "digraph \(quoted(title)) {\n"
    out += "  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=11];\n"
    for node in nodes {
      let palette = node.kind.palette
      out +=
        "  \(quoted(node.id)) [label=\(quoted(node.label)), fillcolor=\"\(palette.fill)\", color=\"\(palette.stroke)\""
      if let detail = node.detail { out += ", tooltip=\(quoted(detail))" }
      out += "];\n"
    }
    for edge in edges {
      out += "  \(quoted(edge.from)) -> \(quoted(edge.to))"
      if edge.count > 1 { out += " [label=\"\(edge.count)\"]" }
      out += ";\n"
    }
    return out + "}\n"
  }

  /// A quoted DOT id: only `"` and `\` need care, and a newline is written as its escape.
  private func quoted(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + safe.replacing("\r", with: "").replacing("\n", with: "\\n") + "\""
  }
}

extension CallGraph.Kind {
  /// Box colours: fill, stroke; dark text on each fill has a contrast above 7:1.
  var palette: (fill: String, stroke: String) {
    switch self {
    case .entryPoint: ("#fde9c8", "#a8690a")
    case .function: ("#dbe9fb", "#2a63ad")
    case .javaFunction: ("#d6f1e1", "#1f7a4d")
    case .builtIn: ("#eeeeee", "#777777")
    case .otherModule: ("#e9def7", "#6b3fa8")
    case .javaClass: ("#e4f5ec", "#5a9a7a")
    case .missing: ("#fbdcdc", "#b02323")
    }
  }
}
