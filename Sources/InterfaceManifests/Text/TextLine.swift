/// One line of a text manifest, read word by word.
struct TextLine {
  let file: String
  let number: Int
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(file: String, number: Int, bytes: ArraySlice<UInt8>) {
    self.file = file
    self.number = number
    self.bytes = bytes
    position = bytes.startIndex
  }

  func failure(_ message: String) -> ManifestError {
    .syntax(file: file, line: number, message: message)
  }

  mutating func skipSpaces() {
    while position < bytes.endIndex, bytes[position] == 0x20 { position += 1 }
  }

  mutating func isAtEnd() -> Bool {
    skipSpaces()
    return position >= bytes.endIndex
  }

  /// The next byte that is no space, not consumed.
  mutating func peek() -> UInt8? {
    isAtEnd() ? nil : bytes[position]
  }

  /// The next word as written, nil at the end of the line.
  mutating func rawWord() -> ArraySlice<UInt8>? {
    guard !isAtEnd() else { return nil }
    let start = position
    while position < bytes.endIndex, bytes[position] != 0x20 { position += 1 }
    return bytes[start..<position]
  }

  /// The next word with its escapes resolved.
  mutating func word(_ what: String) throws(ManifestError) -> String {
    guard let raw = rawWord() else { throw failure("expected \(what), found the end of the line") }
    return try unescape(raw)
  }

  /// Words separated by commas.
  mutating func list(_ what: String) throws(ManifestError) -> [String] {
    guard let raw = rawWord() else { throw failure("expected \(what), found the end of the line") }
    var names: [String] = []
    for part in raw.split(separator: 0x2c, omittingEmptySubsequences: false) {
      guard !part.isEmpty else { throw failure("empty name in the list of \(what)") }
      names.append(try unescape(part))
    }
    return names
  }

  mutating func integer(_ what: String, in range: ClosedRange<Int>) throws(ManifestError) -> Int {
    let text = try word(what)
    guard let value = Int(text), range.contains(value) else {
      throw failure("expected \(what) from \(range.lowerBound) to \(range.upperBound), found '\(text)'")
    }
    return value
  }

  /// A quoted text.
  mutating func quoted(_ what: String) throws(ManifestError) -> String {
    guard peek() == 0x22 else { throw failure("expected \(what) in quotation marks") }
    position += 1
    var result: [UInt8] = []
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x22: return String(decoding: result, as: UTF8.self)
      case 0x5c: result += try escape()
      default: result.append(byte)
      }
    }
    throw failure("\(what) has no closing quotation mark")
  }

  /// What follows a backslash inside quotation marks.
  private mutating func escape() throws(ManifestError) -> [UInt8] {
    guard position < bytes.endIndex else { throw failure("the line ends in an escape") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22, 0x5c: return [byte]
    case 0x6e: return [0x0a]
    case 0x72: return [0x0d]
    case 0x74: return [0x09]
    case 0x75:
      guard let end = bytes[position...].firstIndex(of: 0x7d) else { throw failure("\\u{ without }") }
      let digits = bytes[position..<end]
      position = end + 1
      return try scalar(digits)
    default: throw failure("unknown escape '\\\(Character(Unicode.Scalar(byte)))'")
    }
  }

  /// The UTF-8 of the scalar written `{hex`; nothing for `{`.
  private func scalar(_ digits: ArraySlice<UInt8>) throws(ManifestError) -> [UInt8] {
    let text = String(decoding: digits.dropFirst(), as: UTF8.self)
    guard digits.first == 0x7b else { throw failure("expected { after \\u") }
    if text.isEmpty { return [] }
    guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw failure("'\(text)' is no character code")
    }
    return Array(String(scalar).utf8)
  }

  private func unescape(_ raw: ArraySlice<UInt8>) throws(ManifestError) -> String {
    guard raw.contains(0x5c) else {
      guard let text = String(validating: raw, as: UTF8.self) else { throw failure("it is not UTF-8") }
      return text
    }
    var result: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == 0x5c else {
        result.append(raw[index])
        index += 1
        continue
      }
      guard index + 1 < raw.endIndex, raw[index + 1] == 0x75, let end = raw[index...].firstIndex(of: 0x7d) else {
        throw failure("expected \\u{hex} in '\(String(decoding: raw, as: UTF8.self))'")
      }
      result += try scalar(raw[(index + 2)..<end])
      index = end + 1
    }
    guard let text = String(validating: result, as: UTF8.self) else { throw failure("it is not UTF-8") }
    return text
  }
}
