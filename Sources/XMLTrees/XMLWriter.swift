/// Writes trees in one canonical form: the appliance's, unless told otherwise.
///
/// Indentation is four spaces a level *modulo eight levels* (the appliance's writer wraps to column 0 at depth 8, 16,
/// …); `& < >` are escaped everywhere, quotes and white space in attributes, CR in text (package-format.md section 3).
public struct XMLWriter: Sendable {
  /// The elements that are written `<x></x>` when empty; all others are written `<x/>`.
  public var expandedWhenEmpty: Set<String>
  /// The form of the document around and inside the tree.
  public var form: XMLForm

  /// A writer.
  public init(expandedWhenEmpty: Set<String> = [], form: XMLForm = XMLForm()) {
    self.expandedWhenEmpty = expandedWhenEmpty
    self.form = form
  }

  /// The bytes of a document with that root.
  ///
  /// Characters that XML cannot hold (control characters, U+FFFE, U+FFFF) become U+FFFD.
  public func write(_ root: XMLElement) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4096)
    bytes += form.prolog.utf8
    append(root, depth: 0, to: &bytes)
    bytes += form.epilog.utf8
    return bytes
  }

  private func append(_ element: XMLElement, depth: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += element.name.utf8
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.utf8
      bytes += "=\"".utf8
      appendEscaped(attribute.value, inAttribute: true, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    if element.children.isEmpty, !expandedWhenEmpty.contains(element.name) {
      bytes += "/>".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    var afterText = false
    for child in element.children {
      if case .text(let text) = child {
        appendEscaped(text, inAttribute: false, to: &bytes)
        afterText = true
        continue
      }
      if !afterText { indent(depth + 1, to: &bytes) }
      afterText = false
      switch child {
      case .element(let inner): append(inner, depth: depth + 1, to: &bytes)
      case .comment(let text): bytes += "<!--\(text)-->".utf8
      case .instruction(let target, let data): bytes += "<?\(target)\(data.isEmpty ? "" : " ")\(data)?>".utf8
      case .text: break
      }
    }
    if !element.children.isEmpty, !afterText { indent(depth, to: &bytes) }
    bytes += "</".utf8
    bytes += element.name.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  private func indent(_ depth: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(depth % 8 * 4) { bytes.append(UInt8(ascii: " ")) }
  }

  private func appendEscaped(_ text: String, inAttribute: Bool, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      for (index, byte) in source.enumerated() {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\"") where inAttribute: bytes += "&quot;".utf8
        case 0x09 where inAttribute, 0x0A where inAttribute, 0x0D: appendReference(byte, to: &bytes)
        case 0x09, 0x0A, 0x20...0xBD, 0xC0...0xFF: bytes.append(byte)
        case 0xBE where endsNoncharacter(source, index), 0xBF where endsNoncharacter(source, index):
          bytes.append(0xBD)
        case 0xBE, 0xBF: bytes.append(byte)
        default: bytes += "\u{FFFD}".utf8
        }
      }
    }
  }

  /// Whether the byte ends U+FFFE or U+FFFF, whose last byte alone tells them from U+FFFD.
  private func endsNoncharacter(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= 2 && source[index - 2] == 0xEF && source[index - 1] == 0xBF
  }

  private func appendReference(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch form.references {
    case .hexadecimal: bytes += "&#x\(String(byte, radix: 16, uppercase: true));".utf8
    case .decimal: bytes += "&#\(byte);".utf8
    }
  }
}
