import ClassFiles

/// Makes the class file of one stub.
struct StubClass {
  let fact: ClassFact
  let plan: StubPlan
  private var builder: ClassBuilder

  init(_ fact: ClassFact, plan: StubPlan) {
    self.fact = fact
    self.plan = plan
    var flags = AccessFlags(rawValue: fact.flags.intersection(.classFile).rawValue)
    if !flags.contains(.interface) { flags.insert(.super) }
    builder = ClassBuilder(
      fact.name,
      superName: fact.name == "java/lang/Object" ? nil : fact.superclass ?? "java/lang/Object",
      interfaces: fact.interfaces,
      accessFlags: flags,
      // Code of one block needs no stack maps, so any version will do; Java 1.0 to 25 are 45 to 69.
      majorVersion: UInt16(min(max(plan.javaLevel, 5), 25) + 44)
    )
  }

  private var isInterface: Bool { fact.flags.contains(.interface) }
  private var isEnum: Bool { fact.flags.contains(.enum) && fact.superclass == "java/lang/Enum" }

  func build() throws(ClassFileError) -> [UInt8] {
    var copy = self
    try copy.addMembers()
    copy.addAttributes()
    return try copy.builder.build()
  }

  // MARK: - Members

  private mutating func addMembers() throws(ClassFileError) {
    for member in fact.members where !member.isMethod { addField(member) }
    if isEnum { addEnumParts() }
    for member in fact.members where member.isMethod && !isGenerated(member) && !isInherited(member) {
      try addMethod(member)
    }
    let hasDefault = fact.members.contains { $0.name == "<init>" && $0.descriptor == "()V" }
    if !isInterface && !isEnum && !hasDefault {
      // Subclasses and reflection need some constructor. Where the manifest knows others, javac must not see this one.
      let known = fact.members.contains { $0.name == "<init>" }
      try addConstructor("()V", known ? [.protected, .synthetic] : .protected, hooked: false)
    }
  }

  private func isGenerated(_ member: MemberFact) -> Bool {
    isEnum
      && (member.name == "<init>" || (member.name == "values" && member.descriptor.hasPrefix("()"))
        || (member.name == "valueOf" && member.descriptor.hasPrefix("(Ljava/lang/String;)")))
  }

  /// Whether Java's own superclass answers; `Object`'s methods always do, so that stubs can live in sets and logs.
  private func isInherited(_ member: MemberFact) -> Bool {
    guard !isInterface, !member.flags.contains(.static), member.name != "<init>" else { return false }
    if StubClass.objectMethods.contains(member.name + member.descriptor) { return true }
    var name = fact.superclass
    // A manifest may have a circle, or a line of thousands.
    for _ in 0..<256 {
      guard let current = name else { return false }
      if let record = plan.javaClass(current) {
        let found = record.members.first {
          $0.name.string == member.name && $0.descriptor.string == member.descriptor
        }
        if let found, !found.flags.contains(.abstract), found.flags.contains(.final) || isEnum { return true }
        name = record.superclass?.string
      } else {
        name = plan[current]?.superclass
      }
    }
    return false
  }

  private static let objectMethods: Set<String> = [
    "toString()Ljava/lang/String;", "equals(Ljava/lang/Object;)Z", "hashCode()I", "getClass()Ljava/lang/Class;",
    "notify()V", "notifyAll()V", "wait()V", "wait(J)V", "wait(JI)V", "clone()Ljava/lang/Object;", "finalize()V",
  ]

  private mutating func addField(_ member: MemberFact) {
    var attributes: [AttributeValue] = []
    switch member.constant {
    case .int(let value): attributes.append(.constantValue(builder.pool.integer(value)))
    case .long(let value): attributes.append(.constantValue(builder.pool.long(value)))
    case .float(let bits): attributes.append(.constantValue(builder.pool.float(Float(bitPattern: bits))))
    case .double(let bits): attributes.append(.constantValue(builder.pool.double(Double(bitPattern: bits))))
    case .string(let text): attributes.append(.constantValue(builder.pool.string(text)))
    case nil: break
    }
    if let signature = member.signature { attributes.append(.signature(builder.pool.utf8(signature))) }
    builder.addField(
      member.name,
      member.descriptor,
      AccessFlags(rawValue: member.flags.intersection(.field).rawValue),
      attributes: attributes
    )
  }

  private mutating func addMethod(_ member: MemberFact) throws(ClassFileError) {
    if member.name == "<init>" {
      try addConstructor(
        member.descriptor,
        access(member),
        hooked: true,
        attributes: attributes(member)
      )
      return
    }
    let flags = access(member)
    let types = try MethodDescriptor(member.descriptor)
    if flags.contains(.abstract) {
      builder.addMethod(member.name, member.descriptor, flags, attributes: attributes(member))
      return
    }
    let owner = fact.name
    builder.addMethod(member.name, member.descriptor, flags, attributes: attributes(member)) { code in
      StubBody.callHook(owner, member.name, member.descriptor, types, isStatic: flags.contains(.static), &code)
      StubBody.convert(types.returnType, &code)
    }
  }

  private func access(_ member: MemberFact) -> AccessFlags {
    AccessFlags(rawValue: member.flags.intersection(.method).subtracting(.polymorphic).rawValue)
  }

  private mutating func attributes(_ member: MemberFact) -> [AttributeValue] {
    var attributes: [AttributeValue] = []
    if !member.exceptions.isEmpty {
      attributes.append(.exceptions(member.exceptions.map { builder.pool.classNamed($0) }))
    }
    if let signature = member.signature { attributes.append(.signature(builder.pool.utf8(signature))) }
    if let value = member.annotationDefault { attributes.append(.annotationDefault(ElementValue(value))) }
    return attributes
  }

  private mutating func addConstructor(
    _ descriptor: String,
    _ flags: AccessFlags,
    hooked: Bool,
    attributes: [AttributeValue] = []
  ) throws(ClassFileError) {
    let types = try MethodDescriptor(descriptor)
    let superclass = fact.superclass ?? "java/lang/Object"
    let superConstructor = plan.constructor(of: superclass, from: fact)
    let superTypes = try MethodDescriptor(superConstructor)
    let owner = fact.name
    builder.addMethod("<init>", descriptor, flags, attributes: attributes) { code in
      code.emit(.aload_0)
      for type in superTypes.parameters { StubBody.pushDefault(type, &code) }
      code.invoke(.invokespecial, superclass, "<init>", superConstructor)
      if hooked {
        StubBody.callHook(owner, "<init>", descriptor, types, isStatic: false, &code)
        code.emit(.pop)
      }
      code.emit(.return)
    }
  }

  // MARK: - Enums

  /// The private constructor, the initializer, `values()` and `valueOf()`, as javac makes them.
  private mutating func addEnumParts() {
    let owner = fact.name
    let array = "[L\(owner);"
    let constants = fact.members.filter { $0.flags.contains(.enum) && $0.descriptor == "L\(owner);" }.map(\.name)
    builder.addField("$VALUES", array, [.private, .static, .final, .synthetic])
    builder.addMethod("<init>", "(Ljava/lang/String;I)V", .private) { code in
      code.emit(.aload_0)
      code.emit(.aload_1)
      code.emit(.iload_2)
      code.invoke(.invokespecial, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V")
      code.emit(.return)
    }
    // A class that cannot be instantiated is abstract; then the constants would be subclasses that nobody knows.
    let isAbstract = fact.flags.contains(.abstract)
    builder.addMethod("<clinit>", "()V", .static) { code in
      code.push(int: Int32(clamping: constants.count))
      code.type(.anewarray, owner)
      for (ordinal, name) in constants.enumerated() where !isAbstract {
        code.emit(.dup)
        code.push(int: Int32(clamping: ordinal))
        code.type(.new, owner)
        code.emit(.dup)
        code.push(string: name)
        code.push(int: Int32(clamping: ordinal))
        code.invoke(.invokespecial, owner, "<init>", "(Ljava/lang/String;I)V")
        code.emit(.dup)
        code.field(.putstatic, owner, name, "L\(owner);")
        code.emit(.aastore)
      }
      code.field(.putstatic, owner, "$VALUES", array)
      code.emit(.return)
    }
    builder.addMethod("values", "()\(array)", [.public, .static]) { code in
      code.field(.getstatic, owner, "$VALUES", array)
      code.invoke(.invokevirtual, array, "clone", "()Ljava/lang/Object;")
      code.type(.checkcast, array)
      code.emit(.areturn)
    }
    builder.addMethod("valueOf", "(Ljava/lang/String;)L\(owner);", [.public, .static]) { code in
      code.push(class: owner)
      code.emit(.aload_0)
      code.invoke(
        .invokestatic,
        "java/lang/Enum",
        "valueOf",
        "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;"
      )
      code.type(.checkcast, owner)
      code.emit(.areturn)
    }
  }

  // MARK: - Attributes

  private mutating func addAttributes() {
    if let signature = fact.signature { builder.addAttribute(.signature(builder.pool.utf8(signature))) }
    if let retention = fact.retention {
      let value = ElementValue.enumConstant(type: "Ljava/lang/annotation/RetentionPolicy;", name: retention)
      builder.addAttribute(
        .annotations([Annotation("Ljava/lang/annotation/Retention;", [.init("value", value)])], visible: true)
      )
    }
    if let host = fact.nestHost { builder.addAttribute(.nestHost(builder.pool.classNamed(host))) }
    if !fact.nestMembers.isEmpty {
      builder.addAttribute(.nestMembers(fact.nestMembers.map { builder.pool.classNamed($0) }))
    }
    if !fact.permittedSubclasses.isEmpty {
      builder.addAttribute(.permittedSubclasses(fact.permittedSubclasses.map { builder.pool.classNamed($0) }))
    }
    addInnerClasses()
  }

  /// The member classes around, and those inside, so that javac sees `A.B` and not `A$B`.
  private mutating func addInnerClasses() {
    var names: [String] = []
    var current = fact
    while let outer = current.nesting?.outer, names.count < 64 {
      names.insert(current.name, at: 0)
      guard let next = plan[outer] else { break }
      current = next
    }
    names += plan.nested[fact.name] ?? []
    var entries: [InnerClass] = []
    for name in names {
      guard let nesting = plan[name]?.nesting else { continue }
      entries.append(
        InnerClass(
          innerClassIndex: builder.pool.classNamed(name),
          outerClassIndex: nesting.outer.map { builder.pool.classNamed($0) } ?? 0,
          innerNameIndex: nesting.innerName.map { builder.pool.utf8($0) } ?? 0,
          accessFlags: AccessFlags(rawValue: nesting.flags.rawValue)
        )
      )
    }
    if !entries.isEmpty { builder.addAttribute(.innerClasses(entries)) }
  }
}
