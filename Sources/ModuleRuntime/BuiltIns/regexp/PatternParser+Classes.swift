/// Character classes, `[…]` with ranges, unions and `&&`, and `\p{…}`.
extension PatternParser {
  /// A class whose bracket is at the cursor; the closing bracket stays when `consumesEnd` is not asked for.
  mutating func characterClass(consumesEnd: Bool) throws(JavaException) -> CharacterPredicate {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw JavaException("java.lang.StackOverflowError") }
    var all: CharacterPredicate?
    var latest: CharacterPredicate?
    var point = next()
    let isNegated = point == ascii("^") && cursor > 0 && points[cursor - 1] == ascii("[")
    if isNegated { point = next() }
    func joined(_ item: CharacterPredicate) -> CharacterPredicate { all.map { $0.union(item) } ?? item }
    while true {
      if point == ascii("[") {
        let inner = try characterClass(consumesEnd: true)
        all = joined(inner)
        latest = inner
      } else if point == ascii("&"), points[cursor + 1] == ascii("&") {
        next()
        next()
        let right = try intersected()
        if let right { latest = right }
        if let left = all {
          all = latest.map { left.intersection($0) } ?? left
        } else {
          guard let right else { throw failure("Bad class syntax") }
          all = right
        }
      } else if point == 0, cursor >= length {
        throw failure("Unclosed character class")
      } else if point == ascii("]"), let all {
        if consumesEnd { next() }
        return isNegated ? all.negation : all
      } else {
        let item = try classItem()
        all = joined(item)
        latest = item
      }
      point = peek()
    }
  }

  /// The right side of `&&`: bracketed classes joined, or what stands bare up to the end, which replaces them.
  private mutating func intersected() throws(JavaException) -> CharacterPredicate? {
    var right: CharacterPredicate?
    while true {
      let point = peek()
      if point == ascii("]") || point == ascii("&") { return right }
      if point == ascii("[") {
        let inner = try characterClass(consumesEnd: true)
        right = right.map { $0.union(inner) } ?? inner
      } else {
        guard point != 0 || cursor < length else { throw failure("Unclosed character class") }
        cursor -= 1
        right = try characterClass(consumesEnd: false)
      }
    }
  }

  /// One character, range, escape or property.
  private mutating func classItem() throws(JavaException) -> CharacterPredicate {
    var first = peek()
    if first == ascii("\\") {
      if points[cursor + 1] == ascii("p") || points[cursor + 1] == ascii("P") {
        cursor += 1
        return try property()
      }
      switch try escape(inClass: true, inRange: points[min(cursor + 2, points.count - 1)] == ascii("-")) {
      case .point(let point): first = point
      case .predicate(let predicate): return predicate
      case .node: throw failure("Illegal/unsupported escape sequence")
      }
    } else {
      next()
    }
    guard peek() == ascii("-"), points[cursor + 1] != ascii("["), points[cursor + 1] != ascii("]") else {
      return .single(first, folding)
    }
    next()
    var last = peek()
    if last == ascii("\\") {
      switch try escape(inClass: true, inRange: true) {
      case .point(let point): last = point
      // Java takes the -1 of a set for the end of the range, which then is before its start.
      case .predicate, .node: throw failure("Illegal character range")
      }
    } else {
      next()
    }
    guard last >= first else { throw failure("Illegal character range") }
    return .range(first, last, folding)
  }

  /// `\p{…}`, `\pL` or their complements; the letter is at the cursor.
  mutating func property() throws(JavaException) -> CharacterPredicate {
    let isComplement = points[cursor] == ascii("P")
    next()
    var name = ""
    if points[cursor] == ascii("{") {
      cursor += 1
      while cursor < length, points[cursor] != ascii("}") {
        name += text(points[cursor])
        cursor += 1
      }
      cursor = min(cursor + 1, length + 1)
      guard cursor <= length else { throw failure("Unclosed character family") }
      guard !name.isEmpty else { throw failure("Empty character family") }
    } else {
      name = text(read())
    }
    let predicate = try named(name)
    return isComplement ? predicate.negation : predicate
  }

  private func named(_ name: String) throws(JavaException) -> CharacterPredicate {
    let ignoresCase = flags.contains(.caseInsensitive)
    if let sign = name.firstIndex(of: "=") {
      let key = name[..<sign].lowercased()
      let value = String(name[name.index(after: sign)...])
      if key == "gc" || key == "general_category",
        let predicate = CharacterProperty.category(value, ignoresCase: ignoresCase)
      {
        return predicate
      }
      if ["sc", "script", "blk", "block"].contains(key) { throw unsupported(name) }
      throw failure("Unknown Unicode property {name=<\(key)>, value=<\(value)>}")
    }
    let isUnicode = flags.contains(.unicodeClasses)
    if let known = CharacterProperty.find(name, ignoresCase: ignoresCase, isUnicode: isUnicode) { return known }
    if name.hasPrefix("In") || name.hasPrefix("Is") { throw unsupported(name) }
    throw failure("Unknown character property name {\(name)}")
  }

  private func unsupported(_ name: String) -> JavaException {
    .runtime("the emulator does not know the script or block \\p{\(name)} in a regular expression")
  }
}
