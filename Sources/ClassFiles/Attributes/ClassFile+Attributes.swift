/// Access to the attributes that most readers want; each is decoded when asked for.
extension ClassFile {
  /// The nested classes mentioned.
  public var innerClasses: [InnerClass] {
    get throws(ClassFileError) { try attributes.decode("InnerClasses", InnerClass.list) ?? [] }
  }

  /// The method around a local or anonymous class.
  public var enclosingMethod: EnclosingMethod? {
    get throws(ClassFileError) { try attributes.decode("EnclosingMethod", EnclosingMethod.init) }
  }

  /// The name of the nest's host; nil for a class that is its own host.
  public var nestHost: String? {
    get throws(ClassFileError) {
      guard let index = try attributes.index("NestHost") else { return nil }
      return try pool.className(index)
    }
  }

  /// The names of the other members of the nest that this class is the host of.
  public var nestMembers: [String] {
    get throws(ClassFileError) { try attributes.classNames("NestMembers", pool) ?? [] }
  }

  /// The names of the classes that may extend this one; nil when it is not sealed.
  public var permittedSubclasses: [String]? {
    get throws(ClassFileError) { try attributes.classNames("PermittedSubclasses", pool) }
  }

  /// The components of a record; nil when the class is none.
  public var recordComponents: [RecordComponent]? {
    get throws(ClassFileError) { try attributes.decode("Record", RecordComponent.list) }
  }

  /// What computes constants and call sites.
  public var bootstrapMethods: [BootstrapMethod] {
    get throws(ClassFileError) { try attributes.decode("BootstrapMethods", BootstrapMethod.list) ?? [] }
  }

  /// The module descriptor of a `module-info`.
  public var module: ModuleAttribute? {
    get throws(ClassFileError) { try attributes.decode("Module", ModuleAttribute.init) }
  }

  /// Whether a `module-info` lets the JVM take its module without being asked to. It does not with the flag
  /// `DO_NOT_RESOLVE_BY_DEFAULT` of `ModuleResolution`, the JDK's own attribute, which incubating modules have.
  public var isResolvedByDefault: Bool {
    get throws(ClassFileError) { try (attributes.index("ModuleResolution") ?? 0) & 0x0001 == 0 }
  }

  /// The name of the source file.
  public var sourceFile: String? { get throws(ClassFileError) { try attributes.text("SourceFile", pool) } }

  /// The generic signature, parsed; nil for a class without one.
  public var signature: ClassSignature? {
    get throws(ClassFileError) {
      guard let text = try attributes.text("Signature", pool) else { return nil }
      return try ClassSignature(text)
    }
  }
}

extension Member {
  /// The names of the exceptions that a method declares.
  public var exceptions: [String] { get throws(ClassFileError) { try attributes.classNames("Exceptions", pool) ?? [] } }

  /// The constant that initializes a static field.
  public var constantValue: ConstantPool.Entry? {
    get throws(ClassFileError) {
      guard let index = try attributes.index("ConstantValue") else { return nil }
      return try pool.entry(index)
    }
  }

  /// The default value of an annotation's element.
  public var annotationDefault: ElementValue? {
    get throws(ClassFileError) {
      try attributes.decode("AnnotationDefault") { cursor throws(ClassFileError) in try ElementValue(&cursor) }
    }
  }

  /// The names and flags of a method's parameters.
  public var parameters: [MethodParameter] {
    get throws(ClassFileError) { try attributes.decode("MethodParameters", MethodParameter.list) ?? [] }
  }

  /// The annotations of a method's parameters, visible ones at run time or the others.
  public func parameterAnnotations(visible: Bool = true) throws(ClassFileError) -> [[Annotation]] {
    try attributes.decode(
      visible ? "RuntimeVisibleParameterAnnotations" : "RuntimeInvisibleParameterAnnotations",
      Annotation.parameterLists
    ) ?? []
  }

  /// The generic signature, unparsed: a field's is read by ``TypeSignature``, a method's by ``MethodSignature``.
  public var signature: String? { get throws(ClassFileError) { try attributes.text("Signature", pool) } }
}

extension AttributeTable {
  /// The annotations, visible ones at run time or the others.
  public func annotations(visible: Bool = true) throws(ClassFileError) -> [Annotation] {
    try decode(visible ? "RuntimeVisibleAnnotations" : "RuntimeInvisibleAnnotations", Annotation.list) ?? []
  }

  /// The annotations of types, visible ones at run time or the others.
  public func typeAnnotations(visible: Bool = true) throws(ClassFileError) -> [TypeAnnotation] {
    try decode(visible ? "RuntimeVisibleTypeAnnotations" : "RuntimeInvisibleTypeAnnotations", TypeAnnotation.list)
      ?? []
  }

  /// Whether a `Deprecated` attribute is present.
  public var isDeprecated: Bool { first(named: "Deprecated") != nil }

  /// Whether a `Synthetic` attribute is present, as compilers before Java 5 wrote instead of the flag.
  public var isSynthetic: Bool { first(named: "Synthetic") != nil }

  func decode<Value>(
    _ name: StaticString,
    _ body: (inout ClassCursor) throws(ClassFileError) -> Value
  ) throws(ClassFileError) -> Value? {
    guard let attribute = first(named: name) else { return nil }
    var cursor = try attribute.cursor()
    let value = try body(&cursor)
    try cursor.requireEnd(name)
    return value
  }

  func index(_ name: StaticString) throws(ClassFileError) -> ConstantPool.Index? {
    try decode(name) { cursor throws(ClassFileError) in try cursor.u2("an index") }
  }

  func text(_ name: StaticString, _ pool: ConstantPool) throws(ClassFileError) -> String? {
    guard let index = try index(name) else { return nil }
    return try pool.utf8(index)
  }

  func classNames(_ name: StaticString, _ pool: ConstantPool) throws(ClassFileError) -> [String]? {
    try decode(name) { cursor throws(ClassFileError) in
      var names: [String] = []
      for index in try cursor.indices("class indices") { names.append(try pool.className(index)) }
      return names
    }
  }
}
