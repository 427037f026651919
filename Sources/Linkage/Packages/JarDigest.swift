import Archives
import Crypto
import FoundationEssentials

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
    return Data(digest).base64EncodedString() == value
  }
}
