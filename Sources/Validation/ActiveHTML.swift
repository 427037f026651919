/// Finds what makes HTML more than text: scripts, embedded pages, event handlers, `javascript:` links.
enum ActiveHTML {
  private static let elements = ["script", "iframe", "object", "embed", "applet", "meta", "base", "form", "svg"]

  /// The first active part of a text, as people write it (`<script>`, `onclick=`); nil for none.
  static func find(in text: String) -> String? {
    let bytes = Array(text.utf8).map(lowercased)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
      let rest = bytes[(index + 1)...]
      let name = rest.prefix { isLetter($0) }
      let element = String(decoding: name, as: UTF8.self)
      if elements.contains(element) { return "<\(element)>" }
      guard !name.isEmpty else { continue }
      if let attribute = activeAttribute(rest.prefix { $0 != UInt8(ascii: ">") }) { return attribute }
    }
    return nil
  }

  /// An event handler or a `javascript:` address among the attributes of one tag.
  private static func activeAttribute(_ tag: ArraySlice<UInt8>) -> String? {
    // Browsers pass over white space and controls inside `javascript:`.
    let dense = String(decoding: tag.filter { $0 > 0x20 }, as: UTF8.self)
    if dense.contains("javascript:") { return "javascript:" }
    let isBreak: (UInt8) -> Bool = { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == 0x22 || $0 == 0x27 }
    for word in tag.split(whereSeparator: isBreak) where word.starts(with: "on".utf8) {
      let name = word.prefix { isLetter($0) }
      let after = tag[name.endIndex...].first { $0 > 0x20 }
      if name.count > 2, after == UInt8(ascii: "=") { return String(decoding: name, as: UTF8.self) + "=" }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
