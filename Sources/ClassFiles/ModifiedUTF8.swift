/// The string encoding of class files (JVMS §4.4.7): UTF-16 code units in one to three bytes each, NUL as `C0 80`.
public enum ModifiedUTF8 {
  /// The code units of encoded bytes; nil where the bytes are not well-formed.
  public static func codeUnits(_ bytes: borrowing Span<UInt8>) -> [UInt16]? {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var index = 0
    func continuation(_ at: Int, _ bytes: borrowing Span<UInt8>) -> UInt16? {
      guard at < bytes.count, bytes[at] & 0xC0 == 0x80 else { return nil }
      return UInt16(bytes[at] & 0x3F)
    }
    while index < bytes.count {
      let first = bytes[index]
      switch first {
      case 0x01...0x7F:
        units.append(UInt16(first))
        index += 1
      case 0xC0...0xDF:
        guard let second = continuation(index + 1, bytes) else { return nil }
        units.append(UInt16(first & 0x1F) << 6 | second)
        index += 2
      case 0xE0...0xEF:
        guard let second = continuation(index + 1, bytes), let third = continuation(index + 2, bytes) else {
          return nil
        }
        units.append(UInt16(first & 0x0F) << 12 | second << 6 | third)
        index += 3
      default:
        return nil
      }
    }
    return units
  }

  /// The string of encoded bytes; nil where they are not well-formed. A surrogate without its partner, which a
  /// Java string may hold and a Swift string may not, becomes U+FFFD.
  public static func string(_ bytes: borrowing Span<UInt8>) -> String? {
    var isASCII = true
    for index in bytes.indices where bytes[index] &- 1 >= 0x7F {
      isASCII = false
      break
    }
    if isASCII {
      return bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    return codeUnits(bytes).map { String(decoding: $0, as: UTF16.self) }
  }

  /// The encoded bytes of a string.
  public static func bytes(_ string: some StringProtocol) -> [UInt8] { bytes(codeUnits: string.utf16) }

  /// The encoded bytes of UTF-16 code units, surrogates taken one by one.
  public static func bytes(codeUnits: some Sequence<UInt16>) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in codeUnits {
      switch unit {
      case 0x0001...0x007F:
        bytes.append(UInt8(unit))
      case 0x0000, 0x0080...0x07FF:
        bytes.append(0xC0 | UInt8(unit >> 6))
        bytes.append(0x80 | UInt8(unit & 0x3F))
      default:
        bytes.append(0xE0 | UInt8(unit >> 12))
        bytes.append(0x80 | UInt8(unit >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(unit & 0x3F))
      }
    }
    return bytes
  }
}
