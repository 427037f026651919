/// One text in several languages, in the order in which they are written.
public struct SourceText: Hashable, Sendable {
  /// A language and what the text is in it.
  public struct Translation: Hashable, Sendable {
    /// The language's code, such as `de`.
    public var language: String
    /// The text.
    public var text: String
  }

  /// The translations; at most one a language.
  public var translations: [Translation]

  /// Makes a text from translations.
  public init(_ translations: [Translation]) { self.translations = translations }

  /// One text in one language.
  public init(_ text: String, language: String) { translations = [Translation(language: language, text: text)] }

  /// The text in that language, if it was written.
  public subscript(language: String) -> String? { translations.first { $0.language == language }?.text }
}
