/// A set of code points: a bitmap for ASCII, a test for the rest.
final class CharacterPredicate: Sendable {
  private let low: UInt64
  private let high: UInt64
  private let test: @Sendable (UInt32) -> Bool

  /// The code points for which `test` is true.
  init(_ test: @escaping @Sendable (UInt32) -> Bool) {
    var bits: [UInt64] = [0, 0]
    for point in UInt32(0)..<128 where test(point) { bits[Int(point >> 6)] |= 1 << UInt64(point & 63) }
    low = bits[0]
    high = bits[1]
    self.test = test
  }

  /// Whether `point` is one of them.
  @inline(__always)
  func contains(_ point: UInt32) -> Bool {
    if point < 64 { return low >> UInt64(point) & 1 != 0 }
    if point < 128 { return high >> UInt64(point & 63) & 1 != 0 }
    return test(point)
  }

  func union(_ other: CharacterPredicate) -> CharacterPredicate {
    CharacterPredicate { self.contains($0) || other.contains($0) }
  }

  func intersection(_ other: CharacterPredicate) -> CharacterPredicate {
    CharacterPredicate { self.contains($0) && other.contains($0) }
  }

  var negation: CharacterPredicate { CharacterPredicate { !self.contains($0) } }

  /// One character, and its other case where `folding` asks for it.
  static func single(_ point: UInt32, _ folding: PatternNode.CaseFolding) -> CharacterPredicate {
    range(point, point, folding)
  }

  /// The characters from `first` to `last`, and those whose other case is among them.
  static func range(_ first: UInt32, _ last: UInt32, _ folding: PatternNode.CaseFolding) -> CharacterPredicate {
    let range = first...last
    switch folding {
    case .none: return CharacterPredicate { range.contains($0) }
    case .ascii:
      return CharacterPredicate { point in
        if range.contains(point) { return true }
        guard point < 0x80 else { return false }
        return range.contains(CharacterTraits.upper(point)) || range.contains(CharacterTraits.lower(point))
      }
    case .unicode:
      let folded = fold(first)
      return CharacterPredicate { point in
        if range.contains(point) { return true }
        if first == last { return fold(point) == folded }
        let upper = CharacterTraits.upper(point)
        return range.contains(upper) || range.contains(CharacterTraits.lower(upper))
      }
    }
  }

  static func fold(_ point: UInt32) -> UInt32 { CharacterTraits.lower(CharacterTraits.upper(point)) }

  static func isLineTerminator(_ point: UInt32) -> Bool {
    point == 0x0A || point == 0x0D || point == 0x85 || point == 0x2028 || point == 0x2029
  }

  static let digit = CharacterPredicate { (0x30...0x39).contains($0) }
  static let space = CharacterPredicate { $0 == 0x20 || (0x09...0x0D).contains($0) }
  static let word = CharacterPredicate {
    (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 || $0 == 0x5F
  }
  static let horizontalSpace = CharacterPredicate {
    $0 == 0x20 || $0 == 0x09 || $0 == 0xA0 || $0 == 0x1680 || $0 == 0x180E || (0x2000...0x200A).contains($0)
      || $0 == 0x202F || $0 == 0x205F || $0 == 0x3000
  }
  static let verticalSpace = CharacterPredicate { (0x0A...0x0D).contains($0) || isLineTerminator($0) }
  static let unicodeDigit = CharacterPredicate { CharacterTraits.isDigit($0) }
  static let unicodeSpace = CharacterPredicate { Unicode.Scalar($0)?.properties.isWhitespace ?? false }
  static let unicodeWord = CharacterPredicate { point in
    guard let properties = Unicode.Scalar(point)?.properties else { return false }
    if properties.isAlphabetic || properties.isJoinControl { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
