/// A canonical prefix code with bounded lengths (RFC 1951 section 3.2.2).
struct HuffmanCode {
  /// The length of each symbol's code; 0 for symbols that do not occur.
  let lengths: [Int]
  /// Each symbol's code, first bit lowest, as deflate sends it.
  let codes: [UInt32]

  /// The codes that blocks without a header use (RFC 1951 section 3.2.6).
  static let fixedLiterals = HuffmanCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
  )
  /// The distance codes that blocks without a header use.
  static let fixedDistances = HuffmanCode(lengths: [Int](repeating: 5, count: 30))

  /// The best code for symbols that occur that often, no code longer than `limit`.
  init(counts: [Int], limit: Int) {
    var counts = counts
    // Old readers refuse a code of one symbol: give it company.
    var used = counts.count { $0 > 0 }
    for symbol in counts.indices where used < 2 && counts[symbol] == 0 {
      counts[symbol] = 1
      used += 1
    }
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    let depths = Self.depths(symbols.map { counts[$0] })
    var lengths = [Int](repeating: 0, count: counts.count)
    var rank = 0
    let perLength = Self.bounded(depths, limit: limit)
    // The rarest symbols come first and get the longest codes.
    for length in stride(from: limit, to: 0, by: -1) {
      for _ in 0..<perLength[length] {
        lengths[symbols[rank]] = length
        rank += 1
      }
    }
    self.init(lengths: lengths)
  }

  private init(lengths: [Int]) {
    self.lengths = lengths
    codes = Self.assign(lengths)
  }

  private static func assign(_ lengths: [Int]) -> [UInt32] {
    var perLength = [UInt32](repeating: 0, count: 16)
    for length in lengths where length > 0 { perLength[length] += 1 }
    var next = [UInt32](repeating: 0, count: 16)
    for length in 1..<16 { next[length] = (next[length - 1] + perLength[length - 1]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[length] += 1 }
      return reversed(next[length], length)
    }
  }

  private static func reversed(_ code: UInt32, _ length: Int) -> UInt32 {
    var code = code
    var result: UInt32 = 0
    for _ in 0..<length {
      result = result << 1 | code & 1
      code >>= 1
    }
    return result
  }

  /// How many bits symbols that occur that often take.
  func cost(_ counts: [Int]) -> Int {
    var bits = 0
    for symbol in counts.indices { bits += counts[symbol] * lengths[symbol] }
    return bits
  }

  /// The depth of each leaf of Huffman's tree, for at least two weights in rising order.
  private static func depths(_ weights: [Int]) -> [Int] {
    let leaves = weights.count
    var weight = weights
    var parent = [Int](repeating: 0, count: 2 * leaves - 1)
    var leaf = 0
    var node = leaves
    // Leaves and inner nodes are two queues that rise by themselves; the two lightest of all are joined.
    func lightest() -> Int {
      if node < weight.count, leaf >= leaves || weight[node] < weight[leaf] {
        node += 1
        return node - 1
      }
      leaf += 1
      return leaf - 1
    }
    while weight.count < 2 * leaves - 1 {
      let a = lightest()
      let b = lightest()
      parent[a] = weight.count
      parent[b] = weight.count
      weight.append(weight[a] + weight[b])
    }
    var depth = [Int](repeating: 0, count: weight.count)
    for index in stride(from: weight.count - 2, through: 0, by: -1) { depth[index] = depth[parent[index]] + 1 }
    return Array(depth[..<leaves])
  }

  /// How many codes have each length, after those that are too long were shortened at the cost of others.
  private static func bounded(_ depths: [Int], limit: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: limit + 1)
    for depth in depths { counts[min(depth, limit)] += 1 }
    // Kraft's sum in units of the longest code; a full code has 2^limit.
    var sum = 0
    for length in 1...limit { sum += counts[length] << (limit - length) }
    while sum > 1 << limit {
      guard let shorter = (1..<limit).last(where: { counts[$0] > 0 }) else { break }
      counts[limit] -= 1
      counts[shorter] -= 1
      counts[shorter + 1] += 2
      sum -= 1
    }
    return counts
  }
}
