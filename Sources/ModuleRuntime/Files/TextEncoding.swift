/// A character set by its Java name, as `new String(bytes, name)` and `getBytes(name)` use it.
enum TextEncoding {
  case utf8, latin1, ascii, windows1252, utf16, utf16BE, utf16LE

  /// Reads a name in any case; the empty name is UTF-8.
  init(_ name: String) throws(JavaException) {
    switch name.lowercased().javaTrimmed {
    case "", "utf-8", "utf8": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso8859_1", "iso_8859-1", "latin1": self = .latin1
    case "us-ascii", "ascii": self = .ascii
    case "windows-1252", "cp1252": self = .windows1252
    case "utf-16", "utf16": self = .utf16
    case "utf-16be": self = .utf16BE
    case "utf-16le": self = .utf16LE
    default: throw JavaException("java.io.UnsupportedEncodingException", name)
    }
  }

  /// The bytes of a text; a character that the set does not have is a question mark.
  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .latin1: text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
    case .ascii: text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x3F }
    case .windows1252: text.unicodeScalars.map(Self.windows1252)
    case .utf16: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16BE: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16LE: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
  }

  /// The text of bytes; what is malformed is U+FFFD.
  func text(_ bytes: [UInt8]) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .latin1: return scalars(bytes) { UInt32($0) }
    case .ascii: return scalars(bytes) { $0 < 0x80 ? UInt32($0) : 0xFFFD }
    case .windows1252:
      return scalars(bytes) { (0x80...0x9F).contains($0) ? Self.windowsBlock[Int($0) - 0x80] : UInt32($0) }
    case .utf16BE: return units(bytes[...], low: 1)
    case .utf16LE: return units(bytes[...], low: 0)
    case .utf16:
      if bytes.starts(with: [0xFF, 0xFE]) { return units(bytes.dropFirst(2), low: 0) }
      return units(bytes.starts(with: [0xFE, 0xFF]) ? bytes.dropFirst(2) : bytes[...], low: 1)
    }
  }

  private func scalars(_ bytes: [UInt8], _ value: (UInt8) -> UInt32) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(value(byte)) ?? "\u{FFFD}") }
    return String(text)
  }

  private func units(_ bytes: ArraySlice<UInt8>, low: Int) -> String {
    var units: [UInt16] = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { at in
      UInt16(bytes[at + low]) | UInt16(bytes[at + 1 - low]) << 8
    }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return String(decoding: units, as: UTF16.self)
  }

  private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    guard scalar != "\u{FFFD}", let place = windowsBlock.firstIndex(of: scalar.value) else { return 0x3F }
    return UInt8(0x80 + place)
  }

  /// What windows-1252 has at 0x80 to 0x9F.
  private static let windowsBlock: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
