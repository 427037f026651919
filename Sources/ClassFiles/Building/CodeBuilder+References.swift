extension CodeBuilder {
  /// Reads or writes a field: `getstatic`, `putstatic`, `getfield`, `putfield`.
  public mutating func field(_ opcode: Opcode, _ owner: String, _ name: String, _ descriptor: String) {
    let size = descriptor == "J" || descriptor == "D" ? 2 : 1
    let growth =
      switch opcode {
      case .getstatic: size
      case .putstatic: -size
      case .getfield: size - 1
      default: -size - 1
      }
    begin(opcode, growth: growth)
    append(pool.fieldref(owner, name, descriptor))
  }

  /// Calls a method; `isInterface` says which kind of reference a static, special or virtual call makes.
  public mutating func invoke(
    _ opcode: Opcode,
    _ owner: String,
    _ name: String,
    _ descriptor: String,
    isInterface: Bool = false
  ) {
    let (arguments, result) = CodeBuilder.slots(descriptor)
    begin(opcode, growth: result - arguments - (opcode == .invokestatic ? 0 : 1))
    append(pool.methodref(owner, name, descriptor, isInterface: isInterface || opcode == .invokeinterface))
    if opcode == .invokeinterface {
      append(UInt8(clamping: arguments + 1))
      append(UInt8(0))
    }
  }

  /// Calls a computed call site.
  public mutating func invokeDynamic(bootstrapMethod: UInt16, _ name: String, _ descriptor: String) {
    let (arguments, result) = CodeBuilder.slots(descriptor)
    begin(.invokedynamic, growth: result - arguments)
    append(pool.invokeDynamic(bootstrapMethod: bootstrapMethod, name, descriptor))
    append(UInt16(0))
  }

  /// `new`, `anewarray`, `checkcast` or `instanceof` of a class.
  public mutating func type(_ opcode: Opcode, _ name: String) {
    begin(opcode, growth: opcode == .new ? 1 : 0)
    append(pool.classNamed(name))
  }

  /// A new array of primitives.
  public mutating func newArray(_ type: Instruction.ArrayType) {
    begin(.newarray, growth: 0)
    append(type.rawValue)
  }

  /// A new array of several dimensions.
  public mutating func multiNewArray(_ descriptor: String, dimensions: UInt8) {
    begin(.multianewarray, growth: 1 - Int(dimensions))
    append(pool.classNamed(descriptor))
    append(dimensions)
  }

  /// How many slots the arguments and the result of a method descriptor take; what is malformed counts nothing.
  static func slots(_ descriptor: String) -> (arguments: Int, result: Int) {
    var arguments = 0
    var size = 0
    var inName = false
    var inArray = false
    for byte in descriptor.utf8 {
      if inName {
        inName = byte != UInt8(ascii: ";")
        continue
      }
      switch byte {
      case UInt8(ascii: "("): continue
      case UInt8(ascii: ")"):
        arguments = size
        size = 0
      case UInt8(ascii: "["): inArray = true
      default:
        inName = byte == UInt8(ascii: "L")
        let isWide = byte == UInt8(ascii: "J") || byte == UInt8(ascii: "D")
        size += byte == UInt8(ascii: "V") ? 0 : isWide && !inArray ? 2 : 1
        inArray = false
      }
    }
    return (arguments, size)
  }
}
