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
  enum Entry {
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
  var stack: [Entry] = []
  var steps = 0
  var behindEnd = 0
  var lastEnd = 0
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
  mutating func run(from start: Int, at begin: Int) throws(JavaException) -> Int? {
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

  mutating func push(_ entry: Entry) throws(JavaException) {
    guard stack.count < Self.mostChoices else { throw JavaException("java.lang.StackOverflowError") }
    stack.append(entry)
  }

  mutating func set(slot: Int, to value: Int) throws(JavaException) {
    try push(.slot(slot, slots[slot]))
    slots[slot] = value
  }

  mutating func set(group: Int, _ start: Int, _ end: Int) throws(JavaException) {
    try push(.group(group, start: groups[group * 2], end: groups[group * 2 + 1]))
    groups[group * 2] = start
    groups[group * 2 + 1] = end
  }

  func step(_ predicate: CharacterPredicate, _ at: Int) -> Int? {
    guard at < text.count else { return nil }
    let unit = text[at]
    if unit & 0xFC00 != 0xD800 { return predicate.contains(UInt32(unit)) ? at + 1 : nil }
    let point = text.codePoint(at: at)
    return predicate.contains(point) ? at + (point > 0xFFFF ? 2 : 1) : nil
  }
}
