/// Finds what makes HTML more than text: scripts, embedded pages, event handlers, `javascript:` links.
///
/// Every byte is looked at a few times only, however many tags begin and never end.
enum ActiveHTML {
  private static let elements = ["script", "iframe", "object", "embed", "applet", "meta", "base", "form", "svg"]
  private static let longestElement = 6

  /// The first active part of a text, as people write it (`<script>`, `onclick=`); nil for none.
  static func find(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    let bytes = Array(text.utf8).map(lowercased)
    // The end of the last tag whose attributes were looked at: what begins before it is a part of that tag.
    var lookedAt = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
      let rest = bytes[(index + 1)...]
      let name = rest.prefix { isLetter($0) }
      if name.count <= longestElement {
        let element = String(decoding: name, as: UTF8.self)
        if elements.contains(element) { return "<\(element)>" }
      }
      guard !name.isEmpty else { continue }
      if index >= lookedAt {
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }
        if let attribute = activeAttribute(tag) { return attribute }
        lookedAt = tag.endIndex
      } else if let handler = handler(bytes[rest.startIndex..<lookedAt]) {
        return handler
      }
    }
    return nil
  }

  /// An event handler or a `javascript:` address among the attributes of one tag.
  private static func activeAttribute(_ tag: ArraySlice<UInt8>) -> String? {
    if hasScriptAddress(tag) { return "javascript:" }
    var atWord = true
    for index in tag.indices {
      if isBreak(tag[index]) {
        atWord = true
      } else if atWord {
        atWord = false
        if let handler = handler(tag[index...]) { return handler }
      }
    }
    return nil
  }

  /// Browsers pass over white space and controls inside `javascript:`.
  private static func hasScriptAddress(_ tag: ArraySlice<UInt8>) -> Bool {
    let wanted = Array("javascript:".utf8)
    var matched = 0
    for byte in tag where byte > 0x20 {
      // A match that fails can only begin anew at its own end: `j` stands nowhere else in the word.
      if byte == wanted[matched] { matched += 1 } else { matched = byte == wanted[0] ? 1 : 0 }
      if matched == wanted.count { return true }
    }
    return false
  }

  /// The event handler (`onclick=`) that text begins with.
  private static func handler(_ text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: "on".utf8) else { return nil }
    let name = text.prefix { isLetter($0) }
    guard name.count > 2, text[name.endIndex...].first(where: { $0 > 0x20 }) == UInt8(ascii: "=") else { return nil }
    return String(decoding: name, as: UTF8.self) + "="
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == 0x22 || byte == 0x27
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
