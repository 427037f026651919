/// A primitive type (JVMS table 4.3-A).
public enum BaseType: UInt8, Hashable, Sendable, CaseIterable {
  /// `byte`
  case byte = 0x42  // B
  /// `char`
  case char = 0x43  // C
  /// `double`
  case double = 0x44  // D
  /// `float`
  case float = 0x46  // F
  /// `int`
  case int = 0x49  // I
  /// `long`
  case long = 0x4A  // J
  /// `short`
  case short = 0x53  // S
  /// `boolean`
  case boolean = 0x5A  // Z

  /// The one letter of descriptors.
  public var letter: Character { Character(UnicodeScalar(rawValue)) }
}

/// The type of a field, parameter or variable (JVMS §4.3.2).
public indirect enum FieldDescriptor: Hashable, Sendable {
  /// A primitive type.
  case base(BaseType)
  /// A class or interface, by its name with slashes.
  case object(String)
  /// An array.
  case array(of: FieldDescriptor)

  /// Reads a descriptor such as `[Ljava/lang/String;`. Offsets of errors count from the start of the text.
  public init(_ text: String) throws(ClassFileError) {
    var text = TypeText(text)
    self = try FieldDescriptor(&text)
    try text.requireEnd("field descriptor")
  }

  init(_ text: inout TypeText) throws(ClassFileError) {
    var dimensions = 0
    while text.take("[") {
      dimensions += 1
      guard dimensions <= TypeText.maximumNesting else { throw text.failure("at most 255 dimensions (JVMS §4.3.2)") }
    }
    var type: FieldDescriptor
    if text.take("L") {
      type = .object(try text.name(endingAt: ";[."))
      try text.require(";")
    } else if let byte = text.next, let base = BaseType(rawValue: byte) {
      _ = text.take()
      type = .base(base)
    } else {
      throw text.failure("a field type: one of B C D F I J S Z L [ (JVMS §4.3.2)")
    }
    for _ in 0..<dimensions { type = .array(of: type) }
    self = type
  }

  /// How many slots a value takes: 2 for long and double.
  public var slots: Int { self == .base(.long) || self == .base(.double) ? 2 : 1 }

  /// The class named, also as an array's innermost element; nil for primitives.
  public var className: String? {
    switch self {
    case .base: nil
    case .object(let name): name
    case .array(let element): element.className
    }
  }

  /// The type as Java source writes it, with dots: `java.lang.String[]`.
  public var sourceName: String {
    switch self {
    case .base(let type): "\(type)"
    case .object(let name): String(name.map { $0 == "/" ? "." : $0 })
    case .array(let element): element.sourceName + "[]"
    }
  }
}

extension FieldDescriptor: CustomStringConvertible {
  /// The descriptor as in the class file.
  public var description: String {
    switch self {
    case .base(let type): String(type.letter)
    case .object(let name): "L\(name);"
    case .array(let element): "[\(element)"
    }
  }
}
