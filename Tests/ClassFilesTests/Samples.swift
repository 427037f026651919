import ClassFiles

/// Classes made by the builder, one for each family of structures; the tests read, run and damage them.
enum Samples {
  /// Name and bytes of each.
  static func all() throws -> [(name: String, bytes: [UInt8])] {
    [
      ("demo/Arithmetic", try arithmetic()), ("demo/Shape", try annotated()), ("demo/Calls", try calls()),
    ]
  }

  /// Branches, both switches, a handler, wide locals and line numbers; prints what it computes.
  static func arithmetic(majorVersion: UInt16 = 50) throws -> [UInt8] {
    var builder = ClassBuilder("demo/Arithmetic", majorVersion: majorVersion)
    builder.addDefaultConstructor()
    builder.addMethod("sum", "(I)I", [.public, .static]) { code in
      code.line(10)
      code.emit(.iconst_0)
      code.emit(.istore_1)
      let test = code.label()
      code.branch(.goto, test)
      let body = code.here()
      code.line(11)
      code.emit(.iload_1)
      code.emit(.iload_0)
      code.emit(.iadd)
      code.emit(.istore_1)
      code.increment(0, by: -1)
      code.place(test)
      code.line(12)
      code.emit(.iload_0)
      code.branch(.ifgt, body)
      code.emit(.iload_1)
      code.emit(.ireturn)
    }
    builder.addMethod("pick", "(I)Ljava/lang/String;", [.public, .static]) { code in
      let (first, second, third, other) = (code.label(), code.label(), code.label(), code.label())
      code.emit(.iload_0)
      code.tableSwitch(low: -1, [first, second], default: third)
      code.place(first)
      code.push(string: "minus one")
      code.emit(.areturn)
      code.place(second)
      code.push(string: "zero")
      code.emit(.areturn)
      code.place(third)
      code.emit(.iload_0)
      code.lookupSwitch([(key: 1_000_000, target: second), (key: -7, target: first)], default: other)
      code.place(other)
      code.push(string: "other \u{0} ä 😀")
      code.emit(.areturn)
    }
    builder.addMethod("main", "([Ljava/lang/String;)V", [.public, .static]) { code in
      let (start, end, handler) = (code.label(), code.label(), code.label())
      code.push(int: 100)
      code.invoke(.invokestatic, "demo/Arithmetic", "sum", "(I)I")
      code.emit(.istore, local: 300)
      code.increment(300, by: 1000)
      code.emit(.iload, local: 300)
      print(&code, "(I)V")
      for value: Int32 in [-1, 0, 1_000_000, 40_000] {
        code.push(int: value)
        code.invoke(.invokestatic, "demo/Arithmetic", "pick", "(I)Ljava/lang/String;")
        code.invoke(.invokevirtual, "java/lang/String", "length", "()I")
        print(&code, "(I)V")
      }
      code.push(long: 1 << 40)
      code.push(long: 1)
      code.emit(.ladd)
      print(&code, "(J)V")
      code.push(double: 0.5)
      code.push(double: 0.25)
      code.emit(.dmul)
      print(&code, "(D)V")
      code.place(start)
      code.emit(.iconst_1)
      code.emit(.iconst_0)
      code.emit(.idiv)
      code.emit(.pop)
      code.place(end)
      code.emit(.return)
      code.place(handler)
      code.invoke(.invokevirtual, "java/lang/ArithmeticException", "getMessage", "()Ljava/lang/String;")
      print(&code, "(Ljava/lang/String;)V")
      code.emit(.return)
      code.handler(from: start, to: end, at: handler, catching: "java/lang/ArithmeticException")
    }
    return try builder.build()
  }

  /// Prints the value on the stack, of one slot or two.
  private static func print(_ code: inout CodeBuilder, _ descriptor: String) {
    code.field(.getstatic, "java/lang/System", "out", "Ljava/io/PrintStream;")
    if descriptor == "(J)V" || descriptor == "(D)V" {
      code.emit(.dup_x2)
      code.emit(.pop)
    } else {
      code.emit(.swap)
    }
    code.invoke(.invokevirtual, "java/io/PrintStream", "println", descriptor)
  }

  /// Annotations with every kind of element, type annotations left to the compiler's classes; attributes of a class.
  static func annotated() throws -> [UInt8] {
    var builder = ClassBuilder(
      "demo/Shape",
      interfaces: ["java/lang/Runnable"],
      accessFlags: [.public, .interface, .abstract],
      majorVersion: 69
    )
    builder.addAttribute(.annotations([annotation], visible: true))
    builder.addAttribute(.annotations([Annotation("Ldemo/Hidden;")], visible: false))
    let this = builder.thisClassIndex
    let name = builder.pool.utf8("Shape")
    let outer = builder.pool.classNamed("demo/Outer")
    builder.addAttribute(
      .innerClasses([
        InnerClass(
          innerClassIndex: this,
          outerClassIndex: outer,
          innerNameIndex: name,
          accessFlags: [.static, .public]
        )
      ])
    )
    builder.addAttribute(.nestHost(outer))
    builder.addAttribute(.permittedSubclasses([builder.pool.classNamed("demo/Circle")]))
    builder.addAttribute(.enclosingMethod(EnclosingMethod(classIndex: outer, nameAndTypeIndex: 0)))
    builder.addAttribute(.sourceFile(builder.pool.utf8("Shape.java")))
    builder.addAttribute(.signature(builder.pool.utf8("<T:Ljava/lang/Object;>Ljava/lang/Object;Ljava/lang/Runnable;")))
    builder.addAttribute(.unknown(name: "org.demo.Extra", content: [1, 2, 3]))
    builder.addField(
      "LIMIT",
      "J",
      [.public, .static, .final],
      attributes: [.constantValue(builder.pool.long(1 << 40)), .deprecated]
    )
    builder.addMethod(
      "size",
      "(Ljava/util/List;)I",
      [.public, .abstract],
      attributes: [
        .exceptions([builder.pool.classNamed("java/io/IOException")]),
        .signature(builder.pool.utf8("(Ljava/util/List<-TT;>;)I^Ljava/io/IOException;")),
        .parameterAnnotations([[annotation], []], visible: true),
        .annotationDefault(.int(7)),
        .methodParameters([MethodParameter(nameIndex: name, accessFlags: .final)]),
      ]
    )
    return try builder.build()
  }

  /// An annotation with an element of each kind.
  static let annotation = Annotation(
    "Ldemo/Kinds;",
    [
      .init("byte", .byte(-1)), .init("char", .char(0xFFFF)), .init("double", .double(0.1)),
      .init("float", .float(-0.5)),
      .init("int", .int(.min)), .init("long", .long(.max)), .init("short", .short(-300)), .init("flag", .boolean(true)),
      .init("text", .string("a\0ä😀")), .init("enum", .enumConstant(type: "Ldemo/E;", name: "A")),
      .init("class", .class("V")), .init("nested", .annotation(Annotation("Ldemo/N;"))),
      .init("array", .array([.int(1), .array([]), .string("x")])),
    ]
  )

  /// Every way to refer to the pool, with frames, at a version that needs them.
  static func calls() throws -> [UInt8] {
    var builder = ClassBuilder("demo/Calls", majorVersion: 69)
    let bootstrap = builder.pool.methodHandle(
      .invokeStatic,
      builder.pool.methodref("demo/Boot", "make", "(Ljava/lang/invoke/MethodHandles$Lookup;)Ljava/lang/Object;")
    )
    let type = builder.pool.methodType("()V")
    builder.addAttribute(.bootstrapMethods([BootstrapMethod(methodHandleIndex: bootstrap, argumentIndices: [type])]))
    builder.addField("count", "I", [.private, .static])
    builder.addMethod("all", "(Ljava/lang/Object;)I", [.public, .static]) { code in
      let end = code.label()
      code.emit(.aload_0)
      code.type(.instanceof, "java/util/List")
      code.branch(.ifeq, end)
      code.emit(.aload_0)
      code.type(.checkcast, "java/util/List")
      code.invoke(.invokeinterface, "java/util/List", "size", "()I")
      code.field(.putstatic, "demo/Calls", "count", "I")
      code.invoke(.invokestatic, "java/util/List", "of", "()Ljava/util/List;", isInterface: true)
      code.emit(.pop)
      code.invokeDynamic(bootstrapMethod: 0, "run", "()Ljava/lang/Runnable;")
      code.emit(.pop)
      code.load(code.pool.dynamic(bootstrapMethod: 0, "constant", "Ljava/lang/String;"))
      code.emit(.pop)
      code.push(class: "demo/Other")
      code.emit(.pop)
      code.emit(.iconst_2)
      code.emit(.iconst_3)
      code.multiNewArray("[[I", dimensions: 2)
      code.emit(.pop)
      code.emit(.iconst_2)
      code.newArray(.long)
      code.emit(.pop)
      code.place(end)
      code.frame(locals: [.object("java/lang/Object")])
      code.field(.getstatic, "demo/Calls", "count", "I")
      code.emit(.ireturn)
    }
    return try builder.build()
  }
}
