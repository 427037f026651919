/// A type with its type arguments (JVMS §4.7.9.1, JavaTypeSignature).
public indirect enum TypeSignature: Hashable, Sendable {
  /// A primitive type.
  case base(BaseType)
  /// A class or interface.
  case classType(ClassTypeSignature)
  /// A type variable, by name.
  case typeVariable(String)
  /// An array.
  case array(of: TypeSignature)

  /// Reads the signature of a field or variable such as `Ljava/util/List<TT;>;`. Offsets of errors count from the
  /// start of the text.
  public init(_ text: String) throws(ClassFileError) {
    var text = TypeText(text)
    self = try TypeSignature(&text, depth: 0)
    try text.requireEnd("type signature")
  }

  init(_ text: inout TypeText, depth: Int) throws(ClassFileError) {
    guard depth < TypeText.maximumNesting else { throw text.failure("at most 255 levels of nested types") }
    switch text.next.map({ UnicodeScalar($0) }) {
    case "L": self = .classType(try ClassTypeSignature(&text, depth: depth))
    case "T":
      _ = text.take()
      self = .typeVariable(try text.name(endingAt: ".;[/<>:"))
      try text.require(";")
    case "[":
      _ = text.take()
      self = .array(of: try TypeSignature(&text, depth: depth + 1))
    case .some(let letter):
      guard let type = BaseType(rawValue: UInt8(truncatingIfNeeded: letter.value)) else { fallthrough }
      _ = text.take()
      self = .base(type)
    default: throw text.failure("a type: one of B C D F I J S Z L T [ (JVMS §4.7.9.1)")
    }
  }
}

/// A class type with its type arguments (JVMS §4.7.9.1).
public struct ClassTypeSignature: Hashable, Sendable {
  /// A class nested in a parameterized one: `.Entry<TK;TV;>`.
  public struct Inner: Hashable, Sendable {
    /// The simple name.
    public var name: String
    /// The type arguments.
    public var typeArguments: [TypeArgument]
  }

  /// The name of the outermost class written, with slashes.
  public var name: String
  /// Its type arguments.
  public var typeArguments: [TypeArgument]
  /// The classes nested in it, outermost first.
  public var inner: [Inner]

  /// The name of the class file meant: outer and inner names joined by `$`.
  public var binaryName: String { ([name] + inner.map(\.name)).joined(separator: "$") }

  init(_ text: inout TypeText, depth: Int) throws(ClassFileError) {
    try text.require("L")
    name = try text.name(endingAt: ".;[<>:")
    typeArguments = try TypeArgument.list(&text, depth: depth)
    inner = []
    while text.take(".") {
      inner.append(
        Inner(
          name: try text.name(endingAt: ".;[/<>:"),
          typeArguments: try TypeArgument.list(&text, depth: depth)
        )
      )
    }
    try text.require(";")
  }
}

/// A type argument (JVMS §4.7.9.1).
public enum TypeArgument: Hashable, Sendable {
  /// `?`
  case any
  /// A type.
  case exact(TypeSignature)
  /// `? extends` a type.
  case extends(TypeSignature)
  /// `? super` a type.
  case `super`(TypeSignature)

  static func list(_ text: inout TypeText, depth: Int) throws(ClassFileError) -> [TypeArgument] {
    guard text.take("<") else { return [] }
    var arguments: [TypeArgument] = []
    repeat {
      if text.take("*") {
        arguments.append(.any)
      } else if text.take("+") {
        arguments.append(.extends(try TypeSignature(&text, depth: depth + 1)))
      } else if text.take("-") {
        arguments.append(.super(try TypeSignature(&text, depth: depth + 1)))
      } else {
        arguments.append(.exact(try TypeSignature(&text, depth: depth + 1)))
      }
    } while !text.take(">")
    return arguments
  }
}

extension TypeSignature: CustomStringConvertible {
  /// The signature as in the class file.
  public var description: String {
    switch self {
    case .base(let type): String(type.letter)
    case .classType(let type): type.description
    case .typeVariable(let name): "T\(name);"
    case .array(let element): "[\(element)"
    }
  }
}

extension ClassTypeSignature: CustomStringConvertible {
  /// The signature as in the class file.
  public var description: String {
    func text(_ arguments: [TypeArgument]) -> String {
      arguments.isEmpty ? "" : "<\(arguments.map(\.description).joined())>"
    }
    return "L\(name)\(text(typeArguments))\(inner.map { ".\($0.name)\(text($0.typeArguments))" }.joined());"
  }
}

extension TypeArgument: CustomStringConvertible {
  /// The argument as in the class file.
  public var description: String {
    switch self {
    case .any: "*"
    case .exact(let type): type.description
    case .extends(let type): "+\(type)"
    case .super(let type): "-\(type)"
    }
  }
}
