import Archives
import Crypto

/// A digest that a manifest or signature file states: `SHA-256-Digest: …` (JAR File Specification, Signed JAR File).
struct JarDigest {
  /// The algorithm as it is written, which is how Java's messages name it.
  let algorithm: String
  private let value: String

  /// The digest that an attribute of one kind states (`-Digest`, `-Digest-Manifest`); nil for other attributes.
  init?(_ attribute: JarManifest.Attribute, kind: String) {
    let name = attribute.name
    guard name.count > kind.count, name.lowercased().hasSuffix(kind.lowercased()) else { return nil }
    algorithm = String(name.dropLast(kind.count))
    value = attribute.value
  }

  /// Whether it is the digest of these bytes; nil for an algorithm that is not known here.
  func fits(_ bytes: some Sequence<UInt8>) -> Bool? {
    let bytes = Array(bytes)
    let digest: [UInt8]
    switch algorithm.uppercased().filter({ $0 != "-" }) {
    case "MD5": digest = Array(Insecure.MD5.hash(data: bytes))
    case "SHA", "SHA1": digest = Array(Insecure.SHA1.hash(data: bytes))
    case "SHA256": digest = Array(SHA256.hash(data: bytes))
    case "SHA384": digest = Array(SHA384.hash(data: bytes))
    case "SHA512": digest = Array(SHA512.hash(data: bytes))
    default: return nil
    }
    return Self.base64(digest) == value
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        text.append(index > group.count ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * index) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
