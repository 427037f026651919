/// An annotation (JVMS §4.7.16).
public struct Annotation: Hashable, Sendable {
  /// One `name = value` pair.
  public struct Element: Hashable, Sendable {
    /// The element's name.
    public var name: String
    /// Its value.
    public var value: ElementValue

    /// A pair.
    public init(_ name: String, _ value: ElementValue) {
      self.name = name
      self.value = value
    }
  }

  /// The field descriptor of the annotation's type: `Ljava/lang/Deprecated;`.
  public var type: String
  /// The elements as written; those left to their default are absent.
  public var elements: [Element]

  /// An annotation of that type.
  public init(_ type: String, _ elements: [Element] = []) {
    self.type = type
    self.elements = elements
  }

  /// The value of the first element of a name.
  public subscript(name: String) -> ElementValue? { elements.first { $0.name == name }?.value }
}

/// A value in an annotation (JVMS §4.7.16.1).
public indirect enum ElementValue: Hashable, Sendable {
  /// `byte`
  case byte(Int8)
  /// `char`
  case char(UInt16)
  /// `double`
  case double(Double)
  /// `float`
  case float(Float)
  /// `int`
  case int(Int32)
  /// `long`
  case long(Int64)
  /// `short`
  case short(Int16)
  /// `boolean`
  case boolean(Bool)
  /// A `String`.
  case string(String)
  /// A constant of an enum: the enum's field descriptor, the constant's name.
  case enumConstant(type: String, name: String)
  /// A class, by its return descriptor (`V` for `void`).
  case `class`(String)
  /// An annotation.
  case annotation(Annotation)
  /// An array.
  case array([ElementValue])
}

/// How deep annotations and arrays may nest; far beyond anything a compiler makes.
private let maximumNesting = 64

extension Annotation {
  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [Annotation] {
    try cursor.list(elementSize: 4, "the annotations") { cursor throws(ClassFileError) in
      try Annotation(&cursor, depth: 0)
    }
  }

  static func parameterLists(_ cursor: inout ClassCursor) throws(ClassFileError) -> [[Annotation]] {
    let count = try cursor.smallCount(elementSize: 2, "the annotated parameters")
    var lists: [[Annotation]] = []
    for _ in 0..<count { lists.append(try list(&cursor)) }
    return lists
  }

  init(_ cursor: inout ClassCursor, depth: Int) throws(ClassFileError) {
    let pool = ConstantPool(storage: cursor.storage)
    type = try pool.utf8(try cursor.u2("the type of an annotation"))
    elements = try cursor.list(elementSize: 3, "the elements of an annotation") { cursor throws(ClassFileError) in
      Element(
        try pool.utf8(try cursor.u2("the name of an element")),
        try ElementValue(&cursor, depth: depth + 1)
      )
    }
  }
}

extension ElementValue {
  init(_ cursor: inout ClassCursor, depth: Int = 0) throws(ClassFileError) {
    let pool = ConstantPool(storage: cursor.storage)
    let offset = cursor.offset
    let tag = try cursor.u1("the tag of an element value")
    guard depth < maximumNesting else {
      throw ClassFileError(
        offset: offset,
        expected: "at most \(maximumNesting) levels of nested values",
        found: "more"
      )
    }
    switch Character(UnicodeScalar(tag)) {
    case "B": self = .byte(Int8(truncatingIfNeeded: try ElementValue.int(&cursor)))
    case "C": self = .char(UInt16(truncatingIfNeeded: try ElementValue.int(&cursor)))
    case "I": self = .int(try ElementValue.int(&cursor))
    case "S": self = .short(Int16(truncatingIfNeeded: try ElementValue.int(&cursor)))
    case "Z": self = .boolean(try ElementValue.int(&cursor) != 0)
    case "D":
      let content = try pool.content(of: try cursor.u2("the index of a value"), .double)
      self = .double(Double(bitPattern: try pool.storage.integer(at: content, as: UInt64.self, "a double")))
    case "F":
      let content = try pool.content(of: try cursor.u2("the index of a value"), .float)
      self = .float(Float(bitPattern: try pool.storage.integer(at: content, as: UInt32.self, "a float")))
    case "J":
      let content = try pool.content(of: try cursor.u2("the index of a value"), .long)
      self = .long(try pool.storage.integer(at: content, as: Int64.self, "a long"))
    case "s": self = .string(try pool.utf8(try cursor.u2("the index of a value")))
    case "e":
      self = .enumConstant(
        type: try pool.utf8(try cursor.u2("the type of an enum")),
        name: try pool.utf8(try cursor.u2("an enum constant"))
      )
    case "c": self = .class(try pool.utf8(try cursor.u2("the index of a class")))
    case "@": self = .annotation(try Annotation(&cursor, depth: depth + 1))
    case "[":
      self = .array(
        try cursor.list(elementSize: 3, "the elements of an array") { cursor throws(ClassFileError) in
          try ElementValue(&cursor, depth: depth + 1)
        }
      )
    default:
      throw ClassFileError(
        offset: offset,
        expected: "the tag of an element value (JVMS table 4.7.16.1-A)",
        found: "\(tag)"
      )
    }
  }

  private static func int(_ cursor: inout ClassCursor) throws(ClassFileError) -> Int32 {
    let pool = ConstantPool(storage: cursor.storage)
    let content = try pool.content(of: try cursor.u2("the index of a value"), .integer)
    return try pool.storage.integer(at: content, as: Int32.self, "an int")
  }
}
