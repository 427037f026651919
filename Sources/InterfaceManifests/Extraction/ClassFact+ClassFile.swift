public import ClassFiles

extension ClassFact {
  /// What a class file says of its interface.
  init(_ file: ClassFile, _ options: ExtractionOptions) throws(ClassFileError) {
    self.init(
      name: try file.name,
      flags: ManifestFlags(rawValue: file.accessFlags.rawValue).intersection(.classFile),
      superclass: try file.superName
    )
    interfaces = try file.interfaceNames
    permittedSubclasses = try file.permittedSubclasses ?? []
    if options.scope == .all {
      // Nests grant access to private members only, which the public API does not list.
      nestHost = try file.nestHost
      nestMembers = try file.nestMembers
    }
    if options.keepsSignatures { signature = try file.attributes.signatureText(file.pool) }
    nesting = try Nesting(file)
    if flags.contains(.annotation) { retention = try Self.retention(file) }
    for field in file.fields {
      if let fact = try MemberFact(field, of: name, options) { members.append(fact) }
    }
    for method in file.methods {
      if let fact = try MemberFact(method, of: name, options) { members.append(fact) }
    }
    members.sort(by: MemberFact.precedes)
  }

  private static func retention(_ file: ClassFile) throws(ClassFileError) -> String? {
    for annotation in try file.attributes.annotations() where annotation.type == "Ljava/lang/annotation/Retention;" {
      if case .enumConstant(_, let name) = annotation["value"] { return name }
    }
    return nil
  }
}

extension ClassFact.Nesting {
  /// The class's own entry of its `InnerClasses`; nil for a top-level class.
  fileprivate init?(_ file: ClassFile) throws(ClassFileError) {
    let name = try file.name
    for entry in try file.innerClasses where try file.pool.className(entry.innerClassIndex) == name {
      self.init(
        outer: entry.outerClassIndex == 0 ? nil : try file.pool.className(entry.outerClassIndex),
        innerName: entry.innerNameIndex == 0 ? nil : try file.pool.utf8(entry.innerNameIndex),
        flags: ManifestFlags(rawValue: entry.accessFlags.rawValue).intersection(.nested)
      )
      return
    }
    return nil
  }
}

extension AttributeTable {
  fileprivate func signatureText(_ pool: ConstantPool) throws(ClassFileError) -> String? {
    guard case .signature(let index) = try first(named: "Signature")?.value else { return nil }
    return try pool.utf8(index)
  }
}

extension MemberFact {
  /// What a class file says of a member; nil for one outside the scope and for class initializers.
  fileprivate init?(_ member: Member, of owner: String, _ options: ExtractionOptions) throws(ClassFileError) {
    let access = member.accessFlags
    if options.scope == .publicAPI, access.isDisjoint(with: [.public, .protected]) { return nil }
    let name = try member.name
    guard name != "<clinit>" else { return nil }
    let descriptor = try member.descriptor
    let isMethod = member.kind == .method
    let raw = ManifestFlags(rawValue: access.rawValue & 0x7fff)
    self.init(
      name: name,
      descriptor: descriptor,
      flags: raw.intersection(isMethod ? .method : .field)
    )
    if isMethod {
      if Self.isSignaturePolymorphic(owner, descriptor, access) { flags.insert(.polymorphic) }
      exceptions = try member.exceptions
      annotationDefault = try member.annotationDefault.map(AnnotationFact.init)
    } else {
      constant = try ConstantFact(member)
    }
    if options.keepsSignatures { signature = try member.signature }
  }

  /// JVMS §2.9.3.
  private static func isSignaturePolymorphic(_ owner: String, _ descriptor: String, _ flags: AccessFlags) -> Bool {
    (owner == "java/lang/invoke/MethodHandle" || owner == "java/lang/invoke/VarHandle")
      && flags.contains([.varargs, .native]) && descriptor.hasPrefix("([Ljava/lang/Object;)")
  }
}

extension ConstantFact {
  fileprivate init?(_ member: Member) throws(ClassFileError) {
    guard let entry = try member.constantValue else { return nil }
    try self.init(entry, member.pool)
  }

  /// The value of a constant of a pool; nil for one that no field can have.
  public init?(_ entry: ConstantPool.Entry, _ pool: ConstantPool) throws(ClassFileError) {
    switch entry {
    case .integer(let value): self = .int(value)
    case .long(let value): self = .long(value)
    case .float(let value): self = .float(bits: value.bitPattern)
    case .double(let value): self = .double(bits: value.bitPattern)
    case .string(let index): self = .string(try pool.utf8(index))
    default: return nil
    }
  }
}

extension AnnotationFact {
  init(_ value: ElementValue) {
    switch value {
    case .byte(let value): self = .constant(tag: UInt8(ascii: "B"), .int(Int32(value)))
    case .char(let value): self = .constant(tag: UInt8(ascii: "C"), .int(Int32(value)))
    case .short(let value): self = .constant(tag: UInt8(ascii: "S"), .int(Int32(value)))
    case .int(let value): self = .constant(tag: UInt8(ascii: "I"), .int(value))
    case .boolean(let value): self = .constant(tag: UInt8(ascii: "Z"), .int(value ? 1 : 0))
    case .long(let value): self = .constant(tag: UInt8(ascii: "J"), .long(value))
    case .float(let value): self = .constant(tag: UInt8(ascii: "F"), .float(bits: value.bitPattern))
    case .double(let value): self = .constant(tag: UInt8(ascii: "D"), .double(bits: value.bitPattern))
    case .string(let text): self = .string(text)
    case .enumConstant(let type, let name): self = .enumConstant(descriptor: type, name: name)
    case .class(let descriptor): self = .classReference(descriptor: descriptor)
    case .array(let values): self = .array(values.map(AnnotationFact.init))
    case .annotation(let annotation):
      self = .annotation(
        descriptor: annotation.type,
        elements: annotation.elements.map { Element(name: $0.name, value: AnnotationFact($0.value)) }
      )
    }
  }
}
