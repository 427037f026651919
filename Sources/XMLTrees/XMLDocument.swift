/// A whole XML text: its root element and what stands around it.
public struct XMLDocument: Hashable, Sendable {
  /// The root element.
  public var root: XMLElement
  /// What the tree cannot say about the text but a writer must know to give the same bytes.
  public var form: XMLForm

  /// Makes a document.
  public init(root: XMLElement, form: XMLForm = XMLForm()) {
    self.root = root
    self.form = form
  }
}

/// How a text was written where XML leaves a choice; kept from reading to writing.
public struct XMLForm: Hashable, Sendable {
  /// How character references are written.
  public enum CharacterReferences: Hashable, Sendable {
    /// `&#xD;`, as nearly every appliance writes it.
    case hexadecimal
    /// `&#13;`, as some of 7.2 and 7.3 do.
    case decimal
  }

  /// Everything before the root element, as it stood.
  public var prolog: String
  /// Everything after the root element, as it stood.
  public var epilog: String
  /// The kind of character reference.
  public var references: CharacterReferences

  /// A form; without arguments the appliance's own (package-format.md section 3).
  public init(
    prolog: String = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n",
    epilog: String = "\n",
    references: CharacterReferences = .hexadecimal
  ) {
    self.prolog = prolog
    self.epilog = epilog
    self.references = references
  }
}
