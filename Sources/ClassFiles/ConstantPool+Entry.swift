extension ConstantPool {
  /// The kinds of constants (JVMS table 4.4-B).
  public enum Tag: UInt8, Sendable, CaseIterable {
    /// A string of modified UTF-8.
    case utf8 = 1
    /// An `int`.
    case integer = 3
    /// A `float`.
    case float = 4
    /// A `long`; takes two indices.
    case long = 5
    /// A `double`; takes two indices.
    case double = 6
    /// A class or array type.
    case `class` = 7
    /// A `String`.
    case string = 8
    /// A field of a class.
    case fieldref = 9
    /// A method of a class.
    case methodref = 10
    /// A method of an interface.
    case interfaceMethodref = 11
    /// A name with a descriptor.
    case nameAndType = 12
    /// A method handle.
    case methodHandle = 15
    /// A method type.
    case methodType = 16
    /// A dynamically computed constant.
    case dynamic = 17
    /// A dynamically computed call site.
    case invokeDynamic = 18
    /// A module.
    case module = 19
    /// A package.
    case package = 20
  }

  /// What a method handle does with its reference (JVMS table 5.4.3.5-A).
  public enum ReferenceKind: UInt8, Sendable, CaseIterable {
    /// Reads an instance field.
    case getField = 1
    /// Reads a static field.
    case getStatic = 2
    /// Writes an instance field.
    case putField = 3
    /// Writes a static field.
    case putStatic = 4
    /// Calls an instance method.
    case invokeVirtual = 5
    /// Calls a static method.
    case invokeStatic = 6
    /// Calls a method of exactly that class.
    case invokeSpecial = 7
    /// Makes an object.
    case newInvokeSpecial = 8
    /// Calls an interface method.
    case invokeInterface = 9
  }

  /// One constant, its references still indices.
  public enum Entry: Hashable, Sendable {
    /// Where the encoded bytes stand in the class file.
    case utf8(Range<Int>)
    /// An `int`.
    case integer(Int32)
    /// A `float`.
    case float(Float)
    /// A `long`.
    case long(Int64)
    /// A `double`.
    case double(Double)
    /// A class or array type, by name.
    case `class`(nameIndex: Index)
    /// A `String`, by content.
    case string(utf8Index: Index)
    /// A field of a class.
    case fieldref(classIndex: Index, nameAndTypeIndex: Index)
    /// A method of a class.
    case methodref(classIndex: Index, nameAndTypeIndex: Index)
    /// A method of an interface.
    case interfaceMethodref(classIndex: Index, nameAndTypeIndex: Index)
    /// A name with a descriptor.
    case nameAndType(nameIndex: Index, descriptorIndex: Index)
    /// A method handle: what it does, and with which member.
    case methodHandle(kind: ReferenceKind, referenceIndex: Index)
    /// A method type, by descriptor.
    case methodType(descriptorIndex: Index)
    /// A computed constant: which bootstrap method, which name and type.
    case dynamic(bootstrapMethodIndex: UInt16, nameAndTypeIndex: Index)
    /// A computed call site: which bootstrap method, which name and type.
    case invokeDynamic(bootstrapMethodIndex: UInt16, nameAndTypeIndex: Index)
    /// A module, by name.
    case module(nameIndex: Index)
    /// A package, by name.
    case package(nameIndex: Index)
  }

  /// The constant at an index.
  public func entry(_ index: Index) throws(ClassFileError) -> Entry {
    let tag = try tag(of: index)
    let offset = try offset(of: index) + 1
    switch tag {
    case .utf8: return .utf8(try utf8Bytes(index))
    case .integer: return .integer(try storage.integer(at: offset, as: Int32.self, "an int"))
    case .float: return .float(Float(bitPattern: try storage.integer(at: offset, as: UInt32.self, "a float")))
    case .long: return .long(try storage.integer(at: offset, as: Int64.self, "a long"))
    case .double: return .double(Double(bitPattern: try storage.integer(at: offset, as: UInt64.self, "a double")))
    case .class: return .class(nameIndex: try u2(at: offset))
    case .string: return .string(utf8Index: try u2(at: offset))
    case .fieldref:
      let (owner, member) = try pair(at: offset)
      return .fieldref(classIndex: owner, nameAndTypeIndex: member)
    case .methodref:
      let (owner, member) = try pair(at: offset)
      return .methodref(classIndex: owner, nameAndTypeIndex: member)
    case .interfaceMethodref:
      let (owner, member) = try pair(at: offset)
      return .interfaceMethodref(classIndex: owner, nameAndTypeIndex: member)
    case .nameAndType:
      let (name, descriptor) = try pair(at: offset)
      return .nameAndType(nameIndex: name, descriptorIndex: descriptor)
    case .methodHandle:
      let raw = try storage.integer(at: offset, as: UInt8.self, "a reference kind")
      guard let kind = ReferenceKind(rawValue: raw) else {
        throw ClassFileError(offset: offset, expected: "a reference kind from 1 to 9", found: "\(raw)")
      }
      return .methodHandle(kind: kind, referenceIndex: try u2(at: offset + 1))
    case .methodType: return .methodType(descriptorIndex: try u2(at: offset))
    case .dynamic:
      let (bootstrap, member) = try pair(at: offset)
      return .dynamic(bootstrapMethodIndex: bootstrap, nameAndTypeIndex: member)
    case .invokeDynamic:
      let (bootstrap, member) = try pair(at: offset)
      return .invokeDynamic(bootstrapMethodIndex: bootstrap, nameAndTypeIndex: member)
    case .module: return .module(nameIndex: try u2(at: offset))
    case .package: return .package(nameIndex: try u2(at: offset))
    }
  }
}
