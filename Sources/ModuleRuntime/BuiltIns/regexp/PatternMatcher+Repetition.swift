/// Runs of characters, loops over groups, rounds that are kept, and looking behind.
extension PatternMatcher {
  mutating func take(
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

  mutating func anotherRound(
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

  mutating func rounds(
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

  mutating func standsBehind(
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
}
