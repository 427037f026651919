import ClassFiles
import Foundation
import TestSupport
import Testing

@Suite struct ClassBuilderTests {
  @Test(.enabled(if: JDK.home != nil, "no JDK: 1 built class is not run"), arguments: [45, 48, 50] as [UInt16])
  func aBuiltClassRuns(majorVersion: UInt16) async throws {
    let folder = try TemporaryFolder()
    try write(Samples.arithmetic(majorVersion: majorVersion), "demo/Arithmetic.class", in: folder)
    let output = folder.path("out")
    #expect(
      try await JDK.run("java", ["-Xverify:all", "-cp", folder.path(""), "demo.Arithmetic"], output: output) == 0
    )
    #expect(
      String(decoding: try readFile(output), as: UTF8.self)
        == "6050\n9\n4\n4\n12\n1099511627777\n0.125\n/ by zero\n"
    )
  }

  @Test func stackAndLocalsAreComputed() throws {
    let file = try ClassFile(Samples.arithmetic())
    let sizes = try file.methods.map { "\(try $0.name) \(try $0.code?.maxStack ?? 0) \(try $0.code?.maxLocals ?? 0)" }
    #expect(sizes == ["<init> 1 1", "sum 2 2", "pick 1 1", "main 4 301"])
  }

  @Test func instructionsAreReadAsTheyWereWritten() throws {
    let file = try ClassFile(Samples.arithmetic())
    let pick = try #require(try file.methods[2].code)
    var walk = pick.instructions
    var cases: [[String]] = []
    while let instruction = try walk.next() {
      guard case .table(let table) = instruction.operand else { continue }
      cases.append(try pick.cases(of: table).map { "\($0.key):\($0.target)" } + ["\(table.defaultTarget)"])
    }
    #expect(cases == [["-1:24", "0:27", "30"], ["-7:24", "1000000:27", "56"]])

    let main = try #require(try file.methods[3].code)
    var wide: [Instruction.Operand] = []
    walk = main.instructions
    while let instruction = try walk.next() { if instruction.isWide { wide.append(instruction.operand) } }
    #expect(wide == [.local(300), .increment(300, by: 1000), .local(300)])
    #expect(main.exceptionTable.count == 1)
  }

  @Test func linesAreFoundByOffset() throws {
    let sum = try #require(try ClassFile(Samples.arithmetic()).methods[1].code)
    #expect(try [0, 4, 5, 11, 12, 99].map { try sum.lineNumber(at: $0) } == [10, 10, 11, 11, 12, 12])
    #expect(try ClassFile(Samples.calls()).methods[0].code?.lineNumber(at: 0) == nil)
  }

  @Test func attributesAreReadAsTheyWereWritten() throws {
    let file = try ClassFile(Samples.annotated())
    #expect(file.majorVersion == 69 && file.javaRelease == 25)
    #expect(try file.attributes.annotations() == [Samples.annotation])
    #expect(try file.attributes.annotations(visible: false) == [Annotation("Ldemo/Hidden;")])
    #expect(try file.nestHost == "demo/Outer")
    #expect(try file.permittedSubclasses == ["demo/Circle"])
    #expect(try file.sourceFile == "Shape.java")
    #expect(try file.signature?.typeParameters.first?.name == "T")
    #expect(try file.innerClasses.first?.accessFlags == [.static, .public])
    #expect(try file.interfaceNames == ["java/lang/Runnable"])
    #expect(file.fields[0].attributes.isDeprecated)
    #expect(try file.fields[0].constantValue == .long(1 << 40))
    #expect(try file.methods[0].exceptions == ["java/io/IOException"])
    #expect(try file.methods[0].annotationDefault == .int(7))
    #expect(try file.methods[0].parameterAnnotations() == [[Samples.annotation], []])
    let extra = try #require(file.attributes.first(named: "org.demo.Extra"))
    #expect(extra.contentBytes == [1, 2, 3])
  }

  @Test func referencesAreReadAsTheyWereWritten() throws {
    let file = try ClassFile(Samples.calls())
    let code = try #require(try file.methods[0].code)
    var found: [String] = []
    var walk = code.instructions
    while let instruction = try walk.next() {
      guard let index = instruction.poolIndex else { continue }
      let name =
        switch try file.pool.entry(index) {
        case .class: try file.pool.className(index)
        case .fieldref, .methodref, .interfaceMethodref:
          try { (r: ConstantPool.MemberReference) in "\(r.owner).\(r.name)\(r.descriptor) \(r.isInterface)" }(
            file.pool.memberReference(index)
          )
        case .invokeDynamic(let bootstrap, let nat), .dynamic(let bootstrap, let nat):
          "\(bootstrap) \(try file.pool.nameAndType(nat).name)"
        default: "?"
        }
      found.append("\(instruction.opcode.mnemonic) \(name)")
    }
    #expect(
      found == [
        "instanceof java/util/List", "checkcast java/util/List", "invokeinterface java/util/List.size()I true",
        "putstatic demo/Calls.countI false", "invokestatic java/util/List.of()Ljava/util/List; true",
        "invokedynamic 0 run", "ldc 0 constant", "ldc demo/Other", "multianewarray [[I",
        "getstatic demo/Calls.countI false",
      ]
    )
  }

  @Test func codeBeforeVersion45_3HasNarrowSizes() throws {
    let content: [UInt8] = [1, 2, 0, 1, Opcode.return.rawValue, 0, 0, 0, 0]
    var builder = ClassBuilder("demo/Old", majorVersion: 45)
    builder.addMethod("run", "()V", attributes: [.unknown(name: "Code", content: content)])
    #expect(throws: ClassFileError.self) { try ClassFile(builder.build()).methods[0].code }
    builder.minorVersion = 0
    let code = try #require(try ClassFile(builder.build()).methods[0].code)
    #expect(code.maxStack == 1 && code.maxLocals == 2)
    var walk = code.instructions
    #expect(try walk.next()?.opcode == .return)
    #expect(try walk.next() == nil)
    #expect(AttributeValue.code(code).encoded(&builder.pool).content == content)
  }

  @Test func whatDoesNotFitIsReported() {
    var builder = ClassBuilder("demo/Bad")
    builder.addMethod("far", "()V", .static) { code in
      let end = code.label()
      code.branch(.goto, end)
      for _ in 0..<40_000 { code.emit(.nop) }
      code.place(end)
      code.emit(.return)
    }
    #expect(throws: ClassFileError(offset: 0, expected: "a branch of at most 32767 bytes (or goto_w)", found: "40003"))
    {
      try builder.build()
    }
    var empty = ClassBuilder("demo/Empty")
    empty.addMethod("pop", "()V", .static) { code in
      code.emit(.pop)
      code.emit(.return)
    }
    #expect(throws: ClassFileError(offset: 0, expected: "a value on the operand stack", found: "an empty stack")) {
      try empty.build()
    }
    var full = ClassBuilder("demo/Full")
    for value in 0..<Int32(70_000) { _ = full.pool.integer(value) }
    #expect(throws: ClassFileError.self) { try full.build() }
  }
}

private func write(_ bytes: [UInt8], _ name: String, in folder: TemporaryFolder) throws {
  let url = folder.url.appending(path: name)
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: url)
}
