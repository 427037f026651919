/// A set of the JVM's errors.
struct ErrorSet: OptionSet, Sendable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ errors: [ErrorClass]) { self = errors.reduce(into: []) { $0.insert(ErrorSet($1)) } }

  init(_ error: ErrorClass) {
    let position = ErrorClass.allCases.firstIndex(of: error) ?? 0
    rawValue = 1 << UInt16(position)
  }

  /// Every error.
  static let all = ErrorSet(ErrorClass.allCases)
}
