/// Which errors get out of a place that ways from an entry point lead to, or of one such way.
///
/// A way lets an error out unless a handler on it catches the error; of several ways one that lets it out is enough. So
/// what gets out is the union over all ways, error by error, and no way needs to be kept for its own sake.
struct Escapes: Equatable, Sendable {
  /// Whether any way leads there, be it one that lets nothing out.
  private(set) var isReached: Bool
  /// Errors that get out, if they are met.
  private(set) var certain: ErrorSet
  /// Errors that may get out; the certain ones are among them.
  private(set) var possible: ErrorSet

  /// Of a place that no way leads to.
  static let unreached = Escapes(isReached: false, certain: [], possible: [])
  /// Of an entry point: everything gets out.
  static let open = Escapes(isReached: true, certain: .all, possible: .all)

  /// Whether no way could let out more.
  var isOpen: Bool { certain == .all }
  var isEmpty: Bool { !isReached && possible.isEmpty && certain.isEmpty }

  /// What gets out of a way that goes on under handlers.
  func under(_ caught: ErrorSet) -> Escapes {
    Escapes(isReached: isReached, certain: certain.subtracting(caught), possible: possible.subtracting(caught))
  }

  /// What gets out of code that is handed out as an object or method handle, and called by whoever has it, then or later: it
  /// need not be under the handlers under which it was handed out.
  var later: Escapes { Escapes(isReached: isReached, certain: certain, possible: .all) }

  /// What gets out of code that is only reached by reflection with a constant name.
  var reflective: Escapes { Escapes(isReached: isReached, certain: [], possible: possible) }

  /// Adds what gets out by another way; answers what this adds.
  mutating func add(_ other: Escapes) -> Escapes {
    let gained = Escapes(
      isReached: other.isReached && !isReached,
      certain: other.certain.subtracting(certain),
      possible: other.possible.subtracting(possible)
    )
    isReached = isReached || other.isReached
    certain.formUnion(other.certain)
    possible.formUnion(other.possible)
    return gained
  }
}
