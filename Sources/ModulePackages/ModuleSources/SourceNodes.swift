import Findings
package import Yams

/// Walks a YAML tree and gathers every problem with its place, so that one run tells an author all of them.
///
/// After a problem the walk goes on with a stand-in value; nothing is built while `problems` is not empty.
package final class SourceNodes {
  /// One key of a mapping with its value.
  package struct Field {
    package let key: String
    package let keyNode: Node
    package let value: Node
  }

  /// The file's name, for problems.
  package let file: String
  /// What was found so far.
  package private(set) var problems: [ProjectProblem] = []
  private static let mostProblems = 50

  package init(file: String) { self.file = file }

  /// Notes a problem at a node.
  package func report(_ node: Node, _ message: String, hint: String? = nil) {
    report(place(of: node), message, hint: hint)
  }

  /// Notes a problem at a place.
  package func report(_ place: SourceLine, _ message: String, hint: String? = nil) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(
      ProjectProblem(file: file, line: place.line, column: place.column, message: message, hint: hint)
    )
  }

  /// Where a node begins.
  package func place(of node: Node) -> SourceLine {
    SourceLine(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The keys and values of a mapping, in order; an empty scalar is an empty mapping.
  package func pairs(_ node: Node, _ what: String) -> [Field] {
    if isEmpty(node) { return [] }
    guard case .mapping(let mapping) = node else {
      report(node, "\(what) must be keys with values, as in `name: value`")
      return []
    }
    return mapping.compactMap { key, value in
      guard case .scalar(let scalar) = key else {
        report(key, "a key of \(what) must be a word")
        return nil
      }
      return Field(key: scalar.string, keyNode: key, value: value)
    }
  }

  /// The values of a mapping whose keys are known; any other key is a problem that names the nearest.
  package func fields(_ node: Node, _ what: String, _ allowed: [String]) -> [String: Node] {
    var found: [String: Node] = [:]
    for field in pairs(node, what) {
      if allowed.contains(field.key) {
        found[field.key] = field.value
      } else {
        report(field.keyNode, "\(what) has no key \"\(field.key)\"", hint: nearest(field.key, allowed))
      }
    }
    return found
  }

  /// The elements of a sequence; an empty scalar is an empty sequence.
  package func elements(_ node: Node, _ what: String) -> [Node] {
    if isEmpty(node) { return [] }
    guard case .sequence(let sequence) = node else {
      report(node, "\(what) must be a list, as in `- element`")
      return []
    }
    return Array(sequence)
  }

  /// A text; numbers and truth values are taken as they are written.
  package func text(_ node: Node, _ what: String) -> String {
    guard case .scalar(let scalar) = node else {
      report(node, "\(what) must be a text")
      return ""
    }
    return isEmpty(node) ? "" : scalar.string
  }

  /// A whole number of at least `least`.
  package func integer(_ node: Node, _ what: String, least: Int = 0) -> Int {
    guard let number = Int(text(node, what)), number >= least else {
      report(node, "\(what) must be a whole number of at least \(least)")
      return least
    }
    return number
  }

  /// `true` or `false`.
  package func truth(_ node: Node, _ what: String) -> Bool {
    switch text(node, what) {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(node, "\(what) must be true or false")
      return false
    }
  }

  /// One of several words; any other is a problem that names the nearest.
  package func word(_ node: Node, _ what: String, of allowed: [String]) -> String {
    let written = text(node, what)
    if !allowed.contains(written) {
      report(node, "\(what) cannot be \"\(written)\"", hint: nearest(written, allowed))
    }
    return written
  }

  /// A point in time as milliseconds since 1970: such a number, or `yyyy-MM-dd[THH:mm:ssZ]`.
  package func time(_ node: Node, _ what: String) -> Int {
    let written = text(node, what)
    if let time = Timestamp.milliseconds(written) { return time }
    report(node, "\(what) must be a time such as 2026-01-31T12:00:00Z, or milliseconds since 1970")
    return 0
  }

  /// Whether nothing was written: `key:` or `key: ~`.
  package func isEmpty(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return scalar.string.isEmpty || scalar.string == "~"
  }

  /// A hint that names what was probably meant, or all that is possible.
  package func nearest(_ written: String, _ allowed: [String]) -> String {
    if let near = nearestNames(to: written, in: allowed, most: 1).first { return "did you mean \"\(near)\"?" }
    return allowed.isEmpty ? "nothing is expected here" : "possible: " + allowed.joined(separator: ", ")
  }
}
