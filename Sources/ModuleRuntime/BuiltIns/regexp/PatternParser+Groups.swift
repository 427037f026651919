/// Groups and quantifiers.
extension PatternParser {
  /// A group with what quantifies it; nil for flags alone, `(?i)`.
  mutating func group() throws(JavaException) -> PatternNode? {
    let saved = flags
    var node: PatternNode
    if next() == ascii("?") {
      cursor += 1
      let kind = points[cursor]
      cursor = min(cursor + 1, points.count - 1)
      switch kind {
      case ascii(":"): node = .group(try alternation(), index: nil)
      case ascii("="): node = .look(try alternation(), isBehind: false, isNegative: false)
      case ascii("!"): node = .look(try alternation(), isBehind: false, isNegative: true)
      case ascii(">"): node = .atomic(try alternation())
      case ascii("<"): node = try namedOrBehind()
      case ascii("$"), ascii("@"): throw failure("Unknown group type")
      default:
        cursor -= 1
        readFlags()
        let end = read()
        if end == ascii(")") { return nil }
        guard end == ascii(":") else { throw failure("Unknown inline modifier") }
        node = .group(try alternation(), index: nil)
      }
    } else {
      let index = groupCount
      groupCount += 1
      node = .group(try alternation(), index: index)
    }
    guard read() == ascii(")") else { throw failure("Unclosed group") }
    flags = saved
    return try quantified(node)
  }

  private mutating func namedOrBehind() throws(JavaException) -> PatternNode {
    let sign = read()
    guard sign == ascii("=") || sign == ascii("!") else {
      let name = try groupName(sign)
      guard names[name] == nil else { throw failure("Named capturing group <\(name)> is already defined") }
      let index = groupCount
      groupCount += 1
      names[name] = index
      return .group(try alternation(), index: index)
    }
    let inner = try alternation()
    guard inner.lengths.maximum != nil else {
      throw failure("Look-behind group does not have an obvious maximum length")
    }
    return .look(inner, isBehind: true, isNegative: sign == ascii("!"))
  }

  /// The name of a group, whose first character is read already, up to its `>`.
  mutating func groupName(_ first: UInt32) throws(JavaException) -> String {
    guard first < 0x80, CharacterTraits.isLetter(first) else {
      throw failure("capturing group name does not start with a Latin letter")
    }
    var name = text(first)
    var point = read()
    while point < 0x80, CharacterTraits.isLetter(point) || CharacterTraits.isDigit(point) {
      name += text(point)
      point = read()
    }
    guard point == ascii(">") else { throw failure("named capturing group is missing trailing '>'") }
    return name
  }

  private mutating func readFlags() {
    var isAdding = true
    while true {
      let flag: Flags
      switch peek() {
      case ascii("i"): flag = .caseInsensitive
      case ascii("m"): flag = .multiline
      case ascii("s"): flag = .dotAll
      case ascii("d"): flag = .unixLines
      case ascii("u"): flag = .unicodeCase
      case ascii("x"): flag = .comments
      case ascii("U"): flag = [.unicodeClasses, .unicodeCase]
      case ascii("-") where isAdding:
        isAdding = false
        flag = []
      default: return
      }
      if isAdding { flags.formUnion(flag) } else { flags.subtract(flag) }
      next()
    }
  }

  /// `node` with the quantifier that follows it, if one does.
  mutating func quantified(_ node: PatternNode) throws(JavaException) -> PatternNode {
    let minimum: Int
    var maximum = Int.max
    switch peek() {
    case ascii("?"):
      (minimum, maximum) = (0, 1)
      next()
    case ascii("*"):
      minimum = 0
      next()
    case ascii("+"):
      minimum = 1
      next()
    case ascii("{"): (minimum, maximum) = try bounds()
    default: return node
    }
    var greed = PatternNode.Greed.greedy
    if peek() == ascii("?") {
      greed = .lazy
      next()
    } else if peek() == ascii("+") {
      greed = .possessive
      next()
    }
    return .repetition(node, minimum: minimum, maximum: maximum, greed)
  }

  private mutating func bounds() throws(JavaException) -> (Int, Int) {
    cursor = min(cursor + 2, points.count)
    var point = points[cursor - 1]
    guard CharacterPredicate.digit.contains(point) else { throw failure("Illegal repetition") }
    let minimum = try number(&point)
    var maximum = minimum
    if point == ascii(",") {
      point = read()
      maximum = point == ascii("}") ? .max : try number(&point)
    }
    guard point == ascii("}") else { throw failure("Unclosed counted closure") }
    guard maximum >= minimum else { throw failure("Illegal repetition range") }
    return (minimum, maximum)
  }

  /// The digits from `point` on as a Java `int`; `point` is what follows them.
  private mutating func number(_ point: inout UInt32) throws(JavaException) -> Int {
    var number = 0
    while CharacterPredicate.digit.contains(point) {
      number = number * 10 + Int(point) - 0x30
      guard number <= Int(Int32.max) else { throw failure("Illegal repetition range") }
      point = read()
    }
    return number
  }
}
