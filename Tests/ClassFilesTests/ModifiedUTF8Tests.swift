import ClassFiles
import Testing

@Suite struct ModifiedUTF8Tests {
  @Test(
    arguments: [
      ("", []),
      ("plain", Array("plain".utf8)),
      ("a\0b", [0x61, 0xC0, 0x80, 0x62]),
      ("ä€", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]),
      ("😀", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ] as [(String, [UInt8])]
  )
  func goesBothWays(text: String, bytes: [UInt8]) {
    #expect(ModifiedUTF8.bytes(text) == bytes)
    #expect(ModifiedUTF8.string(bytes.span) == text)
  }

  @Test func keepsALoneSurrogateAsCodeUnit() {
    let bytes: [UInt8] = [0xED, 0xA0, 0xBD, 0x41]
    #expect(ModifiedUTF8.codeUnits(bytes.span) == [0xD83D, 0x41])
    #expect(ModifiedUTF8.bytes(codeUnits: [0xD83D, 0x41]) == bytes)
    #expect(ModifiedUTF8.string(bytes.span) == "\u{FFFD}A")
  }

  @Test(
    arguments: [[0x00], [0x80], [0xC3], [0xC3, 0x41], [0xE2, 0x82], [0xF0, 0x9F, 0x98, 0x80], [0xFF]] as [[UInt8]]
  )
  func refusesWhatIsNotWellFormed(bytes: [UInt8]) {
    #expect(ModifiedUTF8.string(bytes.span) == nil)
  }
}
