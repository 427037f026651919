import ByteParsing

/// A class file (JVMS §4): a value over its bytes.
///
/// Reading walks the structure once and makes no text: the constant pool becomes a table of offsets, members and
/// attributes become ranges. Everything else is decoded when asked for. A file of a version newer than
/// ``latestMajorVersion`` is read too, as far as its constants are known.
public struct ClassFile: Sendable {
  /// The newest version this reader was written for: 69, Java 25.
  public static let latestMajorVersion: UInt16 = 69

  /// The constants.
  public let pool: ConstantPool
  /// Access and kind of the class.
  public let accessFlags: AccessFlags
  /// The class constant of this class.
  public let thisClassIndex: ConstantPool.Index
  /// The class constant of the superclass; 0 in `java/lang/Object` and in module descriptors.
  public let superClassIndex: ConstantPool.Index
  /// The class constants of the direct superinterfaces, as declared.
  public let interfaceIndices: [ConstantPool.Index]
  /// The fields, as declared.
  public let fields: [Member]
  /// The methods, as declared.
  public let methods: [Member]
  /// The attributes of the class.
  public let attributes: AttributeTable

  /// All bytes of the class file.
  public var bytes: [UInt8] { pool.storage.bytes }
  /// `minor_version`; 0xFFFF from Java 12 on marks a class that uses preview features.
  public var minorVersion: UInt16 { pool.storage.minorVersion }
  /// `major_version`: 45 for Java 1.1, 52 for Java 8, 69 for Java 25.
  public var majorVersion: UInt16 { pool.storage.majorVersion }
  /// The Java release that `majorVersion` stands for: 8 for 52.
  public var javaRelease: Int { max(Int(majorVersion) - 44, 1) }

  /// Reads a class file, which must fill `bytes` exactly.
  public init(_ bytes: [UInt8]) throws(ClassFileError) {
    let header = try ConstantPoolIndexer(bytes)
    let storage = ClassBytes(
      bytes: bytes,
      constantOffsets: header.offsets,
      constantPoolEnd: header.end,
      minorVersion: header.minorVersion,
      majorVersion: header.majorVersion
    )
    pool = ConstantPool(storage: storage)
    var cursor = try ClassCursor(storage, header.end..<bytes.count)
    accessFlags = AccessFlags(rawValue: try cursor.u2("the access flags of the class"))
    thisClassIndex = try cursor.u2("the index of this class")
    superClassIndex = try cursor.u2("the index of the superclass")
    interfaceIndices = try cursor.list(elementSize: 2, "the interfaces") { cursor throws(ClassFileError) in
      try cursor.u2("the index of an interface")
    }
    fields = try Member.list(.field, &cursor)
    methods = try Member.list(.method, &cursor)
    attributes = try AttributeTable(&cursor)
    try cursor.requireEnd("the class file")
  }

  /// The name of the class with slashes.
  public var name: String { get throws(ClassFileError) { try pool.className(thisClassIndex) } }

  /// The name of the superclass with slashes; nil when there is none.
  public var superName: String? {
    get throws(ClassFileError) { superClassIndex == 0 ? nil : try pool.className(superClassIndex) }
  }

  /// The names of the direct superinterfaces with slashes.
  public var interfaceNames: [String] {
    get throws(ClassFileError) {
      var names: [String] = []
      for index in interfaceIndices { names.append(try pool.className(index)) }
      return names
    }
  }
}
