/// What a value is held against in a scenario.
public indirect enum Matcher: Sendable {
  /// It is this: texts by their text, numbers by their value, lists and maps element by element.
  case equal(Value)
  /// Its text has this in it.
  case contains(String)
  /// Its text has a part that this regular expression of Java's matches.
  case matches(String)
  /// It does not match.
  case not(Matcher)
  /// A number from here on.
  case atLeast(Double)
  /// A number up to here.
  case atMost(Double)
  /// A list, map or text of this length.
  case size(Int)
  /// All of these.
  case all([Matcher])

  /// Whether a value fits.
  public func matches(_ value: Value) -> Bool {
    switch self {
    case .equal(let expected): Self.equal(expected, value)
    case .contains(let part): value.text.contains(part)
    case .matches(let pattern): Self.finds(pattern, in: value.text)
    case .not(let matcher): !matcher.matches(value)
    case .atLeast(let bound): Self.number(value).map { $0 >= bound } ?? false
    case .atMost(let bound): Self.number(value).map { $0 <= bound } ?? false
    case .size(let size): Self.size(value) == size
    case .all(let matchers): matchers.allSatisfy { $0.matches(value) }
    }
  }

  /// Whether a text fits.
  public func matches(_ text: String) -> Bool { matches(.string(text)) }

  private static func finds(_ pattern: String, in text: String) -> Bool {
    guard let program = try? PatternProgram(pattern) else { return false }
    var matcher = PatternMatcher(program, text.units)
    return ((try? matcher.find(from: 0, previousEnd: 0)) ?? nil) != nil
  }

  private static func number(_ value: Value) -> Double? {
    if case .string(let text) = value { return Double(text) }
    return value.doubleValue
  }

  private static func size(_ value: Value) -> Int {
    switch value {
    case .list(let list): list.count
    case .map(let map): map.count
    case .null: 0
    default: value.text.utf16.count
    }
  }

  private static func equal(_ expected: Value, _ actual: Value) -> Bool {
    switch (expected, actual) {
    case (.null, _): return actual.isNull
    case (_, .null): return false
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a.elements, b.elements).allSatisfy { equal($0, $1) }
    case (.map(let a), .map(let b)):
      // Keys by their text: a module's map may have numbers as keys where YAML has texts.
      let entries = Dictionary(b.entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { a, _ in a })
      return a.count == b.count
        && a.entries.allSatisfy { entry in entries[entry.key.text].map { equal(entry.value, $0) } ?? false }
    case (.list, _), (_, .list), (.map, _), (_, .map): return false
    case (.integer, _), (.long, _), (.double, _):
      guard let a = number(expected), let b = number(actual) else { return expected.text == actual.text }
      return a == b
    default: return expected.text == actual.text
    }
  }
}

extension Matcher: CustomStringConvertible {
  /// As a message names it.
  public var description: String {
    switch self {
    case .equal(let value): value.shown
    case .contains(let part): "a text with '\(part)'"
    case .matches(let pattern): "a text that matches /\(pattern)/"
    case .not(let matcher): "not \(matcher)"
    case .atLeast(let bound): "at least \(Value.double(bound).shown)"
    case .atMost(let bound): "at most \(Value.double(bound).shown)"
    case .size(let size): "something of size \(size)"
    case .all(let matchers): matchers.map(\.description).joined(separator: ", ")
    }
  }
}

extension Value {
  /// A value as a scenario's messages show it.
  var shown: String {
    switch self {
    case .null: return "null"
    case .string(let text): return "'\(text)'"
    case .double(let number) where number == number.rounded() && abs(number) < 1e15: return String(Int64(number))
    case .list(let list): return "[" + list.elements.map(\.shown).joined(separator: ", ") + "]"
    case .map(let map):
      return "{" + map.entries.map { "\($0.key.text): \($0.value.shown)" }.joined(separator: ", ") + "}"
    default: return javaText
    }
  }
}
