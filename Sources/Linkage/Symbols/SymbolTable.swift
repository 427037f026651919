import Glibc

/// Interns byte strings: one arena of bytes, one open-addressed table of indices into it.
struct SymbolTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var slots: [UInt32]

  /// A table that holds the well-known symbols.
  init(capacity: Int = 512) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for text in Symbol.wellKnown {
      text.withUTF8Buffer { bytes in _ = intern(UnsafeRawBufferPointer(bytes)) }
    }
  }

  /// How many symbols there are; their ids are below it.
  var count: Int { ends.count }

  /// The symbol of some bytes, made if it is new.
  mutating func intern(_ bytes: UnsafeRawBufferPointer) -> Symbol { intern(bytes, hash: Self.hash(bytes)) }

  /// The symbol of a text, made if it is new.
  mutating func intern(_ text: String) -> Symbol {
    var text = text
    return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
  }

  /// The symbol of some bytes whose hash is known.
  mutating func intern(_ bytes: UnsafeRawBufferPointer, hash: UInt32) -> Symbol {
    if ends.count * 4 >= slots.count * 3 { grow() }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      let index = Int(entry) - 1
      if hashes[index] == hash, equal(index, bytes) { return Symbol(id: UInt32(truncatingIfNeeded: index)) }
      slot = (slot + 1) & mask
    }
    arena.append(contentsOf: bytes)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: ends.count)
    return Symbol(id: UInt32(truncatingIfNeeded: ends.count - 1))
  }

  /// The symbol of some bytes, if it exists.
  func find(_ bytes: UnsafeRawBufferPointer) -> Symbol? {
    let hash = Self.hash(bytes)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, equal(index, bytes) { return Symbol(id: UInt32(truncatingIfNeeded: index)) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The symbol of a text, if it exists.
  func find(_ text: String) -> Symbol? {
    var text = text
    return text.withUTF8 { find(UnsafeRawBufferPointer($0)) }
  }

  /// Takes over every symbol of another table; element `i` of the answer is the new symbol of its symbol `i`.
  mutating func absorb(_ other: SymbolTable) -> [Symbol] {
    var map: [Symbol] = []
    map.reserveCapacity(other.count)
    for index in 0..<other.count {
      let hash = other.hashes[index]
      map.append(other.withBytes(Symbol(id: UInt32(truncatingIfNeeded: index))) { intern($0, hash: hash) })
    }
    return map
  }

  /// Works on the bytes of a symbol in place.
  @inline(__always)
  func withBytes<Result>(_ symbol: Symbol, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let range = self.range(Int(symbol.id))
    return arena.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The first byte of a symbol; 0 for the empty one.
  @inline(__always)
  func firstByte(_ symbol: Symbol) -> UInt8 {
    let range = range(Int(symbol.id))
    return range.isEmpty ? 0 : arena[range.lowerBound]
  }

  /// The text of a symbol.
  func text(_ symbol: Symbol) -> String {
    withBytes(symbol) { String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  private func range(_ index: Int) -> Range<Int> {
    guard index >= 0, index < ends.count else { return 0..<0 }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  @inline(__always)
  private func equal(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let range = range(index)
    guard range.count == bytes.count else { return false }
    guard let base = bytes.baseAddress else { return true }
    return arena.withUnsafeBytes { mine in
      mine.baseAddress.map { memcmp($0 + range.lowerBound, base, bytes.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for index in hashes.indices {
      var slot = Int(hashes[index]) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
    slots = larger
  }

  /// A multiplicative hash over eight bytes at a time.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var state = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      state = (state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    state = (state ^ tail) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: state ^ (state >> 32))
  }
}
