import Crypto

/// The identity hashes of a module (package-format.md section 2) and ids that follow from names.
public enum ModuleIdentity {
  /// The `noLicenseId` of a module that needs no platform licence: SHA-1 of id, last change and a fixed word.
  ///
  /// - Parameters:
  ///   - moduleID: the module's id.
  ///   - lastChangedTime: the text of the attribute: milliseconds since 1970.
  /// - Returns: 40 lower-case hexadecimal digits.
  public static func noLicenseID(moduleID: String, lastChangedTime: String) -> String {
    sha1(moduleID + lastChangedTime + "STARFACE")
  }

  /// The `writeHash` of a module that opens for editing with `password`; an empty one leaves it open for everybody.
  ///
  /// - Returns: 40 lower-case hexadecimal digits.
  public static func writeHash(moduleID: String, password: String = "") -> String {
    sha1(moduleID + password)
  }

  /// An id that follows from the module's id and a path of names, so that sources need not state one and yet every
  /// build gives the same: a name-based UUID (RFC 9562 section 5.5).
  public static func derivedID(moduleID: String, path: String...) -> String {
    derivedID(moduleID: moduleID, path: path)
  }

  static func derivedID(moduleID: String, path: [String]) -> String {
    // U+001F separates, as it cannot stand in a name of the designer.
    let text = ([moduleID] + path).joined(separator: "\u{1F}")
    var bytes = Array(Insecure.SHA1.hash(data: Array(text.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = hexadecimal(bytes)
    var id = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { id += "-" }
      id.append(digit)
    }
    return id
  }

  private static func sha1(_ text: String) -> String {
    hexadecimal(Insecure.SHA1.hash(data: Array(text.utf8)))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
