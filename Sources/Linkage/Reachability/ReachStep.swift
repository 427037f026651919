/// How a method or class was first reached by a way that lets something out which no earlier one did.
struct ReachStep: Sendable {
  /// The step to the method that this one starts from, into the map's steps to methods; negative at a root.
  var from: Int32 = -1
  /// Which root.
  var root: Int32
  /// How many methods lie before the place.
  var length: Int32 = 0
  /// What the way lets out that no earlier way to the same place does.
  var gained = Escapes.open
}

/// The steps by which methods or classes were reached, in the order in which they were.
struct ReachSteps: Sendable {
  /// A step to a place, and the next one to the same place.
  private struct Link: Sendable {
    var step: ReachStep
    /// The method or class, into the graph's arrays.
    var place: Int32
    var next: Int32 = -1
  }

  private var links: [Link] = []
  /// For each place its first and its last step; negative where it was not reached.
  private var ends: [(first: Int32, last: Int32)] = []
  /// For each place what all its ways let out.
  private var escapes: [Escapes] = []

  /// A step by its number.
  subscript(number: Int32) -> ReachStep { links[Int(number)].step }

  /// The method or class that a step leads to.
  func place(_ number: Int32) -> Int { Int(links[Int(number)].place) }

  /// Whether a place was reached.
  func contains(_ place: Int) -> Bool { place < ends.count && ends[place].first >= 0 }

  /// The first step to a place of those that fulfil a condition.
  func first(_ place: Int, where isWanted: (ReachStep) -> Bool = { _ in true }) -> ReachStep? {
    var number = place < ends.count ? ends[place].first : -1
    while number >= 0 {
      if isWanted(self[number]) { return self[number] }
      number = links[Int(number)].next
    }
    return nil
  }

  /// Notes a step unless its way lets nothing new out; answers its number if it does.
  ///
  /// - Parameter escapes: what the way lets out.
  mutating func note(_ step: ReachStep, to place: Int, _ escapes: Escapes) -> Int32? {
    if place >= ends.count {
      let more = place + 1 - ends.count
      ends += repeatElement((first: -1, last: -1), count: more)
      self.escapes += repeatElement(.unreached, count: more)
    }
    let gained = self.escapes[place].add(escapes)
    if gained.isEmpty { return nil }
    let number = Int32(links.count)
    var step = step
    step.gained = gained
    links.append(Link(step: step, place: Int32(place)))
    if ends[place].first < 0 { ends[place].first = number } else { links[Int(ends[place].last)].next = number }
    ends[place].last = number
    return number
  }
}
