/// The instructions of the Java virtual machine (JVMS §6.5), by their mnemonics.
public enum Opcode: UInt8, Sendable, CaseIterable {
  // Constants
  /// `nop`
  case nop = 0
  /// `aconst_null`
  case aconst_null = 1
  /// `iconst_m1`
  case iconst_m1 = 2
  /// `iconst_0`
  case iconst_0 = 3
  /// `iconst_1`
  case iconst_1 = 4
  /// `iconst_2`
  case iconst_2 = 5
  /// `iconst_3`
  case iconst_3 = 6
  /// `iconst_4`
  case iconst_4 = 7
  /// `iconst_5`
  case iconst_5 = 8
  /// `lconst_0`
  case lconst_0 = 9
  /// `lconst_1`
  case lconst_1 = 10
  /// `fconst_0`
  case fconst_0 = 11
  /// `fconst_1`
  case fconst_1 = 12
  /// `fconst_2`
  case fconst_2 = 13
  /// `dconst_0`
  case dconst_0 = 14
  /// `dconst_1`
  case dconst_1 = 15
  /// `bipush`
  case bipush = 16
  /// `sipush`
  case sipush = 17
  /// `ldc`
  case ldc = 18
  /// `ldc_w`
  case ldc_w = 19
  /// `ldc2_w`
  case ldc2_w = 20
  // Loads
  /// `iload`
  case iload = 21
  /// `lload`
  case lload = 22
  /// `fload`
  case fload = 23
  /// `dload`
  case dload = 24
  /// `aload`
  case aload = 25
  /// `iload_0`
  case iload_0 = 26
  /// `iload_1`
  case iload_1 = 27
  /// `iload_2`
  case iload_2 = 28
  /// `iload_3`
  case iload_3 = 29
  /// `lload_0`
  case lload_0 = 30
  /// `lload_1`
  case lload_1 = 31
  /// `lload_2`
  case lload_2 = 32
  /// `lload_3`
  case lload_3 = 33
  /// `fload_0`
  case fload_0 = 34
  /// `fload_1`
  case fload_1 = 35
  /// `fload_2`
  case fload_2 = 36
  /// `fload_3`
  case fload_3 = 37
  /// `dload_0`
  case dload_0 = 38
  /// `dload_1`
  case dload_1 = 39
  /// `dload_2`
  case dload_2 = 40
  /// `dload_3`
  case dload_3 = 41
  /// `aload_0`
  case aload_0 = 42
  /// `aload_1`
  case aload_1 = 43
  /// `aload_2`
  case aload_2 = 44
  /// `aload_3`
  case aload_3 = 45
  /// `iaload`
  case iaload = 46
  /// `laload`
  case laload = 47
  /// `faload`
  case faload = 48
  /// `daload`
  case daload = 49
  /// `aaload`
  case aaload = 50
  /// `baload`
  case baload = 51
  /// `caload`
  case caload = 52
  /// `saload`
  case saload = 53
  // Stores
  /// `istore`
  case istore = 54
  /// `lstore`
  case lstore = 55
  /// `fstore`
  case fstore = 56
  /// `dstore`
  case dstore = 57
  /// `astore`
  case astore = 58
  /// `istore_0`
  case istore_0 = 59
  /// `istore_1`
  case istore_1 = 60
  /// `istore_2`
  case istore_2 = 61
  /// `istore_3`
  case istore_3 = 62
  /// `lstore_0`
  case lstore_0 = 63
  /// `lstore_1`
  case lstore_1 = 64
  /// `lstore_2`
  case lstore_2 = 65
  /// `lstore_3`
  case lstore_3 = 66
  /// `fstore_0`
  case fstore_0 = 67
  /// `fstore_1`
  case fstore_1 = 68
  /// `fstore_2`
  case fstore_2 = 69
  /// `fstore_3`
  case fstore_3 = 70
  /// `dstore_0`
  case dstore_0 = 71
  /// `dstore_1`
  case dstore_1 = 72
  /// `dstore_2`
  case dstore_2 = 73
  /// `dstore_3`
  case dstore_3 = 74
  /// `astore_0`
  case astore_0 = 75
  /// `astore_1`
  case astore_1 = 76
  /// `astore_2`
  case astore_2 = 77
  /// `astore_3`
  case astore_3 = 78
  /// `iastore`
  case iastore = 79
  /// `lastore`
  case lastore = 80
  /// `fastore`
  case fastore = 81
  /// `dastore`
  case dastore = 82
  /// `aastore`
  case aastore = 83
  /// `bastore`
  case bastore = 84
  /// `castore`
  case castore = 85
  /// `sastore`
  case sastore = 86
  // Stack
  /// `pop`
  case pop = 87
  /// `pop2`
  case pop2 = 88
  /// `dup`
  case dup = 89
  /// `dup_x1`
  case dup_x1 = 90
  /// `dup_x2`
  case dup_x2 = 91
  /// `dup2`
  case dup2 = 92
  /// `dup2_x1`
  case dup2_x1 = 93
  /// `dup2_x2`
  case dup2_x2 = 94
  /// `swap`
  case swap = 95
  // Arithmetic
  /// `iadd`
  case iadd = 96
  /// `ladd`
  case ladd = 97
  /// `fadd`
  case fadd = 98
  /// `dadd`
  case dadd = 99
  /// `isub`
  case isub = 100
  /// `lsub`
  case lsub = 101
  /// `fsub`
  case fsub = 102
  /// `dsub`
  case dsub = 103
  /// `imul`
  case imul = 104
  /// `lmul`
  case lmul = 105
  /// `fmul`
  case fmul = 106
  /// `dmul`
  case dmul = 107
  /// `idiv`
  case idiv = 108
  /// `ldiv`
  case ldiv = 109
  /// `fdiv`
  case fdiv = 110
  /// `ddiv`
  case ddiv = 111
  /// `irem`
  case irem = 112
  /// `lrem`
  case lrem = 113
  /// `frem`
  case frem = 114
  /// `drem`
  case drem = 115
  /// `ineg`
  case ineg = 116
  /// `lneg`
  case lneg = 117
  /// `fneg`
  case fneg = 118
  /// `dneg`
  case dneg = 119
  /// `ishl`
  case ishl = 120
  /// `lshl`
  case lshl = 121
  /// `ishr`
  case ishr = 122
  /// `lshr`
  case lshr = 123
  /// `iushr`
  case iushr = 124
  /// `lushr`
  case lushr = 125
  /// `iand`
  case iand = 126
  /// `land`
  case land = 127
  /// `ior`
  case ior = 128
  /// `lor`
  case lor = 129
  /// `ixor`
  case ixor = 130
  /// `lxor`
  case lxor = 131
  /// `iinc`
  case iinc = 132
  // Conversions
  /// `i2l`
  case i2l = 133
  /// `i2f`
  case i2f = 134
  /// `i2d`
  case i2d = 135
  /// `l2i`
  case l2i = 136
  /// `l2f`
  case l2f = 137
  /// `l2d`
  case l2d = 138
  /// `f2i`
  case f2i = 139
  /// `f2l`
  case f2l = 140
  /// `f2d`
  case f2d = 141
  /// `d2i`
  case d2i = 142
  /// `d2l`
  case d2l = 143
  /// `d2f`
  case d2f = 144
  /// `i2b`
  case i2b = 145
  /// `i2c`
  case i2c = 146
  /// `i2s`
  case i2s = 147
  // Comparisons and branches
  /// `lcmp`
  case lcmp = 148
  /// `fcmpl`
  case fcmpl = 149
  /// `fcmpg`
  case fcmpg = 150
  /// `dcmpl`
  case dcmpl = 151
  /// `dcmpg`
  case dcmpg = 152
  /// `ifeq`
  case ifeq = 153
  /// `ifne`
  case ifne = 154
  /// `iflt`
  case iflt = 155
  /// `ifge`
  case ifge = 156
  /// `ifgt`
  case ifgt = 157
  /// `ifle`
  case ifle = 158
  /// `if_icmpeq`
  case if_icmpeq = 159
  /// `if_icmpne`
  case if_icmpne = 160
  /// `if_icmplt`
  case if_icmplt = 161
  /// `if_icmpge`
  case if_icmpge = 162
  /// `if_icmpgt`
  case if_icmpgt = 163
  /// `if_icmple`
  case if_icmple = 164
  /// `if_acmpeq`
  case if_acmpeq = 165
  /// `if_acmpne`
  case if_acmpne = 166
  /// `goto`
  case goto = 167
  /// `jsr`
  case jsr = 168
  /// `ret`
  case ret = 169
  /// `tableswitch`
  case tableswitch = 170
  /// `lookupswitch`
  case lookupswitch = 171
  // Returns
  /// `ireturn`
  case ireturn = 172
  /// `lreturn`
  case lreturn = 173
  /// `freturn`
  case freturn = 174
  /// `dreturn`
  case dreturn = 175
  /// `areturn`
  case areturn = 176
  /// `return`
  case `return` = 177
  // References
  /// `getstatic`
  case getstatic = 178
  /// `putstatic`
  case putstatic = 179
  /// `getfield`
  case getfield = 180
  /// `putfield`
  case putfield = 181
  /// `invokevirtual`
  case invokevirtual = 182
  /// `invokespecial`
  case invokespecial = 183
  /// `invokestatic`
  case invokestatic = 184
  /// `invokeinterface`
  case invokeinterface = 185
  /// `invokedynamic`
  case invokedynamic = 186
  /// `new`
  case new = 187
  /// `newarray`
  case newarray = 188
  /// `anewarray`
  case anewarray = 189
  /// `arraylength`
  case arraylength = 190
  /// `athrow`
  case athrow = 191
  /// `checkcast`
  case checkcast = 192
  /// `instanceof`
  case instanceof = 193
  /// `monitorenter`
  case monitorenter = 194
  /// `monitorexit`
  case monitorexit = 195
  // Extended
  /// `wide`
  case wide = 196
  /// `multianewarray`
  case multianewarray = 197
  /// `ifnull`
  case ifnull = 198
  /// `ifnonnull`
  case ifnonnull = 199
  /// `goto_w`
  case goto_w = 200
  /// `jsr_w`
  case jsr_w = 201
}
