/// A descriptor or signature being read: a position in its text.
struct TypeText {
  private let bytes: [UInt8]
  private(set) var position = 0

  /// How deep types may nest; javac stops at 255 array dimensions, nobody nests type arguments deeper.
  static let maximumNesting = 255

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func failure(_ expected: String) -> ClassFileError {
    ClassFileError(
      offset: position,
      expected: expected,
      found: isAtEnd
        ? "the end of \"\(String(decoding: bytes, as: UTF8.self))\""
        : "\"\(String(decoding: bytes[position...], as: UTF8.self))\""
    )
  }

  mutating func take() -> UInt8? {
    guard let byte = next else { return nil }
    position += 1
    return byte
  }

  /// Takes one character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func require(_ character: Unicode.Scalar) throws(ClassFileError) {
    guard take(character) else { throw failure("'\(character)'") }
  }

  /// A name of at least one byte, up to one of the characters that cannot stand in it.
  mutating func name(endingAt stops: StaticString) throws(ClassFileError) -> String {
    let start = position
    while let byte = next, !stops.withUTF8Buffer({ $0.contains(byte) }) { position += 1 }
    guard position > start else { throw failure("a name") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  func requireEnd(_ what: String) throws(ClassFileError) {
    guard isAtEnd else { throw failure("the end of the \(what)") }
  }
}
