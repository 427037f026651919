import ClassFiles

/// The two classes that every stub jar has beside the platform's.
enum StubHook {
  /// The class that turns a hook's answer into a primitive: null becomes 0 or false.
  static let conversions = "sfm/stub/Convert"

  static func conversion(_ base: BaseType) -> String { "to\(base.letter)" }

  /// The default hook: it answers null.
  static func hook() throws(ClassFileError) -> [UInt8] {
    var builder = ClassBuilder(StubJar.hookName)
    builder.addDefaultConstructor()
    builder.addMethod(
      "call",
      "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
      [.public, .static]
    ) { code in
      code.emit(.aconst_null)
      code.emit(.areturn)
    }
    return try builder.build()
  }

  /// One method a primitive type. Numbers convert into one another, as a mock's author expects.
  static func conversionClass() throws(ClassFileError) -> [UInt8] {
    // Version 50, whose code may branch without stack maps.
    var builder = ClassBuilder(conversions, accessFlags: [.public, .final, .super])
    for base in BaseType.allCases {
      builder.addMethod(conversion(base), "(Ljava/lang/Object;)\(base.letter)", [.public, .static]) { code in
        let isNull = code.label()
        code.emit(.aload_0)
        code.branch(.ifnull, isNull)
        code.emit(.aload_0)
        let (owner, method) = unboxing(base)
        code.type(.checkcast, owner)
        code.invoke(.invokevirtual, owner, method, "()\(base.letter)")
        emitReturn(base, &code)
        code.place(isNull)
        code.returnDefault("()\(base.letter)")
      }
    }
    return try builder.build()
  }

  private static func unboxing(_ base: BaseType) -> (owner: String, method: String) {
    switch base {
    case .boolean: ("java/lang/Boolean", "booleanValue")
    case .char: ("java/lang/Character", "charValue")
    case .byte, .short, .int, .long, .float, .double: ("java/lang/Number", "\(base)Value")
    }
  }

  private static func emitReturn(_ base: BaseType, _ code: inout CodeBuilder) {
    switch base {
    case .long: code.emit(.lreturn)
    case .float: code.emit(.freturn)
    case .double: code.emit(.dreturn)
    case .boolean, .byte, .char, .short, .int: code.emit(.ireturn)
    }
  }
}
