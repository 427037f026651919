import ByteParsing

extension Annotation {
  func encode(_ content: inout [UInt8], _ pool: inout ConstantPoolBuilder) {
    content.append(pool.utf8(type), .bigEndian)
    content.append(list: elements) { content, element in
      content.append(pool.utf8(element.name), .bigEndian)
      element.value.encode(&content, &pool)
    }
  }
}

extension ElementValue {
  func encode(_ content: inout [UInt8], _ pool: inout ConstantPoolBuilder) {
    func put(_ tag: Unicode.Scalar, _ index: ConstantPool.Index) {
      content.append(UInt8(ascii: tag))
      content.append(index, .bigEndian)
    }
    switch self {
    case .byte(let value): put("B", pool.integer(Int32(value)))
    case .char(let value): put("C", pool.integer(Int32(value)))
    case .double(let value): put("D", pool.double(value))
    case .float(let value): put("F", pool.float(value))
    case .int(let value): put("I", pool.integer(value))
    case .long(let value): put("J", pool.long(value))
    case .short(let value): put("S", pool.integer(Int32(value)))
    case .boolean(let value): put("Z", pool.integer(value ? 1 : 0))
    case .string(let value): put("s", pool.utf8(value))
    case .enumConstant(let type, let name):
      put("e", pool.utf8(type))
      content.append(pool.utf8(name), .bigEndian)
    case .class(let descriptor): put("c", pool.utf8(descriptor))
    case .annotation(let annotation):
      content.append(UInt8(ascii: "@"))
      annotation.encode(&content, &pool)
    case .array(let values):
      content.append(UInt8(ascii: "["))
      content.append(list: values) { content, value in value.encode(&content, &pool) }
    }
  }
}

extension TypeAnnotation {
  func encode(_ content: inout [UInt8], _ pool: inout ConstantPoolBuilder) {
    switch target {
    case .typeParameter(let kind, let index): content += [kind, index]
    case .supertype(let index): content += [0x10, UInt8(index >> 8), UInt8(index & 0xFF)]
    case .typeParameterBound(let kind, let parameter, let bound): content += [kind, parameter, bound]
    case .empty(let kind): content.append(kind)
    case .formalParameter(let index): content += [0x16, index]
    case .throwsType(let index): content += [0x17, UInt8(index >> 8), UInt8(index & 0xFF)]
    case .localVariable(let kind, let ranges):
      content.append(kind)
      content.append(list: ranges) { content, range in
        for part in [range.startPC, range.length, range.slot] { content.append(part, .bigEndian) }
      }
    case .exceptionHandler(let index): content += [0x42, UInt8(index >> 8), UInt8(index & 0xFF)]
    case .offset(let kind, let pc): content += [kind, UInt8(pc >> 8), UInt8(pc & 0xFF)]
    case .typeArgument(let kind, let pc, let index): content += [kind, UInt8(pc >> 8), UInt8(pc & 0xFF), index]
    }
    content.append(UInt8(clamping: path.count))
    for step in path { content += [step.kind, step.argument] }
    annotation.encode(&content, &pool)
  }
}
