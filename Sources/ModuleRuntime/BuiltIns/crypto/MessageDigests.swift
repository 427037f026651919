import Crypto

/// Hashes of text, as `java.security.MessageDigest` over its UTF-8 bytes; lower-case hexadecimal.
enum MessageDigests {
  static let functions: [BuiltInFunction] = [
    .value(
      "starface.crypto",
      "MessageDigestFunction",
      "MessageDigestFunction$Algorithm algorithm, String inputString",
      "String hashString"
    ) { call in
      guard let text = call.optionalText(1) else { throw JavaException.nullPointer }
      guard let digest = digest(Array(text.utf8), algorithm: call.text(0)) else {
        throw JavaException("java.security.NoSuchAlgorithmException", "\(call.text(0)) MessageDigest not available")
      }
      return .string(hexadecimal(digest))
    }
  ]

  /// The digest, or nil for an algorithm that is none; `SHA-256`, `SHA_256` and `sha256` are the same name.
  private static func digest(_ bytes: [UInt8], algorithm: String) -> [UInt8]? {
    switch algorithm.uppercased().filter({ $0 != "-" && $0 != "_" }) {
    case "MD5": Array(Insecure.MD5.hash(data: bytes))
    case "SHA", "SHA1": Array(Insecure.SHA1.hash(data: bytes))
    case "SHA256": Array(SHA256.hash(data: bytes))
    case "SHA384": Array(SHA384.hash(data: bytes))
    case "SHA512": Array(SHA512.hash(data: bytes))
    default: nil
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
