/// One instruction of a method; holds no references, so walking code allocates nothing.
public struct Instruction: Hashable, Sendable {
  /// What an instruction works on.
  public enum Operand: Hashable, Sendable {
    /// Nothing but the operand stack (or a local variable named in the opcode).
    case none
    /// The constant of `bipush` and `sipush`.
    case constant(Int16)
    /// A constant of the pool.
    case pool(ConstantPool.Index)
    /// An interface method and how many slots its arguments take.
    case invokeInterface(ConstantPool.Index, slots: UInt8)
    /// An array class and how many dimensions to make.
    case multiArray(ConstantPool.Index, dimensions: UInt8)
    /// A local variable.
    case local(UInt16)
    /// A local variable and what is added to it.
    case increment(UInt16, by: Int16)
    /// The offset in the code to go on at.
    case branch(target: Int)
    /// The element type of a new primitive array.
    case arrayType(ArrayType)
    /// A switch: see ``CodeAttribute/cases(of:)``.
    case table(Switch)
  }

  /// The element types of `newarray` (JVMS table 6.5.newarray-A).
  public enum ArrayType: UInt8, Hashable, Sendable, CaseIterable {
    /// `boolean`
    case boolean = 4
    /// `char`
    case char = 5
    /// `float`
    case float = 6
    /// `double`
    case double = 7
    /// `byte`
    case byte = 8
    /// `short`
    case short = 9
    /// `int`
    case int = 10
    /// `long`
    case long = 11
  }

  /// The branches of a switch, still in their bytes.
  public struct Switch: Hashable, Sendable {
    /// Where to go on when no case fits.
    public let defaultTarget: Int
    /// The first key of a `tableswitch`; nil for a `lookupswitch`.
    public let low: Int32?
    /// How many cases there are.
    public let count: Int
    /// Where the cases stand in the class file.
    let table: Range<Int>
    let pc: Int
  }

  /// Where it begins, in bytes from the start of the code (the JVMS calls it pc).
  public let offset: Int
  /// How many bytes it takes, with `wide` and padding.
  public let length: Int
  /// What it does; for a widened instruction the instruction that follows `wide`.
  public let opcode: Opcode
  /// What it works on.
  public let operand: Operand
  /// Whether it was widened.
  public let isWide: Bool

  /// The constant it refers to; nil when it refers to none.
  public var poolIndex: ConstantPool.Index? {
    switch operand {
    case .pool(let index), .invokeInterface(let index, _), .multiArray(let index, _): index
    default: nil
    }
  }
}
