/// A value that a descriptor writes as text, in an attribute or a text element.
protocol TextValue: Equatable {
  /// The value that stands in for one that is absent or cannot be read.
  static var blank: Self { get }
  /// What a reader expects, for messages (`true or false`).
  static var expectation: String { get }
  /// Reads a text; nil when it is no such value.
  init?(text: String)
  /// The text as the appliance writes it.
  var text: String { get }
}

extension String: TextValue {
  static var blank: String { "" }
  static var expectation: String { "text" }
  init?(text: String) { self = text }
  var text: String { self }
}

extension Bool: TextValue {
  static var blank: Bool { false }
  static var expectation: String { "true or false" }
  init?(text: String) {
    switch text {
    case "true": self = true
    case "false": self = false
    default: return nil
    }
  }
  var text: String { self ? "true" : "false" }
}

extension Int: TextValue {
  static var blank: Int { 0 }
  static var expectation: String { "an integer" }
  init?(text: String) { self.init(text, radix: 10) }
  var text: String { String(self) }
}
