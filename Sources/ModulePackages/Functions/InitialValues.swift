import ClassFiles

/// The constants that a constructor gives to fields, read from its code: `number = "0"`, `grouping = 3`.
///
/// Only what a compiler makes of a field with a constant initialiser is understood: a constant, perhaps boxed, then
/// `putfield`. Everything else leaves the field without a value.
enum InitialValues {
  /// Constants by field name, as texts; the last assignment counts.
  static func read(_ file: ClassFile) throws(ClassFileError) -> [String: String] {
    var values: [String: String] = [:]
    for method in file.methods
    where file.pool.utf8(method.nameIndex, equals: "<init>") && file.pool.utf8(method.descriptorIndex, equals: "()V") {
      guard let code = try method.code else { continue }
      var instructions = code.instructions
      var constant: String?
      while let instruction = try instructions.next() {
        switch instruction.opcode {
        case .invokestatic:
          // Boxing keeps the constant; any other call makes something unknown.
          guard let index = instruction.poolIndex,
            try file.pool.memberReference(index).name == "valueOf"
          else {
            constant = nil
            continue
          }
        case .putfield:
          guard let index = instruction.poolIndex else { continue }
          let field = try file.pool.memberReference(index)
          values[field.name] = constant
          constant = nil
        default: constant = try Self.constant(instruction, file.pool)
        }
      }
    }
    return values
  }

  private static func constant(_ instruction: Instruction, _ pool: ConstantPool) throws(ClassFileError) -> String? {
    if case .constant(let number) = instruction.operand { return String(number) }
    switch instruction.opcode {
    case .iconst_m1: return "-1"
    case .iconst_0, .lconst_0: return "0"
    case .iconst_1, .lconst_1: return "1"
    case .iconst_2: return "2"
    case .iconst_3: return "3"
    case .iconst_4: return "4"
    case .iconst_5: return "5"
    case .fconst_0, .dconst_0: return "0.0"
    case .fconst_1, .dconst_1: return "1.0"
    case .fconst_2: return "2.0"
    case .getstatic:
      // A constant of an enum, by its name.
      guard let index = instruction.poolIndex else { return nil }
      let field = try pool.memberReference(index)
      return field.descriptor == "L\(field.owner);" ? field.name : nil
    case .ldc, .ldc_w, .ldc2_w:
      guard let index = instruction.poolIndex else { return nil }
      switch try pool.entry(index) {
      case .integer(let value): return String(value)
      case .long(let value): return String(value)
      case .float(let value): return String(value)
      case .double(let value): return String(value)
      case .string: return try pool.string(index)
      default: return nil
      }
    default: return nil
    }
  }
}
