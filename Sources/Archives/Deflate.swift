/// A deflate encoder (RFC 1951) with one fixed effort, so that the same content gives the same bytes everywhere.
///
/// zlib is at hand, yet its output is not part of its promise: zlib-ng and vendors' builds, which distributions put in
/// its place, compress differently. Reproducible packages therefore need an encoder of their own. Its effort lies
/// between zlib's levels 6 and 9.
enum Deflate {
  /// Tokens in one block: as many as keep a block's codes fitting to its content.
  private static let blockTokens = 32_768

  /// Compresses all of `input` into one complete stream.
  static func compress(_ input: [UInt8]) -> [UInt8] {
    var writer = BitWriter(capacity: input.count / 2 + 64)
    var finder = MatchFinder()
    var tokens: [Token] = []
    tokens.reserveCapacity(min(blockTokens, input.count) + 1)
    input.withUnsafeBufferPointer { input in
      var position = 0
      var blockStart = 0
      repeat {
        position = finder.fill(&tokens, limit: blockTokens, from: position, in: input)
        DeflateBlock(tokens: tokens, source: UnsafeBufferPointer(rebasing: input[blockStart..<position]))
          .write(to: &writer, isLast: position == input.count)
        tokens.removeAll(keepingCapacity: true)
        blockStart = position
      } while position < input.count
    }
    return writer.finish()
  }

  /// A literal byte, or a match: length from 3 to 258, distance from 1 to 32768.
  struct Token {
    /// The literal, or the match's length plus 256.
    private let first: UInt16
    private let second: UInt16

    init(literal: UInt8) {
      first = UInt16(literal)
      second = 0
    }

    init(length: Int, distance: Int) {
      first = UInt16(truncatingIfNeeded: length + 256)
      second = UInt16(truncatingIfNeeded: distance)
    }

    var isLiteral: Bool { first < 256 }
    /// The symbol of the literal and length alphabet, with its extra bits.
    var symbol: (code: Int, extra: UInt32, bits: Int) {
      guard !isLiteral else { return (Int(first), 0, 0) }
      let length = Int(first) - 256
      if length == 258 { return (285, 0, 0) }
      let value = length - 3
      if value < 8 { return (257 + value, 0, 0) }
      let power = value.bitWidth - 1 - value.leadingZeroBitCount
      let bits = power - 2
      return (257 + 4 * (power - 1) + (value >> bits & 3), UInt32(value & ((1 << bits) - 1)), bits)
    }
    /// The symbol of the distance alphabet, with its extra bits.
    var distance: (code: Int, extra: UInt32, bits: Int) {
      let value = Int(second) - 1
      if value < 4 { return (value, 0, 0) }
      let power = value.bitWidth - 1 - value.leadingZeroBitCount
      let bits = power - 1
      return (2 * power + (value >> bits & 1), UInt32(value & ((1 << bits) - 1)), bits)
    }
  }
}

/// Bits into bytes, lowest first.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Appends the lowest `bits` bits of a value, at most 32.
  mutating func put(_ value: UInt32, _ bits: Int) {
    pending |= UInt64(value) << UInt64(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Fills up to a whole byte with zeros.
  mutating func align() {
    if count > 0 { put(0, 8 - count) }
  }

  /// Appends whole bytes; only after `align()`.
  mutating func put(_ whole: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: whole) }

  /// All bytes, the last one filled up.
  mutating func finish() -> [UInt8] {
    align()
    return bytes
  }
}
