extension CallGraph {
  /// The graph as a self-contained SVG drawing with a title, a description, a legend and a tooltip for each box.
  public var svg: String {
    let layout = LayeredLayout(self) { textWidth(shortened($0)) }
    let title = shortened(title, to: 80)
    let kinds = Kind.allCases.filter { kind in nodes.contains { $0.kind == kind } }
    let legendWidth = kinds.reduce(0) { $0 + textWidth($1.title) + 34 }
    let margin = 20.0
    let top = 64.0
    let width = max(layout.size.width, legendWidth, textWidth(title) * 1.4) + 2 * margin
    let height = layout.size.height + top + margin
    var out = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(pixels(width))" height="\(pixels(height))" \
      viewBox="0 0 \(pixels(width)) \(pixels(height))" role="img" aria-labelledby="title description" \
      font-family="'DejaVu Sans', Verdana, sans-serif" font-size="11">
      <title id="title">Calls in \(xmlEscaped(self.title))</title>
      <desc id="description">\(xmlEscaped(description))</desc>
      <style>.call { fill: none; stroke: #6b7280; stroke-opacity: .75; } text { fill: #1a1a1a; }</style>
      <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" \
      markerWidth="8" markerHeight="8" orient="auto">\
      <path d="M0 0 L8 4 L0 8 z" fill="#6b7280"/></marker></defs>
      <rect width="100%" height="100%" fill="#ffffff"/>
      <text x="\(pixels(margin))" y="24" font-size="15" font-weight="bold">\(xmlEscaped(title))</text>

      """
    out += legend(kinds, x: margin, y: 38)
    out += "<g transform=\"translate(\(pixels(margin)) \(pixels(top)))\">\n"
    for (link, route) in zip(links, layout.routes) {
      let path = link.from == link.to ? loop(layout.boxes[link.from]) : curve(route)
      let callers = "\(shortened(nodes[link.from].label, to: 200)) calls \(shortened(nodes[link.to].label, to: 200))"
      let tooltip = link.count == 1 ? callers : "\(callers), \(link.count) times"
      out +=
        "<path class=\"call\" d=\"\(path)\" stroke-width=\"\(link.count > 3 ? "2" : "1.2")\" marker-end=\"url(#tip)\">"
      out += "<title>\(xmlEscaped(tooltip))</title></path>\n"
    }
    for (node, box) in zip(nodes, layout.boxes) { out += drawn(node, box) }
    return out + "</g>\n</svg>\n"
  }

  /// The graph in one sentence, for people who cannot see it.
  private var description: String {
    let counts = Kind.allCases.compactMap { kind -> String? in
      let count = nodes.count { $0.kind == kind }
      return count == 0 ? nil : counted(count, kind.title, plural: kind == .javaClass ? "Java classes" : nil)
    }
    return counts.joined(separator: ", ") + "; " + counted(edges.count, "call") + "."
  }

  private func legend(_ kinds: [Kind], x: Double, y: Double) -> String {
    var out = ""
    var x = x
    for kind in kinds {
      let palette = kind.palette
      out += "<rect x=\"\(pixels(x))\" y=\"\(pixels(y))\" width=\"12\" height=\"12\" rx=\"3\" fill=\"\(palette.fill)\" "
      out +=
        "stroke=\"\(palette.stroke)\"/><text x=\"\(pixels(x + 17))\" y=\"\(pixels(y + 10))\">\(kind.title)</text>\n"
      x += textWidth(kind.title) + 34
    }
    return out
  }

  private func drawn(_ node: Node, _ box: LayeredLayout.Box) -> String {
    let palette = node.kind.palette
    let rounding = node.kind == .entryPoint ? 13 : 5
    let dashes = node.kind == .missing ? " stroke-dasharray=\"4 2\"" : ""
    let label = shortened(node.label)
    let tooltip = [node.kind.title, label == node.label ? nil : node.label, node.detail].compactMap(\.self)
      .joined(separator: ": ")
    return """
      <g><title>\(xmlEscaped(tooltip))</title><rect x="\(pixels(box.x))" y="\(pixels(box.y))" \
      width="\(pixels(box.width))" height="\(pixels(box.height))" rx="\(rounding)" fill="\(palette.fill)" \
      stroke="\(palette.stroke)"\(dashes)/><text x="\(pixels(box.x + 10))" y="\(pixels(box.y + 17))">\
      \(xmlEscaped(label))</text></g>

      """
  }

  /// A smooth way through the points: each stretch leaves and arrives level.
  private func curve(_ points: [(x: Double, y: Double)]) -> String {
    guard let first = points.first else { return "" }
    var path = "M\(pixels(first.x)) \(pixels(first.y))"
    for (a, b) in zip(points, points.dropFirst()) {
      if a.y == b.y {
        path += " L\(pixels(b.x)) \(pixels(b.y))"
      } else {
        let reach = (b.x - a.x) / 2
        path += " C\(pixels(a.x + reach)) \(pixels(a.y)) \(pixels(b.x - reach)) \(pixels(b.y)) "
        path += "\(pixels(b.x)) \(pixels(b.y))"
      }
    }
    return path
  }

  private func loop(_ box: LayeredLayout.Box) -> String {
    let right = box.x + box.width
    return "M\(pixels(right)) \(pixels(box.middle - 6)) c24 -10 24 22 0 12"
  }

  /// One decimal, no exponent: the same text on every machine.
  private func pixels(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

/// A label as it is drawn: never nothing, never wider than a drawing can bear; the tooltip has the whole of it.
private func shortened(_ label: String, to most: Int = 48) -> String {
  if label.isEmpty { return "(no name)" }
  return label.count > most ? label.prefix(most - 1) + "…" : label
}

/// A label's width at 11 pixels, by classes of character; a little generous.
private func textWidth(_ text: String) -> Double {
  text.unicodeScalars.reduce(0) { width, scalar in
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ", "f", "t", "r": width + 4.4
    case "m", "w", "M", "W", "@", "%": width + 11
    case "A"..."Z", "_", "<", ">", "=": width + 8.4
    case _ where scalar.value >= 0x1100: width + 12
    default: width + 7.1
    }
  }
}
