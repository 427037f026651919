/// The types that handlers around an instruction catch, innermost first, as internal names.
struct HandlerList: Hashable, Sendable {
  var types: [String]

  /// The errors whose way one of the handlers ends.
  var caught: ErrorSet { ErrorSet(ErrorClass.allCases.filter(catches)) }

  /// Whether one of the handlers ends an error's way.
  func catches(_ error: ErrorClass) -> Bool { types.contains { error.catchable.contains($0) } }
}
