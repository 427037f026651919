/// How far the handlers on a way from an entry point keep linkage errors from getting out.
///
/// Ways of different levels are kept apart, a shortest one of each: which of them is the surest depends on the error. Of
/// several narrow ways only the first is known, though another one may catch another error.
enum ReachLevel: UInt8, Sendable, CaseIterable {
  /// No handler on the way catches a linkage error.
  case open
  /// By reflection, or by what is called back later under other handlers than those it was made under.
  case doubtful
  /// A handler on the way catches one kind of linkage error.
  case narrow
  /// A handler on the way catches every linkage error.
  case broad

  /// The level of a way that goes on under more handlers.
  func under(_ other: ReachLevel) -> ReachLevel { rawValue < other.rawValue ? other : self }

  /// The level of what is called later: who calls it then, and under which handlers, is not known.
  var later: ReachLevel { self == .open ? .open : .doubtful }
}

/// The types that handlers around an instruction catch, innermost first, as internal names.
struct HandlerList: Hashable, Sendable {
  var types: [String]

  /// How the handlers change a way that leads through them.
  var level: ReachLevel {
    if types.contains(where: Self.broad.contains) { return .broad }
    return types.contains(where: Self.narrow.contains) ? .narrow : .open
  }

  private static let broad: Set<String> = ["java/lang/Throwable", "java/lang/Error", "java/lang/LinkageError"]
  private static let narrow = Set(ErrorClass.allCases.flatMap(\.catchable).filter { $0.hasSuffix("Error") })

  /// Whether one of the handlers ends an error's way.
  func catches(_ error: ErrorClass) -> Bool { types.contains { error.catchable.contains($0) } }
}

/// The levels at which something was reached.
struct ReachLevels: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ level: ReachLevel) { rawValue = 1 << level.rawValue }

  /// Whether a way of a level tells nothing that these levels do not: nothing is surer than an open way, and under a
  /// handler for everything nothing gets out.
  func covers(_ level: ReachLevel) -> Bool {
    contains(ReachLevels(level)) || contains(ReachLevels(.open)) || level == .broad && !isEmpty
  }
}
