extension Opcode {
  /// How the operands of an instruction are laid out (JVMS §6.5).
  public enum Format: Sendable {
    /// No operands.
    case plain
    /// A signed byte.
    case byte
    /// A signed 16-bit integer.
    case short
    /// A one-byte constant pool index.
    case narrowPool
    /// A two-byte constant pool index.
    case pool
    /// A one-byte local variable (two bytes after `wide`).
    case local
    /// A local variable and a signed increment.
    case increment
    /// A 16-bit branch offset.
    case branch
    /// A 32-bit branch offset.
    case wideBranch
    /// The type of a primitive array.
    case arrayType
    /// Pool index, argument slots, zero.
    case invokeInterface
    /// Pool index, two zeros.
    case invokeDynamic
    /// Pool index, dimensions.
    case multiArray
    /// A table of branches by position.
    case tableSwitch
    /// A table of branches by key.
    case lookupSwitch
    /// Widens the next instruction.
    case wide
  }

  /// How the operands are laid out.
  public var format: Format {
    switch self {
    case .bipush: .byte
    case .sipush: .short
    case .ldc: .narrowPool
    case .ldc_w, .ldc2_w, .getstatic, .putstatic, .getfield, .putfield, .invokevirtual, .invokespecial,
      .invokestatic, .new, .anewarray, .checkcast, .instanceof:
      .pool
    case .iload, .lload, .fload, .dload, .aload, .istore, .lstore, .fstore, .dstore, .astore, .ret: .local
    case .iinc: .increment
    case .ifeq, .ifne, .iflt, .ifge, .ifgt, .ifle, .if_icmpeq, .if_icmpne, .if_icmplt, .if_icmpge, .if_icmpgt,
      .if_icmple, .if_acmpeq, .if_acmpne, .goto, .jsr, .ifnull, .ifnonnull:
      .branch
    case .goto_w, .jsr_w: .wideBranch
    case .newarray: .arrayType
    case .invokeinterface: .invokeInterface
    case .invokedynamic: .invokeDynamic
    case .multianewarray: .multiArray
    case .tableswitch: .tableSwitch
    case .lookupswitch: .lookupSwitch
    case .wide: .wide
    default: .plain
    }
  }

  /// The name of the JVMS, as `javap` prints it.
  public var mnemonic: String { "\(self)" }

  /// Whether the next instruction is only reached by a branch.
  public var endsBlock: Bool {
    switch self {
    case .goto, .goto_w, .ret, .tableswitch, .lookupswitch, .ireturn, .lreturn, .freturn, .dreturn, .areturn, .return,
      .athrow:
      true
    default: false
    }
  }
}
