/// The characters of the original IBM PC, in which a ZIP's names are written unless it says UTF-8 (APPNOTE D.1): what
/// Windows Explorer, for one, still writes.
enum CodePage437 {
  /// The characters of the bytes 128 to 255.
  private static let upper: [Character] = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩\
    ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """
  )

  /// The text of a name; its lower half is ASCII.
  static func decode(_ bytes: some Sequence<UInt8>) -> String {
    String(bytes.map { $0 < 0x80 ? Character(Unicode.Scalar($0)) : upper[Int($0) - 0x80] })
  }
}
