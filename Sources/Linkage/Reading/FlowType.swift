/// The verifier's type of one local variable or stack slot, in one word (JVMS §4.10.1.2).
struct FlowType: Hashable {
  var word: UInt32

  static let top = FlowType(word: 0)
  static let int = FlowType(word: 1)
  static let float = FlowType(word: 2)
  static let long = FlowType(word: 3)
  static let double = FlowType(word: 4)
  /// The second slot of a `long`.
  static let long2 = FlowType(word: 5)
  /// The second slot of a `double`.
  static let double2 = FlowType(word: 6)
  static let null = FlowType(word: 7)
  static let uninitializedThis = FlowType(word: 8)

  private static let referenceBit: UInt32 = 0x4000_0000
  private static let exactBit: UInt32 = 0x2000_0000
  private static let newBit: UInt32 = 0x8000_0000

  /// An object of a class (or of a subclass), or an array by its descriptor.
  @inline(__always)
  static func reference(_ type: Symbol) -> FlowType { FlowType(word: referenceBit | type.id) }
  /// An object of exactly a class: it was made here.
  @inline(__always)
  static func exact(_ type: Symbol) -> FlowType { FlowType(word: referenceBit | exactBit | type.id) }
  /// An object made by the `new` at a position, its constructor not yet called.
  @inline(__always)
  static func uninitialized(_ position: Int) -> FlowType {
    FlowType(word: newBit | UInt32(truncatingIfNeeded: position))
  }

  @inline(__always) var isReference: Bool { word & (Self.newBit | Self.referenceBit) == Self.referenceBit }
  @inline(__always) var isExact: Bool { isReference && word & Self.exactBit != 0 }
  @inline(__always) var isUninitialized: Bool { word & Self.newBit != 0 }
  @inline(__always) var symbol: Symbol { isReference ? Symbol(id: word & 0x1FFF_FFFF) : .none }
  @inline(__always) var position: Int { Int(word & 0x7FFF_FFFF) }
  /// The same type without the knowledge that it is exact.
  @inline(__always) var widened: FlowType { isReference ? FlowType(word: word & ~Self.exactBit) : self }
}
