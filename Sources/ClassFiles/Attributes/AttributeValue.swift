/// The content of an attribute, decoded (JVMS table 4.7-A).
public enum AttributeValue: Sendable {
  /// The value of a constant field: an index of an int, float, long, double or string constant.
  case constantValue(ConstantPool.Index)
  /// The code of a method.
  case code(CodeAttribute)
  /// Types at branch targets, kept as bytes.
  case stackMapTable([UInt8])
  /// Class constants of the exceptions that a method declares.
  case exceptions([ConstantPool.Index])
  /// Nested classes that the class mentions.
  case innerClasses([InnerClass])
  /// The method around a local or anonymous class.
  case enclosingMethod(EnclosingMethod)
  /// Made by the compiler.
  case synthetic
  /// The `utf8` constant of a generic signature.
  case signature(ConstantPool.Index)
  /// The `utf8` constant of the source file's name.
  case sourceFile(ConstantPool.Index)
  /// Further text for debuggers, kept as bytes.
  case sourceDebugExtension([UInt8])
  /// Which source lines the code comes from.
  case lineNumberTable([LineNumber])
  /// Where local variables live, with descriptors.
  case localVariableTable([LocalVariable])
  /// Where local variables live, with generic signatures.
  case localVariableTypeTable([LocalVariable])
  /// Not to be used any more.
  case deprecated
  /// Annotations; `visible` at run time or not.
  case annotations([Annotation], visible: Bool)
  /// Annotations of each parameter.
  case parameterAnnotations([[Annotation]], visible: Bool)
  /// Annotations of types.
  case typeAnnotations([TypeAnnotation], visible: Bool)
  /// The default value of an annotation's element.
  case annotationDefault(ElementValue)
  /// What computes constants and call sites.
  case bootstrapMethods([BootstrapMethod])
  /// Names and flags of parameters.
  case methodParameters([MethodParameter])
  /// A module descriptor.
  case module(ModuleAttribute)
  /// Package constants of all packages of a module.
  case modulePackages([ConstantPool.Index])
  /// The class constant of a module's main class.
  case moduleMainClass(ConstantPool.Index)
  /// The class constant of the host of the nest.
  case nestHost(ConstantPool.Index)
  /// The class constants of the other members of the nest.
  case nestMembers([ConstantPool.Index])
  /// The components of a record.
  case record([RecordComponent])
  /// The class constants of the permitted subclasses of a sealed class.
  case permittedSubclasses([ConstantPool.Index])
  /// An attribute of another name, kept as bytes.
  case unknown(name: String, content: [UInt8])
}

extension Attribute {
  /// Decodes the content by the attribute's name.
  public var value: AttributeValue {
    get throws(ClassFileError) {
      let name = try name
      var cursor = try cursor()
      let value = try AttributeValue(name, &cursor)
      guard cursor.remaining == 0 else {
        throw ClassFileError(
          offset: cursor.offset,
          expected: "the end of attribute \(name)",
          found: "\(cursor.remaining) more bytes"
        )
      }
      return value
    }
  }
}

extension AttributeValue {
  init(_ name: String, _ cursor: inout ClassCursor) throws(ClassFileError) {
    self =
      switch name {
      case "ConstantValue": .constantValue(try cursor.u2("the index of a constant"))
      case "Code": .code(try CodeAttribute(&cursor))
      case "StackMapTable": .stackMapTable(try cursor.rest())
      case "Exceptions": .exceptions(try cursor.indices("the exceptions"))
      case "InnerClasses": .innerClasses(try InnerClass.list(&cursor))
      case "EnclosingMethod": .enclosingMethod(try EnclosingMethod(&cursor))
      case "Synthetic": .synthetic
      case "Signature": .signature(try cursor.u2("the index of a signature"))
      case "SourceFile": .sourceFile(try cursor.u2("the index of a file name"))
      case "SourceDebugExtension": .sourceDebugExtension(try cursor.rest())
      case "LineNumberTable": .lineNumberTable(try LineNumber.list(&cursor))
      case "LocalVariableTable": .localVariableTable(try LocalVariable.list(&cursor))
      case "LocalVariableTypeTable": .localVariableTypeTable(try LocalVariable.list(&cursor))
      case "Deprecated": .deprecated
      case "RuntimeVisibleAnnotations": .annotations(try Annotation.list(&cursor), visible: true)
      case "RuntimeInvisibleAnnotations": .annotations(try Annotation.list(&cursor), visible: false)
      case "RuntimeVisibleParameterAnnotations":
        .parameterAnnotations(try Annotation.parameterLists(&cursor), visible: true)
      case "RuntimeInvisibleParameterAnnotations":
        .parameterAnnotations(try Annotation.parameterLists(&cursor), visible: false)
      case "RuntimeVisibleTypeAnnotations": .typeAnnotations(try TypeAnnotation.list(&cursor), visible: true)
      case "RuntimeInvisibleTypeAnnotations": .typeAnnotations(try TypeAnnotation.list(&cursor), visible: false)
      case "AnnotationDefault": .annotationDefault(try ElementValue(&cursor))
      case "BootstrapMethods": .bootstrapMethods(try BootstrapMethod.list(&cursor))
      case "MethodParameters": .methodParameters(try MethodParameter.list(&cursor))
      case "Module": .module(try ModuleAttribute(&cursor))
      case "ModulePackages": .modulePackages(try cursor.indices("the packages"))
      case "ModuleMainClass": .moduleMainClass(try cursor.u2("the index of the main class"))
      case "NestHost": .nestHost(try cursor.u2("the index of the nest host"))
      case "NestMembers": .nestMembers(try cursor.indices("the nest members"))
      case "Record": .record(try RecordComponent.list(&cursor))
      case "PermittedSubclasses": .permittedSubclasses(try cursor.indices("the permitted subclasses"))
      default: .unknown(name: name, content: try cursor.rest())
      }
  }
}

extension ClassCursor {
  mutating func rest() throws(ClassFileError) -> [UInt8] {
    let range = try skip(remaining, "content")
    return Array(storage.bytes[range])
  }

  mutating func indices(_ expected: StaticString) throws(ClassFileError) -> [ConstantPool.Index] {
    try list(elementSize: 2, expected) { cursor throws(ClassFileError) in try cursor.u2(expected) }
  }
}
