import ClassFiles

extension ElementValue {
  /// A fact as a class file writes it.
  init(_ fact: AnnotationFact) {
    switch fact {
    case .constant(let tag, .int(let value)):
      switch tag {
      case UInt8(ascii: "B"): self = .byte(Int8(truncatingIfNeeded: value))
      case UInt8(ascii: "C"): self = .char(UInt16(truncatingIfNeeded: value))
      case UInt8(ascii: "S"): self = .short(Int16(truncatingIfNeeded: value))
      case UInt8(ascii: "Z"): self = .boolean(value != 0)
      default: self = .int(value)
      }
    case .constant(_, .long(let value)): self = .long(value)
    case .constant(_, .float(let bits)): self = .float(Float(bitPattern: bits))
    case .constant(_, .double(let bits)): self = .double(Double(bitPattern: bits))
    case .constant(_, .string(let text)), .string(let text): self = .string(text)
    case .enumConstant(let descriptor, let name): self = .enumConstant(type: descriptor, name: name)
    case .classReference(let descriptor): self = .class(descriptor)
    case .array(let values): self = .array(values.map(ElementValue.init))
    case .annotation(let descriptor, let elements):
      self = .annotation(
        Annotation(descriptor, elements.map { Annotation.Element($0.name, ElementValue($0.value)) })
      )
    }
  }
}
