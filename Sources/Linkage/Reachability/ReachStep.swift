/// How a method or class was first reached at a level.
struct ReachStep: Sendable {
  /// What kind of step it is.
  enum Kind: Sendable {
    /// Called, or initialized, by the instruction.
    case direct
    /// Handed out as an object or method handle, and called by whoever has it, then or later.
    case later
    /// Only by reflection with a constant name.
    case reflective
  }

  /// The state of the method that the step starts from; nil at a root.
  var from: ReachState?
  /// The handlers around the instruction, into the graph's `handlers`.
  var handlers: Int32 = 0
  var kind = Kind.direct
  /// Which root.
  var root: Int32
  /// How many methods lie on the way.
  var length: Int32 = 0
}

/// A method or class as it is reached at a level, in one number.
struct ReachState: Hashable, Sendable {
  private let number: Int32

  init(_ index: Int, _ level: ReachLevel) { number = Int32(index) << 2 | Int32(level.rawValue) }

  /// The method or class, into the graph's arrays.
  var index: Int { Int(number >> 2) }
  var level: ReachLevel { ReachLevel(rawValue: UInt8(number & 3)) ?? .open }
}

/// The steps by which methods or classes were reached, at each level the first.
struct ReachSteps: Sendable {
  private var steps: [ReachStep?] = []
  private var levels: [ReachLevels] = []

  /// The step that led to a state.
  subscript(state: ReachState) -> ReachStep? {
    let position = state.index * ReachLevel.allCases.count + Int(state.level.rawValue)
    return position < steps.count ? steps[position] : nil
  }

  /// The levels at which something was reached.
  func levels(_ index: Int) -> ReachLevels { index < levels.count ? levels[index] : [] }

  /// The steps that lead to something, the most open first.
  func all(_ index: Int) -> [ReachStep] {
    let levels = levels(index)
    return ReachLevel.allCases.filter { levels.contains(ReachLevels($0)) }.compactMap { self[ReachState(index, $0)] }
  }

  /// Notes a step unless the state tells nothing new; answers whether it does.
  mutating func note(_ step: ReachStep, to state: ReachState) -> Bool {
    if state.index >= levels.count {
      let more = state.index + 1 - levels.count
      levels += repeatElement([], count: more)
      steps += repeatElement(nil, count: more * ReachLevel.allCases.count)
    }
    guard !levels[state.index].covers(state.level) else { return false }
    levels[state.index].insert(ReachLevels(state.level))
    steps[state.index * ReachLevel.allCases.count + Int(state.level.rawValue)] = step
    return true
  }
}
