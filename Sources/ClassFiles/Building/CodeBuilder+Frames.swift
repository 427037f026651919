import ByteParsing

extension CodeBuilder {
  /// The type of a local variable or stack entry in a stack map (JVMS §4.7.4).
  public enum VerificationType: Hashable, Sendable {
    /// Unusable, or the second slot of nothing.
    case top
    /// `int` and narrower.
    case integer
    /// `float`
    case float
    /// `double`, both slots
    case double
    /// `long`, both slots
    case long
    /// `null`
    case null
    /// `this` before the superclass's constructor was called.
    case uninitializedThis
    /// An object of the class named with slashes, or an array by its descriptor.
    case object(String)
    /// What the `new` at a label made, before its constructor was called.
    case uninitialized(Label)
  }

  struct Frame {
    let pc: Int
    let locals: [VerificationType]
    let stack: [VerificationType]
  }

  /// States the types at the next instruction, as class files from version 51 need it at every branch target.
  /// Frames must be given in the order of the code; each is written in full.
  public mutating func frame(locals: [VerificationType], stack: [VerificationType] = []) {
    frames.append(Frame(pc: bytes.count, locals: locals, stack: stack))
  }

  mutating func stackMapTable() -> EncodedAttribute {
    var content: [UInt8] = []
    content.append(UInt16(clamping: frames.count), .bigEndian)
    var previous = -1
    for frame in frames {
      if frame.pc <= previous { report(frame.pc, "stack map frames in the order of the code", "\(previous) before") }
      content.append(255)
      // JVMS §4.7.4: the first frame counts from the start, each other from one byte behind the one before.
      content.append(UInt16(clamping: frame.pc - previous - 1), .bigEndian)
      previous = frame.pc
      for types in [frame.locals, frame.stack] {
        content.append(UInt16(clamping: types.count), .bigEndian)
        for type in types { append(type, to: &content) }
      }
    }
    return EncodedAttribute(nameIndex: pool.utf8("StackMapTable"), content: content)
  }

  private mutating func append(_ type: VerificationType, to content: inout [UInt8]) {
    switch type {
    case .top: content.append(0)
    case .integer: content.append(1)
    case .float: content.append(2)
    case .double: content.append(3)
    case .long: content.append(4)
    case .null: content.append(5)
    case .uninitializedThis: content.append(6)
    case .object(let name):
      content.append(7)
      content.append(pool.classNamed(name), .bigEndian)
    case .uninitialized(let label):
      content.append(8)
      content.append(UInt16(clamping: position(label)), .bigEndian)
    }
  }
}
