import ByteParsing

/// A class file being made, from nothing or from one that was read.
///
/// ```swift
/// var builder = ClassBuilder("demo/Stub", majorVersion: 50)
/// builder.addMethod("answer", "()I", [.public, .static]) { code in
///   code.push(int: 42)
///   code.emit(.ireturn)
/// }
/// let bytes = try builder.build()
/// ```
///
/// Class files of version 50 and less need no stack maps. A class that was read is written with the same bytes as
/// long as nothing is changed.
public struct ClassBuilder: Sendable {
  /// `minor_version`.
  public var minorVersion: UInt16
  /// `major_version`.
  public var majorVersion: UInt16
  /// The constants.
  public var pool: ConstantPoolBuilder
  /// Access and kind.
  public var accessFlags: AccessFlags
  /// The class constant of the class.
  public var thisClassIndex: ConstantPool.Index
  /// The class constant of the superclass; 0 for none.
  public var superClassIndex: ConstantPool.Index
  /// The class constants of the direct superinterfaces.
  public var interfaceIndices: [ConstantPool.Index]
  /// The fields.
  public var fields: [MemberBuilder] = []
  /// The methods.
  public var methods: [MemberBuilder] = []
  /// The attributes of the class.
  public var attributes: [EncodedAttribute] = []

  /// A class without members. Names are written with slashes.
  public init(
    _ name: String,
    superName: String? = "java/lang/Object",
    interfaces: [String] = [],
    accessFlags: AccessFlags = [.public, .super],
    majorVersion: UInt16 = 50
  ) {
    var pool = ConstantPoolBuilder()
    thisClassIndex = pool.classNamed(name)
    superClassIndex = superName.map { pool.classNamed($0) } ?? 0
    interfaceIndices = interfaces.map { pool.classNamed($0) }
    self.pool = pool
    self.accessFlags = accessFlags
    self.majorVersion = majorVersion
    // 45.3 is the first version with today's layout of code.
    minorVersion = majorVersion == 45 ? 3 : 0
  }

  /// The parts of a class that was read, to change or to write again.
  public init(_ classFile: ClassFile) throws(ClassFileError) {
    minorVersion = classFile.minorVersion
    majorVersion = classFile.majorVersion
    pool = try ConstantPoolBuilder(classFile.pool)
    accessFlags = classFile.accessFlags
    thisClassIndex = classFile.thisClassIndex
    superClassIndex = classFile.superClassIndex
    interfaceIndices = classFile.interfaceIndices
    fields = classFile.fields.map(MemberBuilder.init)
    methods = classFile.methods.map(MemberBuilder.init)
    attributes = classFile.attributes.map(EncodedAttribute.init)
  }

  /// Adds a field.
  public mutating func addField(
    _ name: String,
    _ descriptor: String,
    _ accessFlags: AccessFlags = .public,
    attributes: [AttributeValue] = []
  ) {
    fields.append(
      MemberBuilder(
        accessFlags: accessFlags,
        nameIndex: pool.utf8(name),
        descriptorIndex: pool.utf8(descriptor),
        attributes: attributes.map { $0.encoded(&pool) }
      )
    )
  }

  /// Adds a method; one without a `body` has no code, as it should be when it is abstract or native.
  public mutating func addMethod(
    _ name: String,
    _ descriptor: String,
    _ accessFlags: AccessFlags = .public,
    attributes: [AttributeValue] = [],
    body: ((inout CodeBuilder) -> Void)? = nil
  ) {
    var method = MemberBuilder(
      accessFlags: accessFlags,
      nameIndex: pool.utf8(name),
      descriptorIndex: pool.utf8(descriptor),
      attributes: attributes.map { $0.encoded(&pool) }
    )
    if let body {
      var code = CodeBuilder(pool: pool, descriptor: descriptor, isStatic: accessFlags.contains(.static))
      pool = ConstantPoolBuilder()
      body(&code)
      method.attributes.append(code.finish())
      pool = code.pool
      problem = problem ?? code.problem
    }
    methods.append(method)
  }

  /// Adds the constructor without parameters that calls the superclass's.
  public mutating func addDefaultConstructor(
    superName: String = "java/lang/Object",
    _ accessFlags: AccessFlags = .public
  ) {
    addMethod("<init>", "()V", accessFlags) { code in
      code.emit(.aload_0)
      code.invoke(.invokespecial, superName, "<init>", "()V")
      code.emit(.return)
    }
  }

  /// Adds an attribute of the class.
  public mutating func addAttribute(_ value: AttributeValue) { attributes.append(value.encoded(&pool)) }

  private var problem: ClassFileError?

  /// The class file; an error when something does not fit its format.
  public func build() throws(ClassFileError) -> [UInt8] {
    if let problem = problem ?? pool.problem { throw problem }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pool.bytes.count + 1024)
    bytes.append(UInt32(0xCAFE_BABE), .bigEndian)
    bytes.append(minorVersion, .bigEndian)
    bytes.append(majorVersion, .bigEndian)
    bytes.append(UInt16(pool.count), .bigEndian)
    bytes += pool.bytes
    bytes.append(accessFlags.rawValue, .bigEndian)
    bytes.append(thisClassIndex, .bigEndian)
    bytes.append(superClassIndex, .bigEndian)
    try bytes.appendCount(interfaceIndices.count, "interfaces")
    for index in interfaceIndices { bytes.append(index, .bigEndian) }
    for (members, what) in [(fields, "fields"), (methods, "methods")] {
      try bytes.appendCount(members.count, what)
      for member in members {
        bytes.append(member.accessFlags.rawValue, .bigEndian)
        bytes.append(member.nameIndex, .bigEndian)
        bytes.append(member.descriptorIndex, .bigEndian)
        try bytes.append(member.attributes)
      }
    }
    try bytes.append(attributes)
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func appendCount(_ count: Int, _ what: String) throws(ClassFileError) {
    guard let narrow = UInt16(exactly: count) else {
      throw ClassFileError(offset: self.count, expected: "at most 65535 \(what)", found: "\(count)")
    }
    append(narrow, .bigEndian)
  }

  fileprivate mutating func append(_ attributes: [EncodedAttribute]) throws(ClassFileError) {
    try appendCount(attributes.count, "attributes")
    for attribute in attributes { attribute.write(to: &self) }
  }
}
