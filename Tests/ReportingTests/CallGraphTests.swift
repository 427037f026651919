import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct CallGraphTests {
  static var sample: CallGraph {
    var graph = CallGraph(title: "Watch & <Log>")
    graph.add(.init(id: "e1", kind: .entryPoint, label: "InstanceActivated"))
    graph.add(.init(id: "e2", kind: .entryPoint, label: "timer Poll"))
    graph.add(.init(id: "e3", kind: .entryPoint, label: "rpc getState"))
    for name in ["Start", "Poll", "Get \"state\"", "Retry", "Notify everyone in the group"] {
      graph.add(.init(id: name, kind: .function, label: name))
    }
    graph.add(.init(id: "J", kind: .javaFunction, label: "CheckLicense", detail: "de.example.CheckLicense"))
    graph.add(.init(id: "C", kind: .javaClass, label: "LicenseParser"))
    for name in ["Log2", "Append2", "SendMail", "Set value"] { graph.add(.init(id: name, kind: .builtIn, label: name)) }
    graph.add(.init(id: "M", kind: .otherModule, label: "Telephony: Dial"))
    graph.add(.init(id: "gone", kind: .missing, label: "OldFunction"))
    for (from, to) in [
      ("e1", "Start"), ("e2", "Poll"), ("e3", "Get \"state\""), ("Start", "Poll"), ("Poll", "Retry"), ("Retry", "Poll"),
      ("Retry", "Retry"), ("Poll", "J"), ("J", "C"), ("Start", "Log2"), ("Start", "Log2"), ("Start", "Log2"),
      ("Start", "Log2"), ("Poll", "Append2"), ("Retry", "Notify everyone in the group"),
      ("Notify everyone in the group", "SendMail"), ("Notify everyone in the group", "Log2"),
      ("Get \"state\"", "Set value"), ("Poll", "M"), ("Get \"state\"", "gone"), ("nobody", "Log2"),
    ] {
      graph.connect(from, to)
    }
    return graph
  }

  @Test func theDrawingIsAsReviewed() throws {
    let svg = Self.sample.svg
    #expect(snapshotMismatch(svg, "calls.svg") == nil)
    let parser = XMLDocumentCheck(svg)
    #expect(parser.error == nil)
    #expect(parser.counts["rect"] == 1 + 7 + 16)
    #expect(parser.counts["title"] == 1 + 16 + 17)
    #expect(parser.counts["desc"] == 1)
  }

  @Test func longNamesAreShortenedAndTheNamelessHaveASign() {
    let long = String(repeating: "Wide name ", count: 30)
    var graph = CallGraph(title: long)
    graph.add(.init(id: "a", kind: .function, label: long))
    graph.add(.init(id: "b", kind: .function, label: ""))
    graph.connect("a", "b")
    let svg = graph.svg
    #expect(svg.contains(">Wide name Wide name Wide name Wide name Wide na…</text>"))
    #expect(svg.contains("<title>function: \(long)</title>"))
    #expect(svg.contains(">(no name)</text>"))
    #expect(svg.contains("Calls in \(long)</title>"))
    let width = svg.split(separator: " width=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    #expect((Double(width) ?? .infinity) < 1_300)
  }

  /// Each function calls the next one and the last one: bends for all these calls would be millions.
  @Test(.timeLimit(.minutes(1))) func callsAcrossThousandsOfColumnsAreDrawnStraight() {
    let most = 2_000
    var graph = CallGraph(title: "ladder")
    for number in 0..<most { graph.add(.init(id: "\(number)", kind: .function, label: "f\(number)")) }
    for number in 0..<(most - 1) {
      graph.connect("\(number)", "\(number + 1)")
      graph.connect("\(number)", "\(most - 1)")
    }
    let svg = graph.svg
    #expect(svg.components(separatedBy: "<path class=\"call\"").count - 1 == 2 * most - 3)
    // Two or three numbers a bend; a drawing with all bends has fifty times as many bytes.
    #expect(svg.utf8.count < 4_000_000)
  }

  @Test func graphvizTextIsAsReviewed() {
    #expect(snapshotMismatch(Self.sample.dot, "calls.dot") == nil)
  }

  @Test func boxesNeverOverlapHoweverManyTheyAre() {
    for count in [0, 1, 2, 40, 300] {
      var graph = CallGraph(title: "\(count)")
      for node in 0..<count { graph.add(.init(id: "\(node)", kind: .function, label: "function \(node)")) }
      for node in 0..<count {
        graph.connect("\(node)", "\((node * 7 + 3) % max(count, 1))")
        graph.connect("\(node)", "\((node * 13 + 5) % max(count, 1))")
      }
      let boxes = XMLDocumentCheck(graph.svg).boxes.dropFirst(1)
      #expect(boxes.count == (count == 0 ? 0 : count + 1))
      let byColumn = Dictionary(grouping: boxes.dropFirst(), by: \.x)
      for column in byColumn.values {
        let sorted = column.sorted { $0.y < $1.y }
        for (a, b) in zip(sorted, sorted.dropFirst()) { #expect(a.y + a.height <= b.y) }
      }
    }
  }
}

/// What an XML parser makes of a drawing.
private final class XMLDocumentCheck {
  struct Box {
    var x: Double
    var y: Double
    var height: Double
  }
  var counts: [String: Int] = [:]
  var boxes: [Box] = []
  var error: String?

  /// Reads the flat, machine-written text tag by tag; an unbalanced or unescaped one is an error.
  init(_ text: String) {
    var open: [String] = []
    for piece in text.split(separator: "<").dropFirst() {
      if piece.hasPrefix("?") { continue }
      guard let end = piece.firstIndex(of: ">") else {
        error = "unclosed tag \(piece)"
        return
      }
      let tag = piece[..<end]
      if piece[piece.index(after: end)...].contains(">") { error = "unescaped > after \(tag)" }
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { error = "unbalanced \(tag)" }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      counts[name, default: 0] += 1
      if !tag.hasSuffix("/") { open.append(name) }
      if name == "rect" {
        boxes.append(Box(x: number("x", tag), y: number("y", tag), height: number("height", tag)))
      }
    }
    if !open.isEmpty { error = "left open: \(open)" }
  }

  private func number(_ name: String, _ tag: Substring) -> Double {
    guard let start = tag.range(of: " \(name)=\"") else { return 0 }
    return Double(tag[start.upperBound...].prefix { $0 != "\"" }) ?? 0
  }
}
