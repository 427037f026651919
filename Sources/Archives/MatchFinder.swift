/// Finds repetitions by chains of positions with the same hash of three bytes, and prefers a longer match one byte later.
struct MatchFinder {
  private static let window = 32_768
  private static let hashBits = 15
  /// How many earlier positions are tried; as zlib's level 6.
  private static let mostTries = 128
  /// A match this long is taken without a look at the next byte.
  private static let goodLength = 128
  private static let least = 3
  private static let most = 258

  /// The last position with a hash, plus one; 0 is none.
  private var heads = [Int32](repeating: 0, count: 1 << hashBits)
  /// The position before one with the same hash, plus one, by position modulo the window.
  private var earlier = [Int32](repeating: 0, count: window)

  /// Appends tokens from `start` on until there are `limit`, or the input ends; where it stopped.
  mutating func fill(
    _ tokens: inout [Deflate.Token],
    limit: Int,
    from start: Int,
    in input: UnsafeBufferPointer<UInt8>
  ) -> Int {
    heads.withUnsafeMutableBufferPointer { heads in
      earlier.withUnsafeMutableBufferPointer { earlier in
        var position = start
        while position < input.count, tokens.count < limit {
          var match = Self.insert(position, heads, earlier, input)
          guard match.length >= Self.least else {
            tokens.append(.init(literal: input[position]))
            position += 1
            continue
          }
          var matchStart = position
          // While the next byte begins a longer match, the current one becomes a literal.
          while match.length < Self.goodLength, matchStart + 1 < input.count, tokens.count < limit - 1 {
            let next = Self.insert(matchStart + 1, heads, earlier, input)
            position = matchStart + 1
            guard next.length > match.length else { break }
            tokens.append(.init(literal: input[matchStart]))
            match = next
            matchStart += 1
          }
          tokens.append(.init(length: match.length, distance: match.distance))
          let end = matchStart + match.length
          // The bytes inside a match are findable too; `position` is the last one that is known already.
          var inside = position + 1
          while inside < end {
            Self.note(inside, heads, earlier, input)
            inside += 1
          }
          position = end
        }
        return position
      }
    }
  }

  private static func hash(_ position: Int, _ input: UnsafeBufferPointer<UInt8>) -> Int {
    let three = UInt32(input[position]) | UInt32(input[position + 1]) << 8 | UInt32(input[position + 2]) << 16
    return Int((three &* 0x9E37_79B1) >> UInt32(32 - hashBits))
  }

  private static func note(
    _ position: Int,
    _ heads: UnsafeMutableBufferPointer<Int32>,
    _ earlier: UnsafeMutableBufferPointer<Int32>,
    _ input: UnsafeBufferPointer<UInt8>
  ) {
    guard position + least <= input.count else { return }
    let slot = hash(position, input)
    earlier[position & (window - 1)] = heads[slot]
    heads[slot] = Int32(truncatingIfNeeded: position + 1)
  }

  /// Makes `position` findable, and the longest match that begins there; length 0 without one.
  private static func insert(
    _ position: Int,
    _ heads: UnsafeMutableBufferPointer<Int32>,
    _ earlier: UnsafeMutableBufferPointer<Int32>,
    _ input: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, distance: Int) {
    guard position + least <= input.count else { return (0, 0) }
    let slot = hash(position, input)
    var candidate = Int(heads[slot]) - 1
    earlier[position & (window - 1)] = heads[slot]
    heads[slot] = Int32(truncatingIfNeeded: position + 1)
    let longest = min(most, input.count - position)
    var best = (length: least - 1, distance: 0)
    var tries = mostTries
    while candidate >= 0, position - candidate <= window - 1, tries > 0 {
      if input[candidate + best.length] == input[position + best.length] {
        var length = 0
        while length < longest, input[candidate + length] == input[position + length] { length += 1 }
        if length > best.length {
          best = (length, position - candidate)
          if length == longest { break }
        }
      }
      let next = Int(earlier[candidate & (window - 1)]) - 1
      // A slot of the ring that was written anew points forward: the chain is older than the window.
      guard next < candidate else { break }
      candidate = next
      tries -= 1
    }
    // Three bytes from far away cost more bits than they save.
    if best.length == least, best.distance > 4_096 { return (0, 0) }
    return best.distance == 0 ? (0, 0) : best
  }
}
