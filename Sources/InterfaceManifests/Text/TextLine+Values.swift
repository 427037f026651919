extension TextLine {
  /// The constant of a field of type `descriptor`.
  mutating func constant(descriptor: String) throws(ManifestError) -> ConstantFact {
    if peek() == 0x22 { return .string(try quoted("a constant")) }
    let text = try word("a constant")
    switch descriptor {
    case "J": return .long(try integer(text, suffix: "L"))
    case "F":
      let body = try stripped(text, suffix: "f")
      if let bits = try notANumber(body, UInt32.self) { return .float(bits: bits) }
      guard let value = Float(body) else { throw failure("'\(text)' is no float") }
      return .float(bits: value.bitPattern)
    case "D":
      let body = try stripped(text, suffix: "d")
      if let bits = try notANumber(body, UInt64.self) { return .double(bits: bits) }
      guard let value = Double(body) else { throw failure("'\(text)' is no double") }
      return .double(bits: value.bitPattern)
    default:
      let value: Int32 = try integer(text, suffix: "")
      return .int(value)
    }
  }

  private func integer<T: FixedWidthInteger>(_ text: String, suffix: String) throws(ManifestError) -> T {
    let body = try stripped(text, suffix: suffix)
    guard let value = T(body) else { throw failure("'\(text)' is no constant of the field's type") }
    return value
  }

  private func stripped(_ text: String, suffix: String) throws(ManifestError) -> String {
    guard text.hasSuffix(suffix) else { throw failure("'\(text)' should end with '\(suffix)'") }
    return String(text.dropLast(suffix.count))
  }

  private func notANumber<T: FixedWidthInteger>(_ text: String, _: T.Type) throws(ManifestError) -> T? {
    guard text.hasPrefix("nan:") else { return nil }
    guard let bits = T(text.dropFirst(4), radix: 16) else { throw failure("'\(text)' has no bits in hexadecimal") }
    return bits
  }

  /// An annotation value; see `ManifestText.write` for its forms.
  mutating func annotationValue(depth: Int = 0) throws(ManifestError) -> AnnotationFact {
    guard depth < 32 else { throw failure("annotation values are nested more than 32 deep") }
    if peek() == 0x22 { return .string(try quoted("an annotation value")) }
    let word = try word("an annotation value")
    switch word {
    case "enum":
      let descriptor = try self.word("an enum's descriptor")
      return .enumConstant(descriptor: descriptor, name: try self.word("an enum constant"))
    case "class":
      return .classReference(descriptor: try self.word("a class's descriptor"))
    case "[":
      var items: [AnnotationFact] = []
      while peek() != 0x5d { items.append(try annotationValue(depth: depth + 1)) }
      _ = rawWord()
      return .array(items)
    case "@":
      let descriptor = try self.word("an annotation's descriptor")
      guard try self.word("'('") == "(" else { throw failure("expected '(' after an annotation's descriptor") }
      var elements: [AnnotationFact.Element] = []
      while peek() != 0x29 {
        let name = try self.word("an element's name")
        elements.append(AnnotationFact.Element(name: name, value: try annotationValue(depth: depth + 1)))
      }
      _ = rawWord()
      return .annotation(descriptor: descriptor, elements: elements)
    default:
      guard let tag = word.utf8.first, "BCDFIJSZ".utf8.contains(tag), word.utf8.dropFirst().first == 0x3a else {
        throw failure("'\(word)' is no annotation value")
      }
      var rest = TextLine(file: file, number: number, bytes: Array(word.utf8.dropFirst(2))[...])
      let descriptor = String(Unicode.Scalar(tag))
      return .constant(tag: tag, try rest.constant(descriptor: descriptor))
    }
  }
}
