internal import Yams

/// Reads what a value is held against.
struct MatcherReader {
  /// What a plain text means.
  enum PlainText {
    /// The whole text.
    case equal
    /// A part of it.
    case part
  }

  /// What is wrong.
  struct Problem: Error {
    let message: String
  }

  static let words = ["is", "contains", "matches", "not", "atLeast", "atMost", "size"]

  let plainTextIs: PlainText

  /// A mapping whose keys are all words of matchers is one; everything else is the value itself.
  func matcher(_ node: Node) throws(Problem) -> Matcher {
    if case .mapping(let mapping) = node, !mapping.isEmpty {
      let pairs = mapping.map { (key: $0.key.scalar?.string ?? "", value: $0.value) }
      if pairs.allSatisfy({ Self.words.contains($0.key) }) {
        var parts: [Matcher] = []
        for pair in pairs { parts.append(try part(pair.key, pair.value)) }
        return parts.count == 1 ? parts[0] : .all(parts)
      }
    }
    if plainTextIs == .part, case .scalar(let scalar) = node { return .contains(scalar.string) }
    return .equal(ValueReader.value(node))
  }

  private func part(_ word: String, _ node: Node) throws(Problem) -> Matcher {
    switch word {
    case "not": return .not(try matcher(node))
    case "is": return .equal(ValueReader.value(node))
    case "contains": return .contains(try text(node, word))
    case "matches":
      let pattern = try text(node, word)
      do throws(JavaException) { _ = try PatternProgram(pattern) } catch {
        throw Problem(message: "no regular expression of Java's: \(error.text)")
      }
      return .matches(pattern)
    case "size":
      guard let size = Int(try text(node, word)), size >= 0 else {
        throw Problem(message: "\"size\" must be a whole number")
      }
      return .size(size)
    default:
      guard let bound = Double(try text(node, word)) else {
        throw Problem(message: "\"\(word)\" must be a number")
      }
      return word == "atLeast" ? .atLeast(bound) : .atMost(bound)
    }
  }

  private func text(_ node: Node, _ word: String) throws(Problem) -> String {
    guard case .scalar(let scalar) = node else { throw Problem(message: "\"\(word)\" must be a text") }
    return scalar.string
  }
}

/// Reads values as YAML's core schema has them: quoted is text; plain may be a number, a truth value or nothing.
enum ValueReader {
  static func value(_ node: Node) -> Value {
    switch node {
    case .sequence(let sequence): return .list(sequence.map(value))
    case .mapping(let mapping):
      return .map(JavaMap(mapping.map { (.string($0.key.scalar?.string ?? ""), value($0.value)) }, order: .insertion))
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
      return plain(scalar.string)
    default: return .null
    }
  }

  private static func plain(_ text: String) -> Value {
    switch text {
    case "", "~", "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    // A leading zero makes it a telephone number rather than a number.
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isNumber = !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "e" }
    let isPlainNumber = isNumber && (!digits.hasPrefix("0") || digits.hasPrefix("0.") || digits == "0")
    if isPlainNumber, let number = Int64(text) { return .number(number) }
    if isPlainNumber, let number = Double(text), number.isFinite { return .double(number) }
    return .string(text)
  }
}
