/// The parameters and the result of a method (JVMS §4.3.3).
public struct MethodDescriptor: Hashable, Sendable {
  /// The types of the parameters.
  public var parameters: [FieldDescriptor]
  /// The type of the result; nil for `void`.
  public var returnType: FieldDescriptor?

  /// A descriptor of those types.
  public init(parameters: [FieldDescriptor], returnType: FieldDescriptor?) {
    self.parameters = parameters
    self.returnType = returnType
  }

  /// Reads a descriptor such as `(I[J)V`. Offsets of errors count from the start of the text.
  public init(_ text: String) throws(ClassFileError) {
    var text = TypeText(text)
    try text.require("(")
    var parameters: [FieldDescriptor] = []
    while !text.take(")") { parameters.append(try FieldDescriptor(&text)) }
    self.parameters = parameters
    returnType = text.take("V") ? nil : try FieldDescriptor(&text)
    try text.requireEnd("method descriptor")
  }

  /// How many slots the parameters take, without `this`; at most 255 in a valid class.
  public var parameterSlots: Int { parameters.reduce(0) { $0 + $1.slots } }
}

extension MethodDescriptor: CustomStringConvertible {
  /// The descriptor as in the class file.
  public var description: String {
    "(\(parameters.map(\.description).joined()))\(returnType?.description ?? "V")"
  }
}
