/// One entry of an archive as its central directory record tells it.
public struct ArchiveEntry: Hashable, Sendable {
  /// The place of the record in the central directory, from 0; stable for the life of the archive value.
  public let index: Int
  /// The name as text; bytes that are no UTF-8 are shown as Latin-1 (and reported).
  public let name: String
  /// How the bytes are compressed.
  public let method: CompressionMethod
  /// The general purpose flags (APPNOTE 4.4.4).
  public let flags: Flags
  /// The bytes that the content takes in the archive.
  public let compressedSize: Int
  /// The bytes of the content.
  public let size: Int
  /// The CRC-32 of the content.
  public let crc: UInt32
  /// When it was changed, as MS-DOS time and date, which know no time zone.
  public let modified: DOSTime
  /// The offset of the central directory record in the file.
  public let centralOffset: Int
  /// The offset of the local header in the file (any stub in front already added).
  public let localOffset: Int
  /// The Unix mode, when the archive was made on a Unix system; 0 otherwise.
  public let unixMode: UInt16
  /// The name's bytes, when they are no UTF-8.
  let otherName: [UInt8]?

  /// The name's bytes as they stand in the central directory.
  public var rawName: [UInt8] { otherName ?? Array(name.utf8) }
  /// Whether it is a folder: its name ends in a slash.
  public var isDirectory: Bool { name.utf8.last == UInt8(ascii: "/") }
  /// Whether it is a symbolic link.
  public var isSymbolicLink: Bool { unixMode & 0xF000 == 0xA000 }

  /// The general purpose flags that matter here.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// All sixteen bits.
    public let rawValue: UInt16
    /// Keeps the bits as they are.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The content is encrypted.
    public static let encrypted = Flags(rawValue: 1)
    /// CRC and sizes follow the content in a data descriptor.
    public static let dataDescriptor = Flags(rawValue: 1 << 3)
    /// The name is UTF-8.
    public static let utf8 = Flags(rawValue: 1 << 11)
    /// The central directory is encrypted and local headers are masked.
    public static let maskedHeaders = Flags(rawValue: 1 << 13)
  }
}

/// How an entry's bytes are compressed (APPNOTE 4.4.5); a JAR knows two ways.
public struct CompressionMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The number in the headers.
  public let rawValue: UInt16
  /// Wraps a number as it is.
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Not compressed.
  public static let stored = CompressionMethod(rawValue: 0)
  /// Deflate, RFC 1951.
  public static let deflated = CompressionMethod(rawValue: 8)
  /// Whether Java, and this tool, can read it.
  public var isReadable: Bool { self == .stored || self == .deflated }

  /// The method's usual name, or its number.
  public var description: String {
    switch rawValue {
    case 0: "stored"
    case 8: "deflated"
    case 9: "deflate64"
    case 12: "bzip2"
    case 14: "lzma"
    case 93: "zstd"
    case 95: "xz"
    case 98: "ppmd"
    default: "method \(rawValue)"
    }
  }
}

/// A time as MS-DOS wrote it: local, in steps of two seconds, from 1980 to 2107 (APPNOTE 4.4.6).
public struct DOSTime: Hashable, Sendable, CustomStringConvertible {
  /// Hours, minutes and half seconds.
  public let time: UInt16
  /// Years since 1980, months and days.
  public let date: UInt16

  /// Wraps the two header fields.
  public init(time: UInt16, date: UInt16) {
    self.time = time
    self.date = date
  }

  /// The time of an epoch in seconds since 1970 UTC, clamped to what the format can say.
  public init(epoch: Int) {
    // 1980-01-01T00:00:00Z and 2107-12-31T23:59:58Z.
    let seconds = min(max(epoch, 315_532_800), 4_354_819_198)
    let days = seconds / 86_400
    let rest = seconds % 86_400
    // Days to a civil date in the proleptic Gregorian calendar, with years that begin in March.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let march = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * march + 2) / 5 + 1
    let month = march < 10 ? march + 3 : march - 9
    let civilYear = year + era * 400 + (month <= 2 ? 1 : 0)
    time = UInt16(rest / 3_600) << 11 | UInt16(rest / 60 % 60) << 5 | UInt16(rest % 60 / 2)
    date = UInt16(civilYear - 1980) << 9 | UInt16(month) << 5 | UInt16(dayOfMonth)
  }

  /// `yyyy-mm-dd hh:mm:ss`, as written, sensible or not.
  public var description: String {
    String(unsafeUninitializedCapacity: 19) { text in
      func put(_ number: UInt16, digits: Int, at end: Int) {
        var rest = number
        for place in stride(from: end, to: end - digits, by: -1) {
          text[place - 1] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      text.initialize(repeating: UInt8(ascii: "-"))
      text[10] = UInt8(ascii: " ")
      text[13] = UInt8(ascii: ":")
      text[16] = UInt8(ascii: ":")
      put(1980 + (date >> 9), digits: 4, at: 4)
      put(date >> 5 & 15, digits: 2, at: 7)
      put(date & 31, digits: 2, at: 10)
      put(time >> 11, digits: 2, at: 13)
      put(time >> 5 & 63, digits: 2, at: 16)
      put((time & 31) * 2, digits: 2, at: 19)
      return 19
    }
  }
}
