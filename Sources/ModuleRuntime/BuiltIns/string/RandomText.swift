/// Random texts, as commons-lang3's `RandomStringUtils`, from the runtime's seeded source.
enum RandomText {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars)
  private static let digits = Array("0123456789".unicodeScalars)
  private static let printable = (0x20..<0x7F).map { Unicode.Scalar(UInt8($0)) }

  static let functions: [BuiltInFunction] = [
    .value("starface.string", "RandomAlphabetic", "int length", "String result") { try text($0, of: letters) },
    .value("starface.string", "RandomAlphanumeric", "int length", "String result") {
      try text($0, of: letters + digits)
    },
    .value("starface.string", "RandomNumeric", "int length", "String result") { try text($0, of: digits) },
    .value("starface.string", "RandomChars", "Integer length, String chars", "String result") { call in
      let alphabet = Array(call.text(1).unicodeScalars)
      return try text(call, of: alphabet.isEmpty ? printable : alphabet)
    },
  ]

  private static func text(_ call: BuiltInCall, of alphabet: [Unicode.Scalar]) throws -> Value {
    let length = try call.unboxed(0)
    guard length >= 0 else {
      throw JavaException.illegalArgument("Requested random string length \(length) is less than 0.")
    }
    try JavaException.checkLength(length)
    var result = String.UnicodeScalarView()
    for _ in 0..<length {
      // The high bits times the size: without the bias that a remainder has for small alphabets.
      let pick = call.context.random().multipliedFullWidth(by: UInt64(alphabet.count)).high
      result.append(alphabet[Int(pick)])
    }
    return .string(String(result))
  }
}
