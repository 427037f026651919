import ClassFiles

/// The code in stub methods: boxing arguments, asking the hook, unboxing its answer.
enum StubBody {
  /// Leaves the hook's answer on the stack.
  static func callHook(
    _ owner: String,
    _ name: String,
    _ descriptor: String,
    _ types: MethodDescriptor,
    isStatic: Bool,
    _ code: inout CodeBuilder
  ) {
    code.push(string: owner)
    code.push(string: name)
    code.push(string: descriptor)
    code.emit(isStatic ? .aconst_null : .aload_0)
    code.push(int: Int32(clamping: types.parameters.count))
    code.type(.anewarray, "java/lang/Object")
    var local: UInt16 = isStatic ? 0 : 1
    for (position, type) in types.parameters.enumerated() {
      code.emit(.dup)
      code.push(int: Int32(clamping: position))
      load(type, local, &code)
      code.emit(.aastore)
      local += UInt16(type.slots)
    }
    code.invoke(
      .invokestatic,
      StubJar.hookName,
      "call",
      "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;"
    )
  }

  /// Loads an argument as an object.
  private static func load(_ type: FieldDescriptor, _ local: UInt16, _ code: inout CodeBuilder) {
    guard case .base(let base) = type else { return code.emit(.aload, local: local) }
    switch base {
    case .long: code.emit(.lload, local: local)
    case .float: code.emit(.fload, local: local)
    case .double: code.emit(.dload, local: local)
    case .boolean, .byte, .char, .short, .int: code.emit(.iload, local: local)
    }
    let box = boxes(base)
    code.invoke(.invokestatic, box, "valueOf", "(\(base.letter))L\(box);")
  }

  /// Turns the object on the stack into the result of a method, and returns it.
  static func convert(_ type: FieldDescriptor?, _ code: inout CodeBuilder) {
    switch type {
    case nil:
      code.emit(.pop)
      code.emit(.return)
    case .base(let base):
      code.invoke(.invokestatic, StubHook.conversions, StubHook.conversion(base), "(Ljava/lang/Object;)\(base.letter)")
      switch base {
      case .long: code.emit(.lreturn)
      case .float: code.emit(.freturn)
      case .double: code.emit(.dreturn)
      case .boolean, .byte, .char, .short, .int: code.emit(.ireturn)
      }
    case .object(let name):
      if name != "java/lang/Object" { code.type(.checkcast, name) }
      code.emit(.areturn)
    case .array:
      code.type(.checkcast, "\(type?.description ?? "")")
      code.emit(.areturn)
    }
  }

  /// Pushes `null`, `0` or `false`.
  static func pushDefault(_ type: FieldDescriptor, _ code: inout CodeBuilder) {
    guard case .base(let base) = type else { return code.emit(.aconst_null) }
    switch base {
    case .long: code.push(long: 0)
    case .float: code.push(float: 0)
    case .double: code.push(double: 0)
    case .boolean, .byte, .char, .short, .int: code.push(int: 0)
    }
  }

  /// The class that holds a value of a primitive type.
  static func boxes(_ base: BaseType) -> String {
    switch base {
    case .boolean: "java/lang/Boolean"
    case .byte: "java/lang/Byte"
    case .char: "java/lang/Character"
    case .short: "java/lang/Short"
    case .int: "java/lang/Integer"
    case .long: "java/lang/Long"
    case .float: "java/lang/Float"
    case .double: "java/lang/Double"
    }
  }
}
