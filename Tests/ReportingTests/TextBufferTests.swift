import Testing

@testable import Reporting

/// Text made of pieces, and pieces that nobody can be trusted with.
@Suite struct TextBufferTests {
  static let texts = [
    "", "a", "java.lang.NoSuchMethodError: 'void a.B.c()'", "~ !\u{7F}", "tab\tand\nline", "\u{1B}[31mred", "Grüße",
    "日本語 👋",
    "left\u{202E}right", "\u{80}\u{9F}", String(repeating: "long and harmless ", count: 40),
    String(repeating: "x", count: 63) + "\u{0}",
  ]

  /// What is appended as it is comes out as it is.
  @Test func piecesAreJoined() {
    var buffer = TextBuffer()
    #expect(buffer.isEmpty)
    for text in Self.texts { buffer += text }
    #expect(buffer.text == Self.texts.joined())
  }

  /// Safe pieces are those of `terminalSafe`, which leaves printable ASCII and other letters alone.
  @Test(arguments: texts) func safePieces(text: String) {
    var buffer = TextBuffer()
    buffer.append(safe: text)
    #expect(buffer.text == terminalSafe(text))
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
    if isPlain { #expect(buffer.text == text) }
    #expect(!buffer.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E })
  }
}
