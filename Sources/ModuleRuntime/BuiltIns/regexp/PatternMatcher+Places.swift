/// Back references and places in the text.
extension PatternMatcher {
  func repeated(_ index: Int, _ folding: PatternNode.CaseFolding, _ at: Int) -> Int? {
    guard index < program.groupCount, groups[index * 2] >= 0 else { return nil }
    let captured = text[groups[index * 2]..<groups[index * 2 + 1]]
    guard at + captured.count <= text.count else { return nil }
    let isSame = zip(captured, text[at...]).allSatisfy { a, b in
      if a == b { return true }
      switch folding {
      case .none: return false
      case .ascii: return a < 0x80 && b < 0x80 && CharacterTraits.lower(UInt32(a)) == CharacterTraits.lower(UInt32(b))
      case .unicode: return CharacterPredicate.fold(UInt32(a)) == CharacterPredicate.fold(UInt32(b))
      }
    }
    return isSame ? at + captured.count : nil
  }

  func holds(_ anchor: PatternAnchor, _ at: Int) -> Bool {
    switch anchor {
    case .begin: return at == 0
    case .end: return at == text.count
    case .lastMatch: return at == lastEnd
    case .wordBoundary(let isNegative): return (isWord(at - 1) != isWord(at)) != isNegative
    case .lineBegin(let unixLines):
      guard at < text.count else { return false }
      guard at > 0 else { return true }
      let before = UInt32(text[at - 1])
      if unixLines { return before == 0x0A }
      return CharacterPredicate.isLineTerminator(before) && !(before == 0x0D && text[at] == 0x0A)
    case .lineEnd(let multiline, let unixLines): return isLineEnd(at, multiline: multiline, unixLines: unixLines)
    }
  }

  private func isLineEnd(_ at: Int, multiline: Bool, unixLines: Bool) -> Bool {
    guard at < text.count else { return true }
    let unit = UInt32(text[at])
    if unixLines { return unit == 0x0A && (multiline || at == text.count - 1) }
    guard CharacterPredicate.isLineTerminator(unit) else { return false }
    // Between the two characters of CR LF there is no end.
    if unit == 0x0A, at > 0, text[at - 1] == 0x0D { return false }
    if multiline || at == text.count - 1 { return true }
    return at == text.count - 2 && unit == 0x0D && text[at + 1] == 0x0A
  }

  /// Letters, digits and `_` of all scripts, as up to JDK 18; a combining mark belongs to the letter before it.
  private func isWord(_ at: Int) -> Bool {
    guard text.indices.contains(at) else { return false }
    let isTrail = UTF16.isTrailSurrogate(text[at]) && at > 0 && UTF16.isLeadSurrogate(text[at - 1])
    let point = text.codePoint(at: isTrail ? at - 1 : at)
    if point == 0x5F || CharacterTraits.isLetter(point) || CharacterTraits.isDigit(point) { return true }
    guard CharacterTraits.category(point) == .nonspacingMark else { return false }
    var before = at - 1
    while before >= 0 {
      let point = UInt32(text[before])
      if CharacterTraits.isLetter(point) || CharacterTraits.isDigit(point) { return true }
      guard CharacterTraits.category(point) == .nonspacingMark else { return false }
      before -= 1
    }
    return false
  }
}
