/// Runs a pattern over one text, trying alternatives in Java's order.
///
/// Choices and what has to be undone lie on one explicit stack, so that a long text cannot exhaust the thread's own;
/// steps are counted, because a pattern can take exponential time.
struct PatternMatcher {
  /// After how many steps a match is given up.
  static let mostSteps = 20_000_000
  /// How many choices may be open; Java's own stack ends far earlier.
  static let mostChoices = 4_000_000

  /// What lies on the stack.
  private enum Entry {
    /// Go on at `at` with instruction `next`.
    case choice(next: Int, at: Int)
    /// A greedy run that can give characters back.
    case shrink(next: Int, least: Int, at: Int)
    /// A lazy run that can take one more.
    case extend(instruction: Int, at: Int, taken: Int)
    /// A lazy repetition that can do one more round.
    case round(instruction: Int, at: Int, done: Int)
    /// A slot's or a group's value before.
    case slot(Int, Int)
    case group(Int, start: Int, end: Int)
  }

  let program: PatternProgram
  let text: JavaUnits
  /// Start and end of each group in UTF-16 units, -1 for a group that took no part.
  private(set) var groups: [Int]
  private var slots: [Int]
  private var stack: [Entry] = []
  private var steps = 0
  private var behindEnd = 0
  private var lastEnd = 0
  private var mustEndAtEnd = false

  init(_ program: PatternProgram, _ text: JavaUnits) {
    self.program = program
    self.text = text
    groups = Array(repeating: -1, count: program.groupCount * 2)
    slots = Array(repeating: -1, count: program.slotCount)
  }

  /// Whether the whole text matches.
  mutating func matchesAll() throws(JavaException) -> Bool {
    reset()
    mustEndAtEnd = true
    defer { mustEndAtEnd = false }
    return try run(from: 0, at: 0) != nil
  }

  /// Finds the next match at or behind `start`; `previousEnd` is what `\G` means.
  mutating func find(from start: Int, previousEnd: Int) throws(JavaException) -> Range<Int>? {
    reset()
    lastEnd = previousEnd
    var at = start
    while at <= text.count {
      if let end = try run(from: 0, at: at) {
        groups[0] = at
        groups[1] = end
        return at..<end
      }
      guard at < text.count else { break }
      at += program.hasSupplementary && text.codePoint(at: at) > 0xFFFF ? 2 : 1
    }
    return nil
  }

  private mutating func reset() {
    for index in groups.indices { groups[index] = -1 }
    for index in slots.indices { slots[index] = -1 }
    stack.removeAll(keepingCapacity: true)
  }

  /// Where a run that begins with an instruction ends; nil when it does not match. What it chose is settled then, as
  /// Java does not undo groups either that an atomic part has captured.
  private mutating func run(from start: Int, at begin: Int) throws(JavaException) -> Int? {
    let base = stack.count
    var next = start
    var at = begin
    while true {
      steps += 1
      guard steps <= Self.mostSteps else {
        throw .runtime("the regular expression took more than \(Self.mostSteps) steps")
      }
      var isAlive = true
      switch program.instructions[next] {
      case .match:
        if !mustEndAtEnd || at == text.count {
          stack.removeSubrange(base...)
          return at
        }
        isAlive = false
      case .accept:
        stack.removeSubrange(base...)
        return at
      case .acceptBehind:
        if at == behindEnd {
          stack.removeSubrange(base...)
          return at
        }
        isAlive = false
      case .character(let predicate):
        if let after = step(predicate, at) { (next, at) = (next + 1, after) } else { isAlive = false }
      case .anchor(let anchor): if holds(anchor, at) { next += 1 } else { isAlive = false }
      case .backreference(let index, let folding):
        if let after = repeated(index, folding, at) { (next, at) = (next + 1, after) } else { isAlive = false }
      case .jump(let target): next = target
      case .split(let first, let otherwise):
        try push(.choice(next: otherwise, at: at))
        next = first
      case .run(let predicate, let minimum, let maximum, let greed):
        if let after = try take(predicate, minimum, maximum, greed, next, at) {
          (next, at) = (next + 1, after)
        } else {
          isAlive = false
        }
      case .groupStart(let slot):
        try set(slot: slot, to: at)
        next += 1
      case .groupEnd(let slot, let index):
        if let index { try set(group: index, slots[slot], at) }
        next += 1
      case .loopStart(let counter, let minimum, let maximum, let isLazy, let body, let exit):
        try set(slot: counter, to: 0)
        next = try anotherRound(counter, 0, minimum, maximum, isLazy, body, exit, at)
      case .loopNext(let counter, let start, let minimum, let maximum, let isLazy, let body, let exit):
        // A round that took nothing ends the loop, also below its minimum.
        next =
          at > slots[start]
          ? try anotherRound(counter, slots[counter], minimum, maximum, isLazy, body, exit, at) : exit
      case .rounds(let body, let minimum, let maximum, let greed, let group, let exit):
        if let after = try rounds(body, minimum, maximum, greed, group, exit, next, at) {
          (next, at) = (exit, after)
        } else {
          isAlive = false
        }
      case .atomic(let body, let exit):
        if let after = try run(from: body, at: at) { (next, at) = (exit, after) } else { isAlive = false }
      case .look(let body, let isNegative, let exit):
        if (try run(from: body, at: at) != nil) != isNegative { next = exit } else { isAlive = false }
      case .lookBehind(let body, let isNegative, let minimum, let maximum, let exit):
        if try standsBehind(body, minimum, maximum, at) != isNegative { next = exit } else { isAlive = false }
      }
      if !isAlive {
        guard let resumed = try backtrack(to: base) else { return nil }
        (next, at) = resumed
      }
    }
  }

  /// Undoes what was done since the latest choice; nil when there is none above `base`.
  private mutating func backtrack(to base: Int) throws(JavaException) -> (next: Int, at: Int)? {
    while stack.count > base, let entry = stack.popLast() {
      switch entry {
      case .choice(let next, let at): return (next, at)
      case .slot(let slot, let value): slots[slot] = value
      case .group(let index, let start, let end):
        groups[index * 2] = start
        groups[index * 2 + 1] = end
      case .shrink(let next, let least, let at):
        let before = at - (at - 2 >= least && text.codePoint(at: at - 2) > 0xFFFF ? 2 : 1)
        if before > least { stack.append(.shrink(next: next, least: least, at: before)) }
        return (next, before)
      case .extend(let instruction, let at, let taken):
        guard case .run(let predicate, _, let maximum, _) = program.instructions[instruction],
          let after = step(predicate, at)
        else { continue }
        if taken + 1 < maximum { stack.append(.extend(instruction: instruction, at: after, taken: taken + 1)) }
        return (instruction + 1, after)
      case .round(let instruction, let at, let done):
        guard case .rounds(let body, _, let maximum, _, let group, let exit) = program.instructions[instruction],
          let after = try run(from: body, at: at), after > at
        else { continue }
        if let group { try set(group: group, at, after) }
        if done + 1 < maximum { stack.append(.round(instruction: instruction, at: after, done: done + 1)) }
        return (exit, after)
      }
    }
    return nil
  }

  private mutating func push(_ entry: Entry) throws(JavaException) {
    guard stack.count < Self.mostChoices else { throw JavaException("java.lang.StackOverflowError") }
    stack.append(entry)
  }

  private mutating func set(slot: Int, to value: Int) throws(JavaException) {
    try push(.slot(slot, slots[slot]))
    slots[slot] = value
  }

  private mutating func set(group: Int, _ start: Int, _ end: Int) throws(JavaException) {
    try push(.group(group, start: groups[group * 2], end: groups[group * 2 + 1]))
    groups[group * 2] = start
    groups[group * 2 + 1] = end
  }

  private func step(_ predicate: CharacterPredicate, _ at: Int) -> Int? {
    guard at < text.count else { return nil }
    let unit = text[at]
    if unit & 0xFC00 != 0xD800 { return predicate.contains(UInt32(unit)) ? at + 1 : nil }
    let point = text.codePoint(at: at)
    return predicate.contains(point) ? at + (point > 0xFFFF ? 2 : 1) : nil
  }

  private mutating func take(
    _ predicate: CharacterPredicate,
    _ minimum: Int,
    _ maximum: Int,
    _ greed: PatternNode.Greed,
    _ instruction: Int,
    _ start: Int
  ) throws(JavaException) -> Int? {
    var at = start
    var taken = 0
    while taken < minimum {
      guard let after = step(predicate, at) else { return nil }
      at = after
      taken += 1
    }
    let least = at
    if greed == .lazy {
      if taken < maximum { try push(.extend(instruction: instruction, at: at, taken: taken)) }
      return at
    }
    while taken < maximum, let after = step(predicate, at) {
      at = after
      taken += 1
    }
    steps += taken
    if greed == .greedy, at > least { try push(.shrink(next: instruction + 1, least: least, at: at)) }
    return at
  }

  private mutating func anotherRound(
    _ counter: Int,
    _ done: Int,
    _ minimum: Int,
    _ maximum: Int,
    _ isLazy: Bool,
    _ body: Int,
    _ exit: Int,
    _ at: Int
  ) throws(JavaException) -> Int {
    if done < minimum {
      try set(slot: counter, to: done + 1)
      return body
    }
    guard done < maximum else { return exit }
    if isLazy {
      // The counter is set for the round that may come; leaving the loop does not need it any more.
      try set(slot: counter, to: done + 1)
      try push(.choice(next: body, at: at))
      return exit
    }
    try push(.choice(next: exit, at: at))
    try set(slot: counter, to: done + 1)
    return body
  }

  private mutating func rounds(
    _ body: Int,
    _ minimum: Int,
    _ maximum: Int,
    _ greed: PatternNode.Greed,
    _ group: Int?,
    _ exit: Int,
    _ instruction: Int,
    _ start: Int
  ) throws(JavaException) -> Int? {
    var at = start
    var done = 0
    while done < minimum {
      guard let after = try run(from: body, at: at) else { return nil }
      if let group { try set(group: group, at, after) }
      done += 1
      // Rounds that take nothing are all the same.
      if after == at { done = max(done, minimum) }
      at = after
    }
    if greed == .lazy {
      if done < maximum { try push(.round(instruction: instruction, at: at, done: done)) }
      return at
    }
    while done < maximum {
      let mark = stack.count
      if greed == .greedy { try push(.choice(next: exit, at: at)) }
      guard let after = try run(from: body, at: at), after > at else {
        stack.removeSubrange(mark...)
        break
      }
      if let group { try set(group: group, at, after) }
      at = after
      done += 1
    }
    return at
  }

  private mutating func standsBehind(
    _ body: Int,
    _ minimum: Int,
    _ maximum: Int,
    _ at: Int
  ) throws(JavaException) -> Bool {
    let saved = behindEnd
    behindEnd = at
    defer { behindEnd = saved }
    var start = at
    for distance in 0...maximum {
      if distance >= minimum, try run(from: body, at: start) != nil { return true }
      guard start > 0 else { return false }
      start -= start >= 2 && text.codePoint(at: start - 2) > 0xFFFF ? 2 : 1
    }
    return false
  }

  private func repeated(_ index: Int, _ folding: PatternNode.CaseFolding, _ at: Int) -> Int? {
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

  private func holds(_ anchor: PatternAnchor, _ at: Int) -> Bool {
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
