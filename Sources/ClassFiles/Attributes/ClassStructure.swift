/// A nested class that a class mentions (JVMS §4.7.6).
public struct InnerClass: Hashable, Sendable {
  /// The class constant of the nested class.
  public var innerClassIndex: ConstantPool.Index
  /// The class constant of the class it is a member of; 0 for local and anonymous classes.
  public var outerClassIndex: ConstantPool.Index
  /// The `utf8` constant of its simple name; 0 for anonymous classes.
  public var innerNameIndex: ConstantPool.Index
  /// Its flags as written in the source.
  public var accessFlags: AccessFlags

  /// An entry of the given parts.
  public init(
    innerClassIndex: ConstantPool.Index,
    outerClassIndex: ConstantPool.Index,
    innerNameIndex: ConstantPool.Index,
    accessFlags: AccessFlags
  ) {
    self.innerClassIndex = innerClassIndex
    self.outerClassIndex = outerClassIndex
    self.innerNameIndex = innerNameIndex
    self.accessFlags = accessFlags
  }

  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [InnerClass] {
    try cursor.list(elementSize: 8, "the inner classes") { cursor throws(ClassFileError) in
      InnerClass(
        innerClassIndex: try cursor.u2("an inner class"),
        outerClassIndex: try cursor.u2("an outer class"),
        innerNameIndex: try cursor.u2("an inner name"),
        accessFlags: AccessFlags(rawValue: try cursor.u2("the flags of an inner class"))
      )
    }
  }
}

/// The method around a local or anonymous class (JVMS §4.7.7).
public struct EnclosingMethod: Hashable, Sendable {
  /// The class constant of the class around.
  public var classIndex: ConstantPool.Index
  /// The name and type of the method; 0 when the class stands in an initializer.
  public var nameAndTypeIndex: ConstantPool.Index

  /// An entry of the given parts.
  public init(classIndex: ConstantPool.Index, nameAndTypeIndex: ConstantPool.Index) {
    self.classIndex = classIndex
    self.nameAndTypeIndex = nameAndTypeIndex
  }

  init(_ cursor: inout ClassCursor) throws(ClassFileError) {
    classIndex = try cursor.u2("the enclosing class")
    nameAndTypeIndex = try cursor.u2("the enclosing method")
  }
}

/// What computes a constant or a call site (JVMS §4.7.23).
public struct BootstrapMethod: Hashable, Sendable {
  /// The method handle called.
  public var methodHandleIndex: ConstantPool.Index
  /// The constants given to it.
  public var argumentIndices: [ConstantPool.Index]

  /// An entry of the given parts.
  public init(methodHandleIndex: ConstantPool.Index, argumentIndices: [ConstantPool.Index]) {
    self.methodHandleIndex = methodHandleIndex
    self.argumentIndices = argumentIndices
  }

  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [BootstrapMethod] {
    try cursor.list(elementSize: 4, "the bootstrap methods") { cursor throws(ClassFileError) in
      BootstrapMethod(
        methodHandleIndex: try cursor.u2("a bootstrap method"),
        argumentIndices: try cursor.indices("the arguments of a bootstrap method")
      )
    }
  }
}

/// The name and flags of a parameter (JVMS §4.7.24).
public struct MethodParameter: Hashable, Sendable {
  /// The `utf8` constant of the name; 0 for none.
  public var nameIndex: ConstantPool.Index
  /// `final`, `synthetic`, `mandated`.
  public var accessFlags: AccessFlags

  /// An entry of the given parts.
  public init(nameIndex: ConstantPool.Index, accessFlags: AccessFlags) {
    self.nameIndex = nameIndex
    self.accessFlags = accessFlags
  }

  /// The table counts its entries in one byte.
  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [MethodParameter] {
    let count = try cursor.smallCount(elementSize: 4, "the method parameters")
    var parameters: [MethodParameter] = []
    for _ in 0..<count {
      parameters.append(
        MethodParameter(
          nameIndex: try cursor.u2("the name of a parameter"),
          accessFlags: AccessFlags(rawValue: try cursor.u2("the flags of a parameter"))
        )
      )
    }
    return parameters
  }
}

/// A component of a record (JVMS §4.7.30).
public struct RecordComponent: Sendable {
  /// The `utf8` constant of the name.
  public let nameIndex: ConstantPool.Index
  /// The `utf8` constant of the descriptor.
  public let descriptorIndex: ConstantPool.Index
  /// The attributes.
  public let attributes: AttributeTable

  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [RecordComponent] {
    try cursor.list(elementSize: 6, "the record components") { cursor throws(ClassFileError) in
      RecordComponent(
        nameIndex: try cursor.u2("the name of a component"),
        descriptorIndex: try cursor.u2("the descriptor of a component"),
        attributes: try AttributeTable(&cursor)
      )
    }
  }
}
