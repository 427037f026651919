/// One block of a deflate stream, written in the shortest of its three forms (RFC 1951 section 3.2).
struct DeflateBlock {
  /// What the block says.
  let tokens: [Deflate.Token]
  /// The bytes it stands for.
  let source: UnsafeBufferPointer<UInt8>

  private static let endOfBlock = 256
  /// The order in which the lengths of the code length codes are sent.
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Writes the block.
  func write(to writer: inout BitWriter, isLast: Bool) {
    let last: UInt32 = isLast ? 1 : 0
    var literalCounts = [Int](repeating: 0, count: 286)
    var distanceCounts = [Int](repeating: 0, count: 30)
    literalCounts[Self.endOfBlock] = 1
    var extraBits = 0
    for token in tokens {
      let symbol = token.symbol
      literalCounts[symbol.code] += 1
      extraBits += symbol.bits
      if !token.isLiteral {
        let distance = token.distance
        distanceCounts[distance.code] += 1
        extraBits += distance.bits
      }
    }
    let literals = HuffmanCode(counts: literalCounts, limit: 15)
    let distances = HuffmanCode(counts: distanceCounts, limit: 15)
    let header = Header(literals: literals.lengths, distances: distances.lengths)
    let dynamic = header.bits + literals.cost(literalCounts) + distances.cost(distanceCounts)
    let fixed = HuffmanCode.fixedLiterals.cost(literalCounts) + HuffmanCode.fixedDistances.cost(distanceCounts)
    // Up to seven bits of filling before the two lengths of a stored block.
    if source.count <= 0xFFFF, 7 + 32 + source.count * 8 < min(dynamic, fixed) + extraBits {
      writer.put(last, 3)
      writer.align()
      writer.put(UInt32(source.count), 16)
      writer.put(UInt32(source.count) ^ 0xFFFF, 16)
      writer.put(source)
    } else if fixed <= dynamic {
      writer.put(last | 1 << 1, 3)
      write(HuffmanCode.fixedLiterals, HuffmanCode.fixedDistances, to: &writer)
    } else {
      writer.put(last | 2 << 1, 3)
      header.write(to: &writer)
      write(literals, distances, to: &writer)
    }
  }

  private func write(_ literals: HuffmanCode, _ distances: HuffmanCode, to writer: inout BitWriter) {
    for token in tokens {
      let symbol = token.symbol
      writer.put(literals.codes[symbol.code], literals.lengths[symbol.code])
      guard !token.isLiteral else { continue }
      writer.put(symbol.extra, symbol.bits)
      let distance = token.distance
      writer.put(distances.codes[distance.code], distances.lengths[distance.code])
      writer.put(distance.extra, distance.bits)
    }
    writer.put(literals.codes[Self.endOfBlock], literals.lengths[Self.endOfBlock])
  }

  /// The code lengths of both alphabets, run-length coded and Huffman coded (RFC 1951 section 3.2.7).
  private struct Header {
    private let literalCount: Int
    private let distanceCount: Int
    private let lengthCount: Int
    private let runs: [(symbol: Int, extra: UInt32, bits: Int)]
    private let code: HuffmanCode
    /// What it costs.
    let bits: Int

    init(literals: [Int], distances: [Int]) {
      literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
      distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
      runs = Self.runs(literals[..<literalCount] + distances[..<distanceCount])
      var counts = [Int](repeating: 0, count: 19)
      for run in runs { counts[run.symbol] += 1 }
      let code = HuffmanCode(counts: counts, limit: 7)
      self.code = code
      lengthCount = max(4, (DeflateBlock.lengthOrder.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
      bits = 14 + 3 * lengthCount + code.cost(counts) + runs.reduce(0) { $0 + $1.bits }
    }

    func write(to writer: inout BitWriter) {
      writer.put(UInt32(literalCount - 257), 5)
      writer.put(UInt32(distanceCount - 1), 5)
      writer.put(UInt32(lengthCount - 4), 4)
      for symbol in DeflateBlock.lengthOrder[..<lengthCount] { writer.put(UInt32(code.lengths[symbol]), 3) }
      for run in runs {
        writer.put(code.codes[run.symbol], code.lengths[run.symbol])
        writer.put(run.extra, run.bits)
      }
    }

    private static func runs(_ lengths: ArraySlice<Int>) -> [(symbol: Int, extra: UInt32, bits: Int)] {
      var runs: [(symbol: Int, extra: UInt32, bits: Int)] = []
      var rest = lengths
      while let value = rest.first {
        let count = rest.prefix { $0 == value }.count
        rest = rest.dropFirst(count)
        var left = count
        if value > 0 {
          runs.append((value, 0, 0))
          left -= 1
        }
        while left >= 3 {
          let most = value > 0 ? 6 : 138
          let taken = min(left, most)
          if value > 0 {
            runs.append((16, UInt32(taken - 3), 2))
          } else if taken <= 10 {
            runs.append((17, UInt32(taken - 3), 3))
          } else {
            runs.append((18, UInt32(taken - 11), 7))
          }
          left -= taken
        }
        for _ in 0..<left { runs.append((value, 0, 0)) }
      }
      return runs
    }
  }
}
