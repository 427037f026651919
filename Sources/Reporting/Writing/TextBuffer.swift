/// Text that grows by thousands of small pieces: as bytes, since a `String` looks at what is appended to it each time.
struct TextBuffer {
  private var bytes: [UInt8] = []

  /// Whether nothing was appended yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// What was appended.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a text.
  static func += (buffer: inout TextBuffer, text: String) {
    var text = text
    text.withUTF8 { buffer.bytes.append(contentsOf: $0) }
  }

  /// Appends a text of untrusted origin as a part of one terminal line, as `terminalSafe` makes it.
  mutating func append(safe text: String) {
    var text = text
    let isAppended = text.withUTF8 { utf8 in
      guard isPrintableASCII(utf8) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isAppended { self += terminalSafe(text) }
  }
}
