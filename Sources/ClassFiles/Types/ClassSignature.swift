/// A type parameter of a class or method (JVMS §4.7.9.1).
public struct TypeParameter: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The class that bounds it; nil when only interfaces do.
  public var classBound: TypeSignature?
  /// The interfaces that bound it.
  public var interfaceBounds: [TypeSignature]

  static func list(_ text: inout TypeText) throws(ClassFileError) -> [TypeParameter] {
    guard text.take("<") else { return [] }
    var parameters: [TypeParameter] = []
    repeat {
      let name = try text.name(endingAt: ".;[/<>:")
      try text.require(":")
      var parameter = TypeParameter(name: name, classBound: nil, interfaceBounds: [])
      if let next = text.next, "LT[".utf8.contains(next) { parameter.classBound = try TypeSignature(&text, depth: 0) }
      while text.take(":") { parameter.interfaceBounds.append(try TypeSignature(&text, depth: 0)) }
      parameters.append(parameter)
    } while !text.take(">")
    return parameters
  }
}

/// The generic declaration of a class (JVMS §4.7.9.1).
public struct ClassSignature: Hashable, Sendable {
  /// The type parameters.
  public var typeParameters: [TypeParameter]
  /// The superclass.
  public var superclass: ClassTypeSignature
  /// The superinterfaces.
  public var interfaces: [ClassTypeSignature]

  /// Reads a class signature. Offsets of errors count from the start of the text.
  public init(_ text: String) throws(ClassFileError) {
    var text = TypeText(text)
    typeParameters = try TypeParameter.list(&text)
    superclass = try ClassTypeSignature(&text, depth: 0)
    interfaces = []
    while !text.isAtEnd { interfaces.append(try ClassTypeSignature(&text, depth: 0)) }
  }
}

/// The generic declaration of a method (JVMS §4.7.9.1).
public struct MethodSignature: Hashable, Sendable {
  /// The type parameters.
  public var typeParameters: [TypeParameter]
  /// The types of the parameters; those a compiler added are missing here.
  public var parameters: [TypeSignature]
  /// The type of the result; nil for `void`.
  public var returnType: TypeSignature?
  /// The declared exceptions: class types or type variables; empty when none depends on a type variable.
  public var exceptions: [TypeSignature]

  /// Reads a method signature. Offsets of errors count from the start of the text.
  public init(_ text: String) throws(ClassFileError) {
    var text = TypeText(text)
    typeParameters = try TypeParameter.list(&text)
    try text.require("(")
    parameters = []
    while !text.take(")") { parameters.append(try TypeSignature(&text, depth: 0)) }
    returnType = text.take("V") ? nil : try TypeSignature(&text, depth: 0)
    exceptions = []
    while text.take("^") { exceptions.append(try TypeSignature(&text, depth: 0)) }
    try text.requireEnd("method signature")
  }
}

extension TypeParameter: CustomStringConvertible {
  /// The parameter as in the class file.
  public var description: String {
    "\(name):\(classBound?.description ?? "")\(interfaceBounds.map { ":\($0)" }.joined())"
  }
}

extension ClassSignature: CustomStringConvertible {
  /// The signature as in the class file.
  public var description: String {
    "\(list(typeParameters))\(superclass)\(interfaces.map(\.description).joined())"
  }
}

extension MethodSignature: CustomStringConvertible {
  /// The signature as in the class file.
  public var description: String {
    let exceptions = exceptions.map { "^\($0)" }.joined()
    return "\(list(typeParameters))(\(parameters.map(\.description).joined()))"
      + "\(returnType?.description ?? "V")\(exceptions)"
  }
}

private func list(_ parameters: [TypeParameter]) -> String {
  parameters.isEmpty ? "" : "<\(parameters.map(\.description).joined())>"
}
