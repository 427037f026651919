/// A regular expression as instructions of a backtracking machine.
struct PatternProgram {
  /// One instruction.
  enum Instruction {
    /// The whole expression matched.
    case match
    /// A part that runs on its own matched: the end of a look, an atomic group or a round of a repetition.
    case accept
    /// As `accept`, but only where the look-behind began.
    case acceptBehind
    case character(CharacterPredicate)
    case anchor(PatternAnchor)
    case backreference(Int, PatternNode.CaseFolding)
    case jump(Int)
    /// First goes on here, then there.
    case split(Int, otherwise: Int)
    /// A run of one kind of character.
    case run(CharacterPredicate, minimum: Int, maximum: Int, PatternNode.Greed)
    /// Notes where a group begins.
    case groupStart(slot: Int)
    /// Notes what a group captured, when it has an index.
    case groupEnd(slot: Int, index: Int?)
    /// Begins a loop over the group whose body follows.
    case loopStart(counter: Int, minimum: Int, maximum: Int, isLazy: Bool, body: Int, exit: Int)
    /// Decides after a round whether there is another.
    case loopNext(counter: Int, start: Int, minimum: Int, maximum: Int, isLazy: Bool, body: Int, exit: Int)
    /// Rounds that are each kept as they first matched.
    case rounds(body: Int, minimum: Int, maximum: Int, PatternNode.Greed, group: Int?, exit: Int)
    /// A part of its own that is kept as it first matched.
    case atomic(body: Int, exit: Int)
    /// A look ahead.
    case look(body: Int, isNegative: Bool, exit: Int)
    /// A look behind, over so many code points.
    case lookBehind(body: Int, isNegative: Bool, minimum: Int, maximum: Int, exit: Int)
  }

  private(set) var instructions: [Instruction] = []
  private(set) var slotCount = 0
  /// Whether it asks for characters outside the basic plane; then a search does not begin inside a surrogate pair.
  private(set) var hasSupplementary = false
  /// Groups with the whole match, which is group 0.
  let groupCount: Int

  /// Reads and translates a pattern.
  /// - Throws: `PatternSyntaxException`.
  init(_ pattern: String) throws(JavaException) {
    var parser = PatternParser(pattern)
    let node = try parser.parse()
    groupCount = parser.groupCount
    add(node)
    instructions.append(.match)
  }

  private mutating func add(_ node: PatternNode) {
    switch node {
    case .sequence(let parts): for part in parts { add(part) }
    case .character(let predicate):
      note(predicate)
      instructions.append(.character(predicate))
    case .anchor(let anchor): instructions.append(.anchor(anchor))
    case .backreference(let index, let folding): instructions.append(.backreference(index, folding))
    case .alternation(let parts): addAlternatives(parts)
    case .group(let part, let index): _ = addGroup(part, index)
    case .atomic(let part): addSeparate(part, end: .accept) { .atomic(body: $0, exit: $1) }
    case .look(let part, let isBehind, let isNegative):
      let lengths = part.lengths
      addSeparate(part, end: isBehind ? .acceptBehind : .accept) { body, exit in
        isBehind
          ? .lookBehind(
            body: body,
            isNegative: isNegative,
            minimum: lengths.minimum,
            maximum: lengths.maximum ?? lengths.minimum,
            exit: exit
          )
          : .look(body: body, isNegative: isNegative, exit: exit)
      }
    case .repetition(let part, let minimum, let maximum, let greed): addRepetition(part, minimum, maximum, greed)
    }
  }

  private mutating func addAlternatives(_ parts: [PatternNode]) {
    var jumps: [Int] = []
    for (position, part) in parts.enumerated() {
      guard position < parts.count - 1 else {
        add(part)
        break
      }
      let split = reserve()
      add(part)
      jumps.append(reserve())
      instructions[split] = .split(split + 1, otherwise: instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  /// The slot in which the group's start is noted.
  private mutating func addGroup(_ part: PatternNode, _ index: Int?) -> Int {
    let slot = newSlot()
    instructions.append(.groupStart(slot: slot))
    add(part)
    instructions.append(.groupEnd(slot: slot, index: index))
    return slot
  }

  /// A part that runs on its own, with the instruction that runs it before it.
  private mutating func addSeparate(
    _ part: PatternNode,
    end: Instruction,
    _ make: (_ body: Int, _ exit: Int) -> Instruction
  ) {
    let at = reserve()
    add(part)
    instructions.append(end)
    instructions[at] = make(at + 1, instructions.count)
  }

  private mutating func addRepetition(
    _ part: PatternNode,
    _ minimum: Int,
    _ maximum: Int,
    _ greed: PatternNode.Greed
  ) {
    if case .character(let predicate) = part {
      note(predicate)
      instructions.append(.run(predicate, minimum: minimum, maximum: maximum, greed))
      return
    }
    if minimum == 0, maximum == 1, greed != .possessive {
      let split = reserve()
      add(part)
      let exit = instructions.count
      instructions[split] = greed == .greedy ? .split(split + 1, otherwise: exit) : .split(exit, otherwise: split + 1)
      return
    }
    guard case .group(let inner, let index) = part, greed != .possessive else {
      addSeparate(part, end: .accept) {
        .rounds(body: $0, minimum: minimum, maximum: maximum, greed, group: nil, exit: $1)
      }
      return
    }
    if inner.isDeterministic {
      addSeparate(inner, end: .accept) {
        .rounds(body: $0, minimum: minimum, maximum: maximum, greed, group: index, exit: $1)
      }
      return
    }
    let counter = newSlot()
    let begin = reserve()
    let slot = addGroup(inner, index)
    let exit = instructions.count + 1
    let isLazy = greed == .lazy
    instructions[begin] = .loopStart(
      counter: counter,
      minimum: minimum,
      maximum: maximum,
      isLazy: isLazy,
      body: begin + 1,
      exit: exit
    )
    instructions.append(
      .loopNext(
        counter: counter,
        start: slot,
        minimum: minimum,
        maximum: maximum,
        isLazy: isLazy,
        body: begin + 1,
        exit: exit
      )
    )
  }

  /// A letter, a digit and a symbol stand for the planes beyond the first.
  private mutating func note(_ predicate: CharacterPredicate) {
    hasSupplementary = hasSupplementary || [0x1D400, 0x1D7CE, 0x1F600].contains { predicate.contains($0) }
  }

  private mutating func reserve() -> Int {
    instructions.append(.match)
    return instructions.count - 1
  }

  private mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }
}
