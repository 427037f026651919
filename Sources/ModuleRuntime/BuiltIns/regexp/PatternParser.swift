/// Reads Java's syntax of regular expressions (`java.util.regex.Pattern`).
///
/// The cursor moves as Java's does, because a `PatternSyntaxException` tells where it stands.
struct PatternParser {
  /// The flags of `(?idmsuxU)`.
  struct Flags: OptionSet {
    let rawValue: Int
    static let caseInsensitive = Flags(rawValue: 1)
    static let unixLines = Flags(rawValue: 2)
    static let multiline = Flags(rawValue: 4)
    static let dotAll = Flags(rawValue: 8)
    static let unicodeCase = Flags(rawValue: 16)
    static let comments = Flags(rawValue: 32)
    static let unicodeClasses = Flags(rawValue: 64)
  }

  /// How deep groups and classes may nest.
  static let deepestNesting = 200

  let pattern: String
  /// The code points, quotations resolved, and two zeros.
  var points: [UInt32]
  let length: Int
  var cursor = 0
  var flags: Flags = []
  var groupCount = 1
  var names: [String: Int] = [:]
  var depth = 0

  init(_ pattern: String) {
    self.pattern = pattern
    points = Self.withoutQuotations(pattern.units.codePoints)
    length = points.count
    points += [0, 0]
  }

  /// The whole expression.
  mutating func parse() throws(JavaException) -> PatternNode {
    let node = try alternation()
    guard cursor >= length else {
      throw failure(peek() == ascii(")") ? "Unmatched closing ')'" : "Unexpected internal error")
    }
    return node
  }

  mutating func alternation() throws(JavaException) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw JavaException("java.lang.StackOverflowError") }
    var alternatives = [try sequence()]
    while peek() == ascii("|") {
      next()
      alternatives.append(try sequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
  }

  private mutating func sequence() throws(JavaException) -> PatternNode {
    var parts: [PatternNode] = []
    while true {
      let point = peek()
      switch point {
      case ascii("("):
        if let group = try group() { parts.append(group) }
      case ascii("["): parts.append(try quantified(.character(characterClass(consumesEnd: true))))
      case ascii("^"):
        next()
        let unix = flags.contains(.unixLines)
        let anchor = flags.contains(.multiline) ? PatternAnchor.lineBegin(unixLines: unix) : .begin
        parts.append(try quantified(.anchor(anchor)))
      case ascii("$"):
        next()
        let unix = flags.contains(.unixLines)
        parts.append(try quantified(.anchor(.lineEnd(multiline: flags.contains(.multiline), unixLines: unix))))
      case ascii("."):
        next()
        parts.append(try quantified(.character(dot)))
      case ascii("|"), ascii(")"): return .sequence(parts)
      case ascii("?"), ascii("*"), ascii("+"):
        next()
        throw failure("Dangling meta character '\(text(point))'")
      case ascii("\\"):
        next(skippingComments: false)
        if points[cursor] == ascii("p") || points[cursor] == ascii("P") {
          parts.append(try quantified(.character(property())))
        } else {
          cursor -= 1
          parts.append(try quantified(node(escape(inClass: false))))
        }
      // Java repeats the nothing before it.
      case ascii("{"): parts.append(try quantified(.sequence([])))
      case 0 where cursor >= length: return .sequence(parts)
      default:
        next()
        parts.append(try quantified(.character(.single(point, folding))))
      }
    }
  }

  private func node(_ escape: Escape) -> PatternNode {
    switch escape {
    case .point(let point): .character(.single(point, folding))
    case .predicate(let predicate): .character(predicate)
    case .node(let node): node
    }
  }

  private var dot: CharacterPredicate {
    if flags.contains(.dotAll) { return CharacterPredicate { _ in true } }
    if flags.contains(.unixLines) { return CharacterPredicate { $0 != 0x0A } }
    return CharacterPredicate { !CharacterPredicate.isLineTerminator($0) }
  }

  /// How letters compare under the flags of here.
  var folding: PatternNode.CaseFolding {
    guard flags.contains(.caseInsensitive) else { return .none }
    return flags.contains(.unicodeCase) ? .unicode : .ascii
  }

  // MARK: Moving

  /// What stands at the cursor; white space and comments are skipped under `(?x)`.
  mutating func peek() -> UInt32 {
    if flags.contains(.comments) { skipComments() }
    return points[cursor]
  }

  @discardableResult
  mutating func next(skippingComments: Bool = true) -> UInt32 {
    cursor = min(cursor + 1, points.count - 1)
    if skippingComments, flags.contains(.comments) { skipComments() }
    return points[cursor]
  }

  @discardableResult
  mutating func read() -> UInt32 {
    if flags.contains(.comments) { skipComments() }
    let point = points[cursor]
    cursor = min(cursor + 1, points.count - 1)
    return point
  }

  private mutating func skipComments() {
    while cursor < length {
      if CharacterPredicate.space.contains(points[cursor]) {
        cursor += 1
      } else if points[cursor] == ascii("#") {
        while cursor < length, !CharacterPredicate.isLineTerminator(points[cursor]) { cursor += 1 }
      } else {
        return
      }
    }
  }

  func ascii(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }

  func text(_ point: UInt32) -> String { Unicode.Scalar(point).map { String(Character($0)) } ?? "?" }

  /// A `PatternSyntaxException` at the cursor, with the message that Java composes.
  func failure(_ description: String) -> JavaException {
    let index = cursor - 1
    var message = description + (index >= 0 ? " near index \(index)" : "") + "\n" + pattern
    let units = pattern.units
    if index >= 0, index < units.count {
      message += "\n" + String(units: units[..<index].map { $0 == 0x09 ? 0x09 : 0x20 }) + "^"
    }
    return JavaException("java.util.regex.PatternSyntaxException", message)
  }

  /// `\Q…\E` as escapes of the single characters.
  private static func withoutQuotations(_ points: [UInt32]) -> [UInt32] {
    let backslash = UInt32(UInt8(ascii: "\\"))
    var result: [UInt32] = []
    var isQuoted = false
    var at = 0
    while at < points.count {
      let point = points[at]
      let following = at + 1 < points.count ? points[at + 1] : 0
      if point == backslash, following == UInt32(UInt8(ascii: isQuoted ? "E" : "Q")) {
        isQuoted.toggle()
        at += 2
      } else if isQuoted {
        if point >= 0x80 || !CharacterTraits.isLetter(point) && !CharacterTraits.isDigit(point) {
          result.append(backslash)
        }
        result.append(point)
        at += 1
      } else {
        result.append(point)
        at += 1
        if point == backslash, at < points.count {
          result.append(following)
          at += 1
        }
      }
    }
    return result
  }
}
