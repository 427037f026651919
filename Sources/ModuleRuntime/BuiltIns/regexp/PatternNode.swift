/// One part of a parsed regular expression.
indirect enum PatternNode {
  /// The parts one after another.
  case sequence([PatternNode])
  /// The first alternative that lets the rest match.
  case alternation([PatternNode])
  /// One code point.
  case character(CharacterPredicate)
  /// A group; captured when it has an index.
  case group(PatternNode, index: Int?)
  /// A part again and again.
  case repetition(PatternNode, minimum: Int, maximum: Int, Greed)
  /// A part whose first match stands.
  case atomic(PatternNode)
  /// What must, or must not, stand ahead or behind.
  case look(PatternNode, isBehind: Bool, isNegative: Bool)
  /// The text of a group again.
  case backreference(Int, CaseFolding)
  /// A place.
  case anchor(PatternAnchor)

  /// How a repetition tries.
  enum Greed: Sendable { case greedy, lazy, possessive }

  /// How letters of two cases compare: `(?i)` is for ASCII only, `(?iu)` for all.
  enum CaseFolding: Sendable { case none, ascii, unicode }

  /// How many code points it takes at least, and at most if that is bounded.
  var lengths: (minimum: Int, maximum: Int?) {
    switch self {
    case .sequence(let parts):
      return parts.reduce((0, 0)) { sum, part in
        let lengths = part.lengths
        return (capped(sum.0 + lengths.minimum), sum.1.flatMap { a in lengths.maximum.map { capped(a + $0) } })
      }
    case .alternation(let parts):
      let lengths = parts.map(\.lengths)
      let maxima = lengths.compactMap(\.maximum)
      return (lengths.map(\.minimum).min() ?? 0, maxima.count == lengths.count ? maxima.max() ?? 0 : nil)
    case .character: return (1, 1)
    case .group(let part, _), .atomic(let part): return part.lengths
    // Java calls a greedy run of single characters bounded, so that a look-behind may hold it.
    case .repetition(.character, let minimum, .max, .greedy): return (minimum, Self.longest)
    case .repetition(let part, let minimum, let maximum, _):
      let lengths = part.lengths
      let most = maximum == .max ? nil : lengths.maximum.map { product($0, maximum) }
      return (product(lengths.minimum, minimum), most)
    case .look, .anchor: return (0, 0)
    case .backreference: return (0, nil)
    }
  }

  /// Whether there is only one way to match it: then a repetition of it keeps each round, as `java.util.regex` does.
  var isDeterministic: Bool {
    switch self {
    case .sequence(let parts): parts.allSatisfy(\.isDeterministic)
    case .alternation: false
    case .group(let part, _), .atomic(let part): part.isDeterministic
    case .repetition(let part, let minimum, let maximum, _): minimum == maximum && part.isDeterministic
    case .character, .look, .anchor, .backreference: true
    }
  }

  private static let longest = 1 << 30
  private func capped(_ length: Int) -> Int { min(length, Self.longest) }
  private func product(_ a: Int, _ b: Int) -> Int {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? Self.longest : capped(product)
  }
}

/// A place in the text that an expression can ask for.
enum PatternAnchor: Sendable {
  /// `^` without `(?m)`, and `\A`.
  case begin
  /// `^` with `(?m)`; `unixLines` knows `\n` only.
  case lineBegin(unixLines: Bool)
  /// `$`, and `\Z` without `multiline`.
  case lineEnd(multiline: Bool, unixLines: Bool)
  /// `\z`.
  case end
  /// `\G`.
  case lastMatch
  /// `\b`, and `\B` when negative.
  case wordBoundary(isNegative: Bool)
}
