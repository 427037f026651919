internal import ModulePackages
internal import Yams

/// A checked mapping, read by the constants of the format's table.
struct Fields {
  private let values: [String: Node]
  let line: Int

  init(_ node: Node) {
    line = node.mark?.line ?? 1
    guard case .mapping(let mapping) = node else {
      values = node.scalar.map { [$0.string: Node("")] } ?? [:]
      return
    }
    values = Dictionary(mapping.map { ($0.key.scalar?.string ?? "", $0.value) }, uniquingKeysWith: { a, _ in a })
  }

  subscript(_ key: FormatKey) -> Node? { values[key.name] }

  /// Whether the key stands there, with or without a value.
  func has(_ key: FormatKey) -> Bool { values[key.name] != nil }

  /// The text of a key; nil when it is missing or empty.
  func text(_ key: FormatKey) -> String? {
    guard let scalar = values[key.name]?.scalar else { return nil }
    let isPlain = scalar.style == .plain || scalar.style == .any
    return isPlain && (scalar.string.isEmpty || scalar.string == "~") ? nil : scalar.string
  }

  func number(_ key: FormatKey) -> Int? { text(key).flatMap { Int($0) } }

  func truth(_ key: FormatKey) -> Bool? { text(key).map { $0 == "true" || $0 == "yes" } }

  func span(_ key: FormatKey) -> Int64? { text(key).flatMap { Span($0)?.milliseconds } }

  /// The lengths of time of a list, or the one in its place; nil when the key is missing.
  func spans(_ key: FormatKey) -> [Int64]? {
    elements(key)?.compactMap { Span($0.scalar?.string ?? "")?.milliseconds }
  }

  func level(_ key: FormatKey) -> LogLevel? { text(key).flatMap { LogLevel(name: $0) } }

  /// The elements of a list, or the one element that stands in its place; nil when the key is missing.
  func elements(_ key: FormatKey) -> [Node]? {
    guard let node = values[key.name] else { return nil }
    if case .sequence(let sequence) = node { return Array(sequence) }
    return text(key) == nil && node.scalar != nil ? [] : [node]
  }

  func texts(_ key: FormatKey) -> [String] { (elements(key) ?? []).map { $0.scalar?.string ?? "" } }

  func pairs(_ key: FormatKey) -> [(key: String, value: Node)] {
    guard case .mapping(let mapping)? = values[key.name] else { return [] }
    return mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
  }

  func values(_ key: FormatKey) -> [String: Value] {
    Dictionary(pairs(key).map { ($0.key, ValueReader.value($0.value)) }, uniquingKeysWith: { a, _ in a })
  }

  func matchers(_ key: FormatKey) -> [String: Matcher] {
    Dictionary(pairs(key).map { ($0.key, Self.matcher($0.value)) }, uniquingKeysWith: { a, _ in a })
  }

  /// The matchers of a list.
  func matcherList(_ key: FormatKey, plainTextIs plain: MatcherReader.PlainText = .equal) -> [Matcher]? {
    elements(key)?.map { Self.matcher($0, plainTextIs: plain) }
  }

  /// A matcher that the checker has seen, so that it reads.
  static func matcher(_ node: Node, plainTextIs plain: MatcherReader.PlainText = .equal) -> Matcher {
    (try? MatcherReader(plainTextIs: plain).matcher(node)) ?? .equal(.null)
  }
}

extension Node {
  /// The line it stands in.
  var line: Int { mark?.line ?? 1 }
}
