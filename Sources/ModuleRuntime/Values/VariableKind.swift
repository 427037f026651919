/// What a variable's `type` means for conversion (package-format.md section 3.4); the set of types is open.
public enum VariableKind: Sendable, Hashable {
  /// `STRING` and what is text underneath.
  case string
  /// `NUMBER`, and the identifiers of users, groups and accounts.
  case number
  /// `BOOLEAN`.
  case boolean
  /// `DATE_TIME`: milliseconds since 1970 UTC.
  case dateTime
  /// `LIST`.
  case list
  /// `MAP`.
  case map
  /// `OBJECT` and every type not known: values pass unchanged.
  case object

  /// Reads the descriptor's `type`.
  public init(type: String) {
    switch type {
    case "STRING": self = .string
    case "NUMBER", "STARFACE_USER", "STARFACE_GROUP", "STARFACE_ACCOUNT": self = .number
    case "BOOLEAN": self = .boolean
    case "DATE_TIME": self = .dateTime
    case "LIST": self = .list
    case "MAP": self = .map
    default: self = .object
    }
  }
}
