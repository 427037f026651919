import ByteParsing

/// A constant pool being made: asking for a constant returns its index, the same one each time.
///
/// Asking never fails; what does not fit (more than 65,534 indices, a text of more than 65,535 bytes) is remembered
/// and reported when the class is written.
public struct ConstantPoolBuilder: Sendable {
  /// A constant's position.
  public typealias Index = ConstantPool.Index

  private enum Key: Hashable {
    case utf8([UInt8])
    case integer(Int32)
    case float(UInt32)
    case long(Int64)
    case double(UInt64)
    case reference(ConstantPool.Tag, UInt16, UInt16)
  }

  private var indices: [Key: Index] = [:]
  private(set) var bytes: [UInt8] = []
  private(set) var problem: ClassFileError?

  /// `constant_pool_count` so far: one more than the largest index.
  public private(set) var count = 1

  /// An empty pool.
  public init() {}

  /// A pool that begins with all constants of another, at the same indices.
  public init(_ pool: ConstantPool) throws(ClassFileError) {
    for index in pool.indices {
      let key: Key
      switch try pool.entry(index) {
      case .utf8(let range): key = .utf8(Array(pool.storage.bytes[range]))
      case .integer(let value): key = .integer(value)
      case .float:
        key = .float(try pool.storage.integer(at: pool.offset(of: index) + 1, as: UInt32.self, "a float"))
      case .long(let value): key = .long(value)
      case .double:
        key = .double(try pool.storage.integer(at: pool.offset(of: index) + 1, as: UInt64.self, "a double"))
      case .class(let name): key = .reference(.class, name, 0)
      case .string(let text): key = .reference(.string, text, 0)
      case .fieldref(let owner, let member): key = .reference(.fieldref, owner, member)
      case .methodref(let owner, let member): key = .reference(.methodref, owner, member)
      case .interfaceMethodref(let owner, let member): key = .reference(.interfaceMethodref, owner, member)
      case .nameAndType(let name, let descriptor): key = .reference(.nameAndType, name, descriptor)
      case .methodHandle(let kind, let reference): key = .reference(.methodHandle, UInt16(kind.rawValue), reference)
      case .methodType(let descriptor): key = .reference(.methodType, descriptor, 0)
      case .dynamic(let bootstrap, let member): key = .reference(.dynamic, bootstrap, member)
      case .invokeDynamic(let bootstrap, let member): key = .reference(.invokeDynamic, bootstrap, member)
      case .module(let name): key = .reference(.module, name, 0)
      case .package(let name): key = .reference(.package, name, 0)
      }
      if indices[key] == nil { indices[key] = index }
    }
    bytes = Array(pool.storage.bytes[10..<pool.storage.constantPoolEnd])
    count = pool.count
  }

  /// Text in modified UTF-8.
  public mutating func utf8(_ text: String) -> Index { utf8(encoded: ModifiedUTF8.bytes(text)) }

  /// Text already in modified UTF-8.
  public mutating func utf8(encoded: [UInt8]) -> Index {
    if encoded.count > UInt16.max {
      report("text of at most 65535 bytes (JVMS §4.4.7)", "\(encoded.count) bytes")
      return 0
    }
    return intern(.utf8(encoded), .utf8) { bytes in
      bytes.append(UInt16(encoded.count), .bigEndian)
      bytes += encoded
    }
  }

  /// An `int`.
  public mutating func integer(_ value: Int32) -> Index {
    intern(.integer(value), .integer) { $0.append(value, .bigEndian) }
  }

  /// A `float`.
  public mutating func float(_ value: Float) -> Index {
    intern(.float(value.bitPattern), .float) { $0.append(value.bitPattern, .bigEndian) }
  }

  /// A `long`.
  public mutating func long(_ value: Int64) -> Index {
    intern(.long(value), .long, width: 2) { $0.append(value, .bigEndian) }
  }

  /// A `double`.
  public mutating func double(_ value: Double) -> Index {
    intern(.double(value.bitPattern), .double, width: 2) { $0.append(value.bitPattern, .bigEndian) }
  }

  /// A class by its name with slashes, an array type by its descriptor.
  public mutating func classNamed(_ name: String) -> Index { single(.class, utf8(name)) }

  /// A `String`.
  public mutating func string(_ text: String) -> Index { single(.string, utf8(text)) }

  /// A method type by its descriptor.
  public mutating func methodType(_ descriptor: String) -> Index { single(.methodType, utf8(descriptor)) }

  /// A module by its name.
  public mutating func module(_ name: String) -> Index { single(.module, utf8(name)) }

  /// A package by its name with slashes.
  public mutating func package(_ name: String) -> Index { single(.package, utf8(name)) }

  /// A name with a descriptor.
  public mutating func nameAndType(_ name: String, _ descriptor: String) -> Index {
    pair(.nameAndType, utf8(name), utf8(descriptor))
  }

  /// A field of a class.
  public mutating func fieldref(_ owner: String, _ name: String, _ descriptor: String) -> Index {
    pair(.fieldref, classNamed(owner), nameAndType(name, descriptor))
  }

  /// A method of a class, or of an interface.
  public mutating func methodref(
    _ owner: String,
    _ name: String,
    _ descriptor: String,
    isInterface: Bool = false
  ) -> Index {
    pair(isInterface ? .interfaceMethodref : .methodref, classNamed(owner), nameAndType(name, descriptor))
  }

  /// A method handle on a field or method reference of this pool.
  public mutating func methodHandle(_ kind: ConstantPool.ReferenceKind, _ reference: Index) -> Index {
    intern(.reference(.methodHandle, UInt16(kind.rawValue), reference), .methodHandle) {
      $0.append(kind.rawValue)
      $0.append(reference, .bigEndian)
    }
  }

  /// A computed constant.
  public mutating func dynamic(bootstrapMethod: UInt16, _ name: String, _ descriptor: String) -> Index {
    pair(.dynamic, bootstrapMethod, nameAndType(name, descriptor))
  }

  /// A computed call site.
  public mutating func invokeDynamic(bootstrapMethod: UInt16, _ name: String, _ descriptor: String) -> Index {
    pair(.invokeDynamic, bootstrapMethod, nameAndType(name, descriptor))
  }

  private mutating func single(_ tag: ConstantPool.Tag, _ index: Index) -> Index {
    intern(.reference(tag, index, 0), tag) { $0.append(index, .bigEndian) }
  }

  private mutating func pair(_ tag: ConstantPool.Tag, _ first: Index, _ second: Index) -> Index {
    intern(.reference(tag, first, second), tag) {
      $0.append(first, .bigEndian)
      $0.append(second, .bigEndian)
    }
  }

  private mutating func intern(
    _ key: Key,
    _ tag: ConstantPool.Tag,
    width: Int = 1,
    _ write: (inout [UInt8]) -> Void
  ) -> Index {
    if let index = indices[key] { return index }
    guard let index = Index(exactly: count), count + width <= Int(UInt16.max) else {
      report("at most 65534 constants (JVMS §4.1)", "more")
      return 0
    }
    indices[key] = index
    count += width
    bytes.append(tag.rawValue)
    write(&bytes)
    return index
  }

  private mutating func report(_ expected: String, _ found: String) {
    problem = problem ?? ClassFileError(offset: 10 + bytes.count, expected: expected, found: found)
  }
}
