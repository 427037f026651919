/// What may stand at a place of a scenario file. The file is checked against it, and the JSON schema is made of it.
package indirect enum Shape: Sendable {
  /// A text; numbers count as they are written.
  case text
  /// A whole number from 0 on.
  case number
  /// `true` or `false`.
  case truth
  /// A length of time: `90s`, `1h30m`, `250ms`.
  case span
  /// A point in time.
  case moment
  /// One of these words.
  case word([String])
  /// Any value: text, number, truth value, list, map, or `~`.
  case value
  /// What a value is held against (``Matcher``).
  case matcher
  /// Elements of one shape.
  case list(Shape)
  /// One element, or a list of them.
  case oneOrMore(Shape)
  /// Keys that the author chooses.
  case map(Shape)
  /// Keys that are known.
  case record(Record)
  /// One of several records, told apart by the first key of each.
  case choice(String, [Record])
}

/// A mapping with known keys.
package struct Record: Sendable {
  /// What messages call it.
  package let name: String
  /// The keys in the order in which people write them.
  package let keys: [FormatKey]
  /// Whether its first key alone, as a word, stands for it.
  package let isWord: Bool

  init(_ name: String, _ keys: [FormatKey], isWord: Bool = false) {
    self.name = name
    self.keys = keys
    self.isWord = isWord
  }

  /// The key by which a choice knows the record.
  package var firstKey: String { keys.first?.name ?? "" }
}

/// A key of a record: the only way to read one is by the constant that also stands in the table.
package struct FormatKey: Sendable {
  package let name: String
  package let shape: Shape
  package let isNeeded: Bool
  /// One line for editors and for the documentation.
  package let about: String

  init(_ name: String, _ shape: Shape, _ about: String, isNeeded: Bool = false) {
    self.name = name
    self.shape = shape
    self.about = about
    self.isNeeded = isNeeded
  }
}

extension Record {
  /// Whether a plain text in its place is a text that it looks for.
  package var takesPlainText: Bool { firstKey == ExpectationFormat.any.name }
}
