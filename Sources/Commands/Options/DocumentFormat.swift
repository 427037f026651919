import ArgumentParser

/// The formats of a command whose result is a document rather than findings.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For programs; the schema is named in it.
  case json
}
