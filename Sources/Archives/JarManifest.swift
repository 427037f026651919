/// A JAR's manifest: attributes in their order, the main ones and those of named sections (JAR File Specification).
///
/// Attributes that nobody here knows are kept. Names are compared without regard to ASCII case, as Java does.
public struct JarManifest: Hashable, Sendable {
  /// The entry that holds it.
  public static let entryName = "META-INF/MANIFEST.MF"
  /// The most bytes of a manifest that are looked at; packages have under 200, and what matters of a jar's stands first.
  public static let mostBytes = 1 << 20

  /// One attribute.
  public struct Attribute: Hashable, Sendable {
    /// Its name: ASCII letters, digits, `-` and `_`, at most 70.
    public var name: String
    /// Its value, continuation lines joined.
    public var value: String
    /// The line it began on, from 1; nil when it was not read.
    public var line: Int?

    /// Makes an attribute.
    public init(_ name: String, _ value: String, line: Int? = nil) {
      self.name = name
      self.value = value
      self.line = line
    }
  }

  /// The attributes of one entry or package, after a `Name` attribute.
  public struct Section: Hashable, Sendable {
    /// What the section is about: the value of `Name`.
    public var name: String
    /// Its attributes, without `Name`.
    public var attributes: [Attribute]

    /// Makes a section.
    public init(name: String, attributes: [Attribute]) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// The main attributes.
  public var main: [Attribute]
  /// The named sections.
  public var sections: [Section]

  /// Makes a manifest.
  public init(main: [Attribute] = [], sections: [Section] = []) {
    self.main = main
    self.sections = sections
  }

  /// The main attribute of that name; of several, the last, as Java keeps it. Setting replaces it in place or appends.
  public subscript(name: String) -> String? {
    get { attribute(name)?.value }
    set {
      let last = main.lastIndex { Self.equal($0.name, name) }
      switch (last, newValue) {
      case (let index?, let value?): main[index].value = value
      case (nil, let value?): main.append(Attribute(name, value))
      case (_, nil): main.removeAll { Self.equal($0.name, name) }
      }
    }
  }

  /// The main attribute of that name with its line.
  public func attribute(_ name: String) -> Attribute? { main.last { Self.equal($0.name, name) } }

  /// Whether two attribute names are the same to Java.
  static func equal(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).allSatisfy { fold($0) == fold($1) }
  }

  private static func fold(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// The bytes of the manifest: CRLF, lines of at most 72 bytes, a blank line after every section.
  public func bytes() -> [UInt8] {
    var out: [UInt8] = []
    for attribute in main { Self.append(attribute, to: &out) }
    out += Self.lineEnd
    for section in sections {
      Self.append(Attribute("Name", section.name), to: &out)
      for attribute in section.attributes { Self.append(attribute, to: &out) }
      out += Self.lineEnd
    }
    return out
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  /// The longest line without its end.
  static let longestLine = 72

  private static func append(_ attribute: Attribute, to out: inout [UInt8]) {
    // A line break in a value would begin another attribute.
    let value = attribute.value.utf8.filter { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
    var rest = (Array(attribute.name.utf8) + [UInt8(ascii: ":"), 0x20] + value)[...]
    out += rest.prefix(longestLine)
    rest = rest.dropFirst(longestLine)
    while !rest.isEmpty {
      out += lineEnd
      out.append(0x20)
      out += rest.prefix(longestLine - 1)
      rest = rest.dropFirst(longestLine - 1)
    }
    out += lineEnd
  }
}
