/// What one pass over a name's bytes tells, eight bytes at a time: a large jar has tens of thousands of names.
struct NameTraits {
  /// Whether all bytes are ASCII.
  private(set) var isASCII = true
  /// Whether nothing about the bytes is worth a second look: no control character, backslash, two dots in a row,
  /// leading slash or drive letter.
  private(set) var isPlain = true
  /// A hash that is the same for names which differ only in the case of ASCII letters.
  private(set) var foldedHash: UInt64

  /// Nobody can make names that collide on purpose, since each process draws a number of its own.
  private static let seed = UInt64.random(in: .min ... .max)

  /// Reads a name.
  init(_ name: UnsafeRawBufferPointer) {
    foldedHash = Self.seed ^ UInt64(name.count)
    var place = 0
    var lastIsDot: UInt64 = 0
    while place + 8 <= name.count {
      read(UInt64(littleEndian: name.loadUnaligned(fromByteOffset: place, as: UInt64.self)), &lastIsDot)
      place += 8
    }
    if place < name.count {
      // Filled up with a letter, which is as plain as can be; the length is part of the hash already.
      var word = Self.everyByte(UInt8(ascii: "a")) << UInt64((name.count - place) * 8)
      for shift in 0..<name.count - place { word |= UInt64(name[place + shift]) << UInt64(shift * 8) }
      read(word, &lastIsDot)
    }
    guard let first = name.first else {
      isPlain = false
      return
    }
    if first == UInt8(ascii: "/") || name.count > 1 && name[1] == UInt8(ascii: ":") { isPlain = false }
  }

  /// Takes the next eight bytes. `lastIsDot` is 0x80 when the byte before them was a dot.
  @inline(__always)
  private mutating func read(_ word: UInt64, _ lastIsDot: inout UInt64) {
    let high = Self.everyByte(0x80)
    if word & high != 0 { isASCII = false }
    let dots = Self.zeros(word ^ Self.everyByte(UInt8(ascii: ".")))
    let doubtful =
      // Less than a blank, by the borrow out of the byte; a byte of 0x80 and more is no ASCII, and seen to elsewhere.
      (word &- Self.everyByte(0x20)) & ~word & high
      | Self.zeros(word ^ Self.everyByte(0x7F)) | Self.zeros(word ^ Self.everyByte(UInt8(ascii: "\\")))
      | dots & (dots << 8 | lastIsDot)
    if doubtful != 0 { isPlain = false }
    lastIsDot = dots >> 56
    // A byte's upper bit is set in the first sum from "A" on, in the second beyond "Z": what differs is upper case.
    let low = word & ~high
    let upper = (low &+ Self.everyByte(0x80 - 0x41)) ^ (low &+ Self.everyByte(0x7F - 0x5A))
    let folded = word | (upper & ~word & high) >> 2
    // As wyhash mixes: the two halves of a product.
    let product = (foldedHash ^ folded).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    foldedHash = product.high ^ product.low
  }

  /// The upper bit of every byte that is zero, and perhaps of one that follows such a byte.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- everyByte(0x01)) & ~word & everyByte(0x80)
  }

  @inline(__always)
  private static func everyByte(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
