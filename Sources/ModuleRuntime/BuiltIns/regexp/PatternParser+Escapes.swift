/// What stands behind a backslash.
extension PatternParser {
  /// The meanings of an escape.
  enum Escape {
    /// A code point.
    case point(UInt32)
    /// A set of code points.
    case predicate(CharacterPredicate)
    /// Anything else; not inside a class.
    case node(PatternNode)
  }

  /// Reads the escape whose backslash is at the cursor.
  mutating func escape(inClass: Bool, inRange: Bool = false) throws(JavaException) -> Escape {
    cursor += 1
    guard cursor < length else {
      cursor += 1
      throw failure("Unexpected internal error")
    }
    let point = points[cursor]
    cursor += 1
    let isUnicode = flags.contains(.unicodeClasses)
    switch Unicode.Scalar(point) {
    case "0": return .point(try octal())
    case "a": return .point(7)
    case "e": return .point(0x1B)
    case "f": return .point(0x0C)
    case "n": return .point(0x0A)
    case "r": return .point(0x0D)
    case "t": return .point(0x09)
    case "c":
      guard cursor < length else { throw failure("Illegal control escape sequence") }
      return .point(read() ^ 64)
    case "u": return .point(try unicode())
    case "x": return .point(try hexadecimal())
    case "d": return .predicate(isUnicode ? .unicodeDigit : .digit)
    case "D": return .predicate((isUnicode ? CharacterPredicate.unicodeDigit : .digit).negation)
    case "s": return .predicate(isUnicode ? .unicodeSpace : .space)
    case "S": return .predicate((isUnicode ? CharacterPredicate.unicodeSpace : .space).negation)
    case "w": return .predicate(isUnicode ? .unicodeWord : .word)
    case "W": return .predicate((isUnicode ? CharacterPredicate.unicodeWord : .word).negation)
    case "h": return .predicate(.horizontalSpace)
    case "H": return .predicate(CharacterPredicate.horizontalSpace.negation)
    case "v": return inRange ? .point(0x0B) : .predicate(.verticalSpace)
    case "V": return .predicate(CharacterPredicate.verticalSpace.negation)
    case "N", "X": throw .runtime("the emulator does not know \\\(text(point)) in a regular expression")
    default: break
    }
    if !inClass, let node = try placeOrReference(point) { return .node(node) }
    let isLetterOrDigit = point < 0x80 && (CharacterTraits.isLetter(point) || CharacterTraits.isDigit(point))
    guard !isLetterOrDigit else { throw failure("Illegal/unsupported escape sequence") }
    return .point(point)
  }

  private mutating func placeOrReference(_ point: UInt32) throws(JavaException) -> PatternNode? {
    switch Unicode.Scalar(point) {
    case "1", "2", "3", "4", "5", "6", "7", "8", "9": return .backreference(reference(Int(point) - 0x30), folding)
    case "A": return .anchor(.begin)
    case "z": return .anchor(.end)
    case "Z": return .anchor(.lineEnd(multiline: false, unixLines: flags.contains(.unixLines)))
    case "G": return .anchor(.lastMatch)
    case "b":
      guard peek() != ascii("{") else { throw .runtime("the emulator does not know \\b{g} in a regular expression") }
      return .anchor(.wordBoundary(isNegative: false))
    case "B": return .anchor(.wordBoundary(isNegative: true))
    case "R":
      let pair = PatternNode.sequence([.character(.single(0x0D, .none)), .character(.single(0x0A, .none))])
      return .group(.alternation([pair, .character(.verticalSpace)]), index: nil)
    case "k":
      guard read() == ascii("<") else { throw failure("\\k is not followed by '<' for named capturing group") }
      let name = try groupName(read())
      guard let index = names[name] else { throw failure("named capturing group <\(name)> does not exist") }
      return .backreference(index, folding)
    default: return nil
    }
  }

  /// A group's number: as many digits as still name a group that has begun.
  private mutating func reference(_ first: Int) -> Int {
    var number = first
    while CharacterPredicate.digit.contains(peek()) {
      let longer = number * 10 + Int(points[cursor]) - 0x30
      if groupCount - 1 < longer { break }
      number = longer
      read()
    }
    return number
  }

  private mutating func octal() throws(JavaException) -> UInt32 {
    func digit(_ point: UInt32) -> UInt32? { (0x30...0x37).contains(point) ? point - 0x30 : nil }
    guard let first = digit(read()) else { throw failure("Illegal octal escape sequence") }
    guard let second = digit(points[cursor]) else { return first }
    cursor += 1
    guard first <= 3, let third = digit(points[cursor]) else { return first * 8 + second }
    cursor += 1
    return first * 64 + second * 8 + third
  }

  private mutating func hexadecimal() throws(JavaException) -> UInt32 {
    let first = read()
    if let high = Self.hexadecimalDigit(first) {
      if let low = Self.hexadecimalDigit(read()) { return high * 16 + low }
    } else if first == ascii("{"), Self.hexadecimalDigit(points[cursor]) != nil {
      var value: UInt32 = 0
      var point = read()
      while let digit = Self.hexadecimalDigit(point) {
        value = value << 4 + digit
        guard value <= 0x10FFFF else { throw failure("Hexadecimal codepoint is too big") }
        point = read()
      }
      guard point == ascii("}") else { throw failure("Unclosed hexadecimal escape sequence") }
      return value
    }
    throw failure("Illegal hexadecimal escape sequence")
  }

  private mutating func unicode() throws(JavaException) -> UInt32 {
    let unit = try fourDigits()
    guard (0xD800..<0xDC00).contains(unit), points[cursor] == ascii("\\"), points[cursor + 1] == ascii("u") else {
      return unit
    }
    let saved = cursor
    cursor += 2
    let low = try fourDigits()
    if (0xDC00..<0xE000).contains(low) { return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) }
    cursor = saved
    return unit
  }

  private mutating func fourDigits() throws(JavaException) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexadecimalDigit(read()) else { throw failure("Illegal Unicode escape sequence") }
      value = value * 16 + digit
    }
    return value
  }

  private static func hexadecimalDigit(_ point: UInt32) -> UInt32? {
    switch point {
    case 0x30...0x39: point - 0x30
    case 0x41...0x46, 0x61...0x66: (point | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
