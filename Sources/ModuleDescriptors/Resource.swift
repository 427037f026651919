public import XMLTrees

/// A resource of a module (package-format.md section 3.6).
public indirect enum Resource: Hashable, Sendable {
  /// `file`: bytes at `res/<id>.<extension>`.
  case file(FileResource)
  /// `timer`: when timer entry points fire.
  case timer(TimerResource)
  /// `listResource`: the value of a module-level `LIST` variable.
  case list(ListResource)
  /// `mapResource`: the value of a module-level `MAP` variable.
  case map(MapResource)
  /// Any other element; kept, reported.
  case unknown(XMLElement)

  /// The identity.
  public var id: String {
    switch self {
    case .file(let file): file.id
    case .timer(let timer): timer.id
    case .list(let list): list.id
    case .map(let map): map.id
    case .unknown(let element): element["id"] ?? ""
    }
  }

  /// The element's name.
  public var elementName: String {
    switch self {
    case .file: "file"
    case .timer: "timer"
    case .list: "listResource"
    case .map: "mapResource"
    case .unknown(let element): element.name
    }
  }

  /// Where it stood in the text.
  public var position: SourcePosition {
    switch self {
    case .file(let file): file.extras.position
    case .timer(let timer): timer.extras.position
    case .list(let list): list.extras.position
    case .map(let map): map.extras.position
    case .unknown(let element): element.position
    }
  }
}

/// A file in the package.
public struct FileResource: Hashable, Sendable {
  /// A language code, or empty.
  public var locale: String
  /// `BINARY` in every real package.
  public var type: String
  /// The identity, which also names the entry.
  public var id: String
  /// The file's own name.
  public var name: String
  /// The extension of the entry's name.
  public var fileExtension: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// A file.
  public init(id: String, name: String, fileExtension: String, type: String = "BINARY", locale: String = "") {
    self.locale = locale
    self.type = type
    self.id = id
    self.name = name
    self.fileExtension = fileExtension
  }

  /// The archive entry with its bytes: `res/<id>.<extension>`.
  public var entry: String { "res/\(id).\(fileExtension)" }

  /// The entries that may hold its bytes. Of a file without an extension none was ever seen: the dot may be missing, too.
  public var possibleEntries: [String] { fileExtension.isEmpty ? [entry, "res/\(id)"] : [entry] }
}

extension FileResource: ElementValue {
  init(blank: Blank) { self.init(id: "", name: "", fileExtension: "", type: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("locale", &locale)
    fields.attribute("type", &type)
    fields.attribute("id", &id)
    fields.attribute("name", &name)
    fields.text("realFileExtension", &fileExtension)
  }
}

/// A timer.
public struct TimerResource: Hashable, Sendable {
  /// Every how many periods it fires; 0 for `Once`.
  public var multiplier: Int
  /// The unit.
  public var period: TimerPeriod
  /// Milliseconds since 1970; 0 means at activation.
  public var startTime: Int
  /// The identity.
  public var id: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// A timer.
  public init(id: String, every multiplier: Int = 0, _ period: TimerPeriod = .once, startTime: Int = 0) {
    self.multiplier = multiplier
    self.period = period
    self.startTime = startTime
    self.id = id
  }
}

extension TimerResource: ElementValue {
  init(blank: Blank) { self.init(id: "", .blank) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("multiplikator", &multiplier)
    fields.attribute("period", &period)
    fields.attribute("startTime", &startTime)
    fields.attribute("id", &id)
  }
}

/// The entries of a list variable.
public struct ListResource: Hashable, Sendable {
  /// The identity.
  public var id: String
  /// The entries.
  public var values: DescriptorList<ListValue>
  /// Place and unknown parts.
  public var extras = Extras()

  /// A list.
  public init(id: String, values: DescriptorList<ListValue> = []) {
    self.id = id
    self.values = values
  }
}

extension ListResource: ElementValue {
  init(blank: Blank) { self.init(id: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("id", &id)
    fields.element("values", &values)
  }
}

/// One entry of a list resource (`value`).
public struct ListValue: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The text.
  public var text: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry.
  public init(_ text: String) { self.text = text }
  /// An entry.
  public init(stringLiteral value: String) { text = value }
}

extension ListValue: NamedElement {
  static let elementName = "value"
  init(blank: Blank) { self.init("") }
  mutating func map(_ fields: inout some FieldMapping) { fields.content(&text) }
}

/// The entries of a map variable.
public struct MapResource: Hashable, Sendable {
  /// The identity.
  public var id: String
  /// The entries.
  public var entries: DescriptorList<MapEntry>
  /// Place and unknown parts.
  public var extras = Extras()

  /// A map.
  public init(id: String, entries: DescriptorList<MapEntry> = []) {
    self.id = id
    self.entries = entries
  }
}

extension MapResource: ElementValue {
  init(blank: Blank) { self.init(id: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("id", &id)
    fields.element("map", &entries)
  }
}

/// One entry of a map resource (`entry`).
public struct MapEntry: Hashable, Sendable {
  /// The key.
  public var key: String
  /// The value; absent when it is null.
  public var value: String?
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry.
  public init(key: String, value: String?) {
    self.key = key
    self.value = value
  }
}

extension MapEntry: NamedElement {
  static let elementName = "entry"
  init(blank: Blank) { self.init(key: "", value: nil) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.text("key", &key)
    fields.text("value", &value)
  }
}

extension Resource: ElementChoice {
  static func accepts(_ name: String) -> Bool { true }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> Resource {
    switch element.name {
    case "file": return .file(FileResource(reading: element, context))
    case "timer": return .timer(TimerResource(reading: element, context))
    case "listResource": return .list(ListResource(reading: element, context))
    case "mapResource": return .map(MapResource(reading: element, context))
    default:
      context.note(DescriptorRules.unknownElement, "unknown kind of resource <\(element.name)>", of: element)
      return .unknown(element)
    }
  }

  func written() -> XMLElement {
    switch self {
    case .file(let file): file.written(as: elementName)
    case .timer(let timer): timer.written(as: elementName)
    case .list(let list): list.written(as: elementName)
    case .map(let map): map.written(as: elementName)
    case .unknown(let element): element
    }
  }
}
