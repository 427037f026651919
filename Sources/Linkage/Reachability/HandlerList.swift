/// The types that handlers around an instruction catch, innermost first, as internal names.
struct HandlerList: Hashable, Sendable {
  var types: [String]

  /// The errors whose way one of the handlers ends.
  var caught: ErrorSet { types.reduce(into: []) { $0.formUnion(Self.caught[$1] ?? []) } }

  /// By the types that a handler can catch errors by, the errors that it catches.
  private static let caught: [String: ErrorSet] = ErrorClass.allCases.reduce(into: [:]) { caught, error in
    for type in error.catchable { caught[type, default: []].insert(ErrorSet(error)) }
  }

  /// Whether one of the handlers ends an error's way.
  func catches(_ error: ErrorClass) -> Bool { caught.contains(ErrorSet(error)) }
}
