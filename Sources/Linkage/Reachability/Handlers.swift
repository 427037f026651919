import ClassFiles

/// Which handlers around an instruction end an error's way.
enum Handlers {
  /// The types that handlers around an instruction catch for good, innermost first.
  ///
  /// A handler for everything (`finally`, `synchronized`) throws again, and so does the one that javac writes for a
  /// resource of `try`; neither counts.
  static func caught(_ offset: Int, _ code: CodeAttribute, _ file: ClassFile) -> [String] {
    guard !code.exceptionTable.isEmpty else { return [] }
    var types: [String] = []
    for one in code.exceptionTable where Int(one.startPC) <= offset && offset < Int(one.endPC) {
      guard one.catchTypeIndex != 0, let type = try? file.pool.className(one.catchTypeIndex) else { continue }
      if type == "java/lang/Throwable", closesResource(Int(one.handlerPC), code, file) { continue }
      types.append(type)
    }
    return types
  }

  /// Whether a handler is javac's for a resource: it adds a suppressed exception and throws again.
  static func closesResource(_ handler: Int, _ code: CodeAttribute, _ file: ClassFile) -> Bool {
    var instructions = code.instructions
    var sawSuppressed = false
    var count = 0
    while let instruction = ((try? instructions.next()) ?? nil) {
      guard instruction.offset >= handler else { continue }
      count += 1
      if count > 24 { return false }
      if instruction.opcode == .invokevirtual, let index = instruction.poolIndex,
        (try? file.pool.memberReference(index).name) == "addSuppressed"
      {
        sawSuppressed = true
      }
      if instruction.opcode == .athrow { return sawSuppressed }
    }
    return false
  }
}
