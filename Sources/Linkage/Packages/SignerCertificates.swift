/// The certificates that a signature block carries (RFC 2315 §9.1, `SignedData`); their signatures are not verified.
enum SignerCertificates {
  /// Each certificate as it is encoded; nil where the block is no `SignedData`.
  static func read(_ block: [UInt8]) -> Set<[UInt8]>? {
    guard let info = elements(block[...]).first, info.tag == 0x30,
      let content = elements(info.content).dropFirst().first, content.tag == 0xA0,
      let signed = elements(content.content).first, signed.tag == 0x30
    else { return nil }
    let certificates = elements(signed.content).first { $0.tag == 0xA0 }
    return Set(certificates.map { elements($0.content).map { Array($0.whole) } } ?? [])
  }

  private struct Element {
    var tag: UInt8
    var content: ArraySlice<UInt8>
    var whole: ArraySlice<UInt8>
  }

  /// The elements that lie side by side; those before the first that is cut short.
  private static func elements(_ bytes: ArraySlice<UInt8>) -> [Element] {
    var list: [Element] = []
    var rest = bytes
    while rest.count >= 2, let tag = rest.first {
      var start = rest.startIndex + 2
      var length = Int(rest[rest.startIndex + 1])
      if length >= 0x80 {
        let count = length & 0x7F
        guard (1...4).contains(count), rest.endIndex - start >= count else { return list }
        length = rest[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
        start += count
      }
      guard rest.endIndex - start >= length else { return list }
      list.append(
        Element(tag: tag, content: rest[start..<start + length], whole: rest[rest.startIndex..<start + length])
      )
      rest = rest[(start + length)...]
    }
    return list
  }
}
