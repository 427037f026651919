extension Opcode {
  /// By how many slots an instruction changes the height of the stack (JVMS §6.5), as far as the opcode tells: field
  /// accesses, calls and `multianewarray` depend on their descriptor.
  var stackGrowth: Int {
    switch self {
    case .lastore, .dastore: -4
    case .iastore, .fastore, .aastore, .bastore, .castore, .sastore, .lcmp, .dcmpl, .dcmpg: -3
    case .lstore, .dstore, .lstore_0, .lstore_1, .lstore_2, .lstore_3, .dstore_0, .dstore_1, .dstore_2, .dstore_3,
      .pop2, .ladd, .dadd, .lsub, .dsub, .lmul, .dmul, .ldiv, .ddiv, .lrem, .drem, .land, .lor, .lxor,
      .if_icmpeq, .if_icmpne, .if_icmplt, .if_icmpge, .if_icmpgt, .if_icmple, .if_acmpeq, .if_acmpne,
      .lreturn, .dreturn:
      -2
    case .iaload, .faload, .aaload, .baload, .caload, .saload,
      .istore, .fstore, .astore, .istore_0, .istore_1, .istore_2, .istore_3, .fstore_0, .fstore_1, .fstore_2,
      .fstore_3, .astore_0, .astore_1, .astore_2, .astore_3, .pop,
      .iadd, .fadd, .isub, .fsub, .imul, .fmul, .idiv, .fdiv, .irem, .frem,
      .ishl, .lshl, .ishr, .lshr, .iushr, .lushr, .iand, .ior, .ixor,
      .l2i, .l2f, .d2i, .d2f, .fcmpl, .fcmpg, .ifeq, .ifne, .iflt, .ifge, .ifgt, .ifle, .ifnull, .ifnonnull,
      .tableswitch, .lookupswitch, .ireturn, .freturn, .areturn, .athrow, .monitorenter, .monitorexit:
      -1
    case .aconst_null, .iconst_m1, .iconst_0, .iconst_1, .iconst_2, .iconst_3, .iconst_4, .iconst_5,
      .fconst_0, .fconst_1, .fconst_2, .bipush, .sipush, .ldc, .ldc_w, .iload, .fload, .aload,
      .iload_0, .iload_1, .iload_2, .iload_3, .fload_0, .fload_1, .fload_2, .fload_3,
      .aload_0, .aload_1, .aload_2, .aload_3, .dup, .dup_x1, .dup_x2, .i2l, .i2d, .f2l, .f2d, .jsr, .jsr_w, .new:
      1
    case .lconst_0, .lconst_1, .dconst_0, .dconst_1, .ldc2_w, .lload, .dload,
      .lload_0, .lload_1, .lload_2, .lload_3, .dload_0, .dload_1, .dload_2, .dload_3, .dup2, .dup2_x1, .dup2_x2:
      2
    default: 0
    }
  }

  /// How many local slots a load or store with its variable in the opcode needs; nil for all others.
  var implicitLocalSlots: Int? {
    let first: Opcode
    switch rawValue {
    case Opcode.iload_0.rawValue...Opcode.aload_3.rawValue: first = .iload_0
    case Opcode.istore_0.rawValue...Opcode.astore_3.rawValue: first = .istore_0
    default: return nil
    }
    let position = Int(rawValue - first.rawValue)
    let type = position / 4  // int, long, float, double, reference
    return position % 4 + (type == 1 || type == 3 ? 2 : 1)
  }

  /// How many slots the local variable takes that this opcode loads or stores.
  var localSize: Int {
    switch self {
    case .lload, .dload, .lstore, .dstore: 2
    default: 1
    }
  }
}
