/// Reads what few facts have from the extras section: a list of tags with payloads, searched from its start.
struct ExtrasReader: Sendable {
  let sections: LineSections
  let reference: UInt32

  /// The offset in the file of the payload of `tag`.
  private func payload(_ wanted: LineLayout.Extra) -> Int? {
    var found: Int?
    scan { tag, offset in
      if tag == wanted { found = offset }
      return tag != wanted
    }
    return found
  }

  /// Calls `body` for each tag with the offset of its payload, until it returns false.
  private func scan(_ body: (LineLayout.Extra, Int) -> Bool) {
    guard reference != 0, reference < sections.extrasSize else { return }
    var offset = sections.extras + Int(reference)
    let end = sections.extras + sections.extrasSize
    while offset < end {
      guard let tag = LineLayout.Extra(rawValue: sections.bytes.varint(&offset)), tag != .end else { return }
      let length = sections.bytes.varint(&offset)
      guard offset <= end, length <= UInt64(end - offset) else { return }
      guard body(tag, offset) else { return }
      offset += Int(length)
    }
  }

  func name(_ tag: LineLayout.Extra) -> ManifestName? {
    guard var offset = payload(tag) else { return nil }
    return sections.name(UInt32(truncatingIfNeeded: sections.bytes.varint(&offset)))
  }

  func names(_ tag: LineLayout.Extra) -> ManifestNames {
    payload(tag).map { sections.names(at: $0) } ?? ManifestNames(sections: sections, start: 0, count: 0)
  }

  var constant: ConstantFact? {
    var result: ConstantFact?
    scan { tag, start in
      var offset = start
      switch tag {
      case .constantInt: result = .int(Int32(truncatingIfNeeded: zigzag(sections.bytes.varint(&offset))))
      case .constantLong: result = .long(zigzag(sections.bytes.varint(&offset)))
      case .constantFloat: result = .float(bits: sections.bytes.u32(offset))
      case .constantDouble: result = .double(bits: sections.bytes.u64(offset))
      case .constantString:
        result = .string(sections.name(UInt32(truncatingIfNeeded: sections.bytes.varint(&offset))).string)
      default: return true
      }
      return false
    }
    return result
  }

  var nestingOuter: ManifestName? {
    guard var offset = payload(.nesting) else { return nil }
    let reference = UInt32(truncatingIfNeeded: sections.bytes.varint(&offset))
    return reference == 0 ? nil : sections.name(reference)
  }

  var nesting: ClassFact.Nesting? {
    guard var offset = payload(.nesting) else { return nil }
    let outer = UInt32(truncatingIfNeeded: sections.bytes.varint(&offset))
    let inner = UInt32(truncatingIfNeeded: sections.bytes.varint(&offset))
    let flags = UInt16(truncatingIfNeeded: sections.bytes.varint(&offset))
    return ClassFact.Nesting(
      outer: outer == 0 ? nil : sections.name(outer).string,
      innerName: inner == 0 ? nil : sections.name(inner).string,
      flags: ManifestFlags(rawValue: flags)
    )
  }

  private func zigzag(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
}
