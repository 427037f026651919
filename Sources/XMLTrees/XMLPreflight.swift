internal import CLibXML2

/// What must hold before libxml2 sees a byte: size, encoding, no NUL, no start tag that costs it quadratic time.
struct XMLPreflight {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: XMLLimits

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The first reason not to parse at all.
  func firstError() -> XMLError? {
    if bytes.isEmpty {
      return XMLError(.empty, "the document is empty", at: .none, mend: "export the module again")
    }
    if bytes.count > min(limits.bytes, Int(Int32.max)) {
      return XMLError(
        .limit,
        "the document has \(bytes.count) bytes, more than \(limits.bytes)",
        at: .none,
        mend: "no real descriptor comes near; check where this file comes from"
      )
    }
    return otherEncoding() ?? invalidUTF8() ?? nul() ?? overlongTag()
  }

  /// UTF-16, UTF-32 by their first bytes; any other by its own declaration, save one that is no other.
  private func otherEncoding() -> XMLError? {
    let first = Array(bytes.prefix(4))
    let name: String
    switch (first.first, first.dropFirst().first) {
    case (0xFE, 0xFF), (0xFF, 0xFE), (0x3C, 0), (0, 0x3C): name = "UTF-16"
    case (0, 0): name = "UTF-32"
    default:
      guard let declared = declaredEncoding(), !["UTF-8", "UTF8"].contains(declared.uppercased()) else { return nil }
      // A part of UTF-8, as long as the text keeps to it.
      if ["US-ASCII", "ASCII"].contains(declared.uppercased()), bytes.allSatisfy({ $0 < 0x80 }) { return nil }
      name = declared
    }
    return XMLError(
      .encoding,
      "the encoding is \(name), not UTF-8",
      at: SourcePosition(line: 1, column: 1),
      mend: #"save the file as UTF-8 and declare encoding="UTF-8""#
    )
  }

  /// The encoding in the XML declaration, if there is one.
  private func declaredEncoding() -> String? {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    guard bytes[start...].starts(with: "<?xml".utf8) else { return nil }
    let declaration = bytes[start...].prefix(200).prefix { $0 != UInt8(ascii: ">") }
    // Bytes: splitting a String by a String makes the runtime search for two protocol conformances.
    guard let word = declaration.indices.first(where: { declaration[$0...].starts(with: "encoding".utf8) }),
      let open = declaration[word...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
      let close = declaration[(open + 1)...].firstIndex(of: declaration[open])
    else { return nil }
    return String(decoding: declaration[(open + 1)..<close], as: UTF8.self)
  }

  private func invalidUTF8() -> XMLError? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let offset = error.byteOffsets.lowerBound
      return XMLError(
        .encoding,
        "byte \(hex(bytes[offset])) is not UTF-8",
        at: position(of: offset),
        mend: "save the file as UTF-8"
      )
    }
  }

  private func nul() -> XMLError? {
    let offset = find(0, from: 0)
    guard offset < bytes.count else { return nil }
    return XMLError(
      .syntax(code: 9),
      "a NUL byte, which XML forbids",
      at: position(of: offset),
      mend: "remove the byte"
    )
  }

  /// libxml2 compares each attribute of a tag with all before it; a tag beyond the limit is refused here.
  private func overlongTag() -> XMLError? {
    let shortest = max(4096, limits.attributes * 5)
    var tag = find(UInt8(ascii: "<"), from: 0)
    while tag < bytes.count {
      let next = find(UInt8(ascii: "<"), from: tag + 1)
      if next - tag > shortest, attributes(from: tag, to: next) > limits.attributes {
        return XMLError(
          .limit,
          "a start tag has more than \(limits.attributes) attributes",
          at: position(of: tag),
          mend: "no real descriptor comes near; check where this file comes from"
        )
      }
      tag = next
    }
    return nil
  }

  /// The number of `=` outside quotes before the tag ends.
  private func attributes(from start: Int, to end: Int) -> Int {
    var count = 0
    var quote: UInt8?
    for byte in bytes[start..<end] {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "="):
        count += 1
        if count > limits.attributes { return count }
      case UInt8(ascii: ">"): return count
      default: break
      }
    }
    return count
  }

  /// The offset of the first such byte from there on, or the number of bytes.
  private func find(_ byte: UInt8, from start: Int) -> Int {
    sfm_find(bytes.baseAddress, start, bytes.count, byte)
  }

  private func position(of offset: Int) -> SourcePosition {
    var lines = LineCounter(bytes)
    return lines.position(of: offset)
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
