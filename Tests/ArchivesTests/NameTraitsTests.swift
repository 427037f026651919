import Testing

@testable import Archives

/// Names read eight bytes at a time, against a reader that looks at each byte.
@Suite struct NameTraitsTests {
  /// What the parts of made-up names are: everything that matters somewhere, and letters to shift it to each place.
  private static let parts: [[UInt8]] =
    [
      "a", "Z", "com/", "example", ".", "..", "/", "\\", ":", "\u{1}", "\u{1F}", " ", "~", "\u{7F}", "@", "[", "`", "{",
      "ä", "c",
      "K",
    ].map { Array($0.utf8) } + [[0x80], [0xFF], [0], [0xAE], [0xDC]]

  private static func slowIsPlain(_ name: [UInt8]) -> Bool {
    let isControl = name.contains { $0 < 0x20 || $0 == 0x7F }
    let hasDots = zip(name, name.dropFirst()).contains { $0 == 0x2E && $1 == 0x2E }
    let isDrive = name.count > 1 && name[1] == UInt8(ascii: ":")
    return !name.isEmpty && !isControl && !hasDots && !isDrive && name[0] != UInt8(ascii: "/")
      && !name.contains(UInt8(ascii: "\\"))
  }

  private static func traits(_ name: [UInt8]) -> NameTraits { name.withUnsafeBytes(NameTraits.init) }

  @Test func agreesWithAReaderByBytes() {
    var random = SystemRandomNumberGenerator()
    var plain = 0
    for _ in 0..<20_000 {
      var name: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) { name += Self.parts.randomElement(using: &random) ?? [] }
      let traits = Self.traits(name)
      let isASCII = name.allSatisfy { $0 < 0x80 }
      #expect(traits.isASCII == isASCII, "\(name)")
      // A second look at a name that needs none does no harm; a missing one would.
      if traits.isPlain { #expect(Self.slowIsPlain(name), "\(name)") }
      if traits.isPlain, isASCII { plain += 1 }
    }
    #expect(plain > 1_000)
  }

  @Test func ordinaryNamesNeedNoSecondLook() {
    let names = [
      "META-INF/MANIFEST.MF", "module-descriptor.xml", "com/example/Outer$Inner.class", "a", "res/0123.jar", "x.y/z.",
      "-a.b.c",
    ]
    for name in names { #expect(Self.traits(Array(name.utf8)).isPlain, "\(name)") }
    #expect(names.count == 7)
  }

  @Test func hashesFoldASCIICaseAndNothingElse() {
    var compared = 0
    var wrong: [[UInt8]] = []
    for length in [1, 7, 8, 9, 16, 19] {
      for place in 0..<length {
        for byte in UInt8(0)..<0x80 {
          var name = [UInt8](repeating: UInt8(ascii: "q"), count: length)
          name[place] = byte
          var other = name
          other[place] = byte ^ 0x20
          let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          if (Self.traits(name).foldedHash == Self.traits(other).foldedHash) != isLetter { wrong.append(name) }
          compared += 1
        }
      }
    }
    #expect(compared == 7_680)
    #expect(wrong.isEmpty)
    // A filled up word is not mistaken for one with that letter.
    #expect(Self.traits(Array("ab".utf8)).foldedHash != Self.traits(Array("aba".utf8)).foldedHash)
  }
}
