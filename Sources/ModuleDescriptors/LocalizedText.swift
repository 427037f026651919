/// One text in several languages (`resourceKeys`; package-format.md section 3.7).
public struct LocalizedText: Hashable, Sendable {
  /// The text by language, in the order of the file.
  public var translations: [Translation]
  /// What it belongs to, as `module.name{id}`.
  public var key: String
  /// Which text of it this is.
  public var property: TextProperty
  /// Place and unknown parts.
  public var extras = Extras()

  /// A text.
  public init(key: String, property: TextProperty, translations: [Translation] = []) {
    self.translations = translations
    self.key = key
    self.property = property
  }

  /// The text in that language; nil when the language has none.
  public subscript(language: String) -> String? {
    translations.first { $0.language == language }?.text
  }
}

extension LocalizedText: ElementValue {
  init(blank: Blank) { self.init(key: "", property: .blank) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.elements("entries", &translations)
    fields.text("key", &key)
    fields.text("propertyName", &property)
  }
}

/// A text in one language.
public struct Translation: Hashable, Sendable {
  /// The language code (`en`).
  public var language: String
  /// The text; a language may be listed without one.
  public var text: String?
  /// Place and unknown parts.
  public var extras = Extras()

  /// A text in one language.
  public init(_ language: String, _ text: String?) {
    self.language = language
    self.text = text
  }
}

extension Translation: ElementValue {
  init(blank: Blank) { self.init("", nil) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.text("key", &language)
    fields.text("value", &text)
  }
}
