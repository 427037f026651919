import ClassFiles

/// A class file as the lines that `javap -v -p` prints of it, reduced like ``JavapOutput``.
///
/// A line that ends in `wildcard` stands for every line with that beginning: text that Java and Swift print
/// differently (floating point, escaped characters).
struct JavapRendition {
  static let wildcard: Character = "\u{1}"
  private static let mnemonics = Opcode.allCases.map(\.mnemonic)

  private(set) var lines: [String] = []
  private let file: ClassFile
  private let pool: ConstantPool

  init(_ file: ClassFile) throws {
    self.file = file
    pool = file.pool
    lines.append("minor version: \(file.minorVersion)")
    lines.append("major version: \(file.majorVersion)")
    addFlags(file.accessFlags, .class)
    lines.append("this_class: #\(file.thisClassIndex) // \(try file.name)")
    lines.append("super_class: #\(file.superClassIndex)" + (try file.superName.map { " // \($0)" } ?? ""))
    lines.append(
      "interfaces: \(file.interfaceIndices.count), fields: \(file.fields.count), methods: \(file.methods.count), "
        + "attributes: \(file.attributes.count)"
    )
    for index in pool.indices { lines.append("#\(index) = \(try constant(index))") }
    for member in file.fields + file.methods { try addMember(member) }
    for attribute in file.attributes { try addAttribute(attribute.value, nil) }
  }

  private mutating func addFlags(_ flags: AccessFlags, _ place: AccessFlags.Place) {
    let digits = String(flags.rawValue, radix: 16)
    var names = flags.names(in: place)
    // Bits without a meaning, which the JDK sets in a few classes of its own, are printed as a number.
    let unnamed = flags.subtracting(flags.named(in: place))
    if !unnamed.isEmpty { names.append("0x" + String(unnamed.rawValue, radix: 16)) }
    lines.append(
      "flags: (0x\(String(repeating: "0", count: 4 - digits.count))\(digits))"
        + (names.isEmpty ? "" : " " + names.joined(separator: ", "))
    )
  }

  private func text(_ index: ConstantPool.Index) throws -> String { try pool.utf8(index) }

  private func member(_ nameAndType: ConstantPool.Index) throws -> String {
    let (name, descriptor) = try pool.nameAndType(nameAndType)
    return "\(name):\(descriptor)"
  }

  private func reference(_ index: ConstantPool.Index) throws -> String {
    let reference = try pool.memberReference(index)
    return "\(reference.owner).\(reference.name):\(reference.descriptor)"
  }

  private func constant(_ index: ConstantPool.Index) throws -> String {
    switch try pool.entry(index) {
    case .utf8:
      let value = try text(index)
      let isPlain = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x5C }
      return "Utf8" + (value.isEmpty ? "" : isPlain ? " \(value)" : "\(Self.wildcard)")
    case .integer(let value): return "Integer \(value)"
    case .long(let value): return "Long \(value)l"
    case .float: return "Float \(Self.wildcard)"
    case .double: return "Double \(Self.wildcard)"
    case .class(let name): return "Class #\(name) // \(try text(name))"
    case .string(let content): return "String #\(content)\(Self.wildcard)"
    case .fieldref(let owner, let nat): return "Fieldref #\(owner).#\(nat) // \(try reference(index))"
    case .methodref(let owner, let nat): return "Methodref #\(owner).#\(nat) // \(try reference(index))"
    case .interfaceMethodref(let owner, let nat):
      return "InterfaceMethodref #\(owner).#\(nat) // \(try reference(index))"
    case .nameAndType(let name, let descriptor):
      return "NameAndType #\(name):#\(descriptor) // \(try member(index))"
    case .methodHandle(let kind, let target):
      return "MethodHandle \(kind.rawValue):#\(target) // REF_\(kind) \(try reference(target))"
    case .methodType(let descriptor): return "MethodType #\(descriptor) // \(try pool.methodType(index))"
    case .dynamic(let bootstrap, let nat): return "Dynamic #\(bootstrap):#\(nat) // #\(bootstrap):\(try member(nat))"
    case .invokeDynamic(let bootstrap, let nat):
      return "InvokeDynamic #\(bootstrap):#\(nat) // #\(bootstrap):\(try member(nat))"
    case .module(let name): return "Module #\(name) // \(try pool.moduleName(index))"
    case .package(let name): return "Package #\(name) // \(try pool.packageName(index))"
    }
  }

  private mutating func addMember(_ member: Member) throws {
    lines.append("descriptor: \(try member.descriptor)")
    addFlags(member.accessFlags, member.kind == .field ? .field : .method)
    for attribute in member.attributes { try addAttribute(attribute.value, member) }
  }

  private mutating func addAttribute(_ value: AttributeValue, _ member: Member?) throws {
    switch value {
    case .code(let code): if let member { try addCode(code, member) }
    case .lineNumberTable(let table): for entry in table { lines.append("line \(entry.line): \(entry.startPC)") }
    case .localVariableTable(let table), .localVariableTypeTable(let table):
      for entry in table {
        lines.append(
          "\(entry.startPC) \(entry.length) \(entry.slot) \(try text(entry.nameIndex)) \(try text(entry.typeIndex))"
        )
      }
    case .signature(let index): lines.append("Signature: #\(index)")
    case .sourceFile(let index): lines.append("SourceFile: \(try text(index))")
    case .deprecated: lines.append("Deprecated: true")
    case .exceptions(let indices):
      let names = try indices.map { index in String(try pool.className(index).map { $0 == "/" ? "." : $0 }) }
      lines.append("throws \(names.joined(separator: ", "))")
    case .innerClasses(let classes):
      for entry in classes {
        let name = entry.innerNameIndex == 0 ? "" : "#\(entry.innerNameIndex)= "
        let outer = entry.outerClassIndex == 0 ? "" : " of #\(entry.outerClassIndex)"
        lines.append("\(name)#\(entry.innerClassIndex)\(outer);")
      }
    case .enclosingMethod(let method):
      lines.append("EnclosingMethod: #\(method.classIndex).#\(method.nameAndTypeIndex)")
    case .bootstrapMethods(let methods):
      for (position, method) in methods.enumerated() {
        lines.append("\(position): #\(method.methodHandleIndex)")
        lines += method.argumentIndices.map { "#\($0)" }
      }
    case .nestHost(let index): lines.append("NestHost: class \(try pool.className(index))")
    case .nestMembers(let indices), .permittedSubclasses(let indices):
      lines += try indices.map { index in try pool.className(index) }
    case .record(let components):
      for component in components {
        lines.append("descriptor: \(try text(component.descriptorIndex))")
        for attribute in component.attributes { try addAttribute(attribute.value, nil) }
      }
    default: break
    }
  }

  private mutating func addCode(_ code: CodeAttribute, _ member: Member) throws {
    let receiver = member.accessFlags.contains(.static) ? 0 : 1
    let arguments = try MethodDescriptor(member.descriptor).parameters.count + receiver
    lines.append("stack=\(code.maxStack), locals=\(code.maxLocals), args_size=\(arguments)")
    var instructions = code.instructions
    while let instruction = try instructions.next() {
      let wide = instruction.isWide ? "_w" : ""
      let start = "\(instruction.offset): \(Self.mnemonics[Int(instruction.opcode.rawValue)])\(wide)"
      switch instruction.operand {
      case .none: lines.append(start)
      case .constant(let value): lines.append("\(start) \(value)")
      case .pool(let index): lines.append("\(start) #\(index)\(instruction.opcode == .invokedynamic ? ", 0" : "")")
      case .invokeInterface(let index, let slots): lines.append("\(start) #\(index), \(slots)")
      case .multiArray(let index, let dimensions): lines.append("\(start) #\(index), \(dimensions)")
      case .local(let slot): lines.append("\(start) \(slot)")
      case .increment(let slot, let value): lines.append("\(start) \(slot), \(value)")
      case .branch(let target): lines.append("\(start) \(target)")
      case .arrayType(let type): lines.append("\(start) \(type)")
      case .table(let table):
        lines.append("\(start) {")
        for (key, target) in try code.cases(of: table) { lines.append("\(key): \(target)") }
        lines.append("default: \(table.defaultTarget)")
      }
    }
    for handler in code.exceptionTable {
      let type = handler.catchTypeIndex == 0 ? "any" : "Class \(try pool.className(handler.catchTypeIndex))"
      lines.append("\(handler.startPC) \(handler.endPC) \(handler.handlerPC) \(type)")
    }
    for attribute in code.attributes { try addAttribute(attribute.value, nil) }
  }
}
