/// Symbols to numbers, open-addressed; smaller and faster than a dictionary, and copied in one go.
///
/// Two are equal when the same was noted in the same order; of maps made otherwise that is not to be asked.
struct SymbolMap: Equatable, Sendable {
  private var slots: [UInt64]
  private(set) var count = 0

  /// An empty map with room for `capacity` entries.
  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  /// The number of a symbol.
  subscript(symbol: Symbol) -> Int32? {
    @inline(__always) get {
      let mask = slots.count - 1
      var slot = Int(symbol.id &* 0x9E37_79B1) & mask
      let key = UInt64(symbol.id) + 1
      while slots[slot] != 0 {
        if slots[slot] >> 32 == key { return Int32(truncatingIfNeeded: slots[slot]) }
        slot = (slot + 1) & mask
      }
      return nil
    }
    set {
      guard let newValue else { return }
      if count * 4 >= slots.count * 3 { grow() }
      insert(UInt64(symbol.id) + 1, UInt32(bitPattern: newValue))
    }
  }

  /// The numbers of all symbols, in no order that matters.
  var values: [Int32] { slots.lazy.filter { $0 != 0 }.map { Int32(truncatingIfNeeded: $0) } }

  private mutating func insert(_ key: UInt64, _ value: UInt32) {
    let mask = slots.count - 1
    var slot = Int(UInt32(truncatingIfNeeded: key - 1) &* 0x9E37_79B1) & mask
    while slots[slot] != 0, slots[slot] >> 32 != key { slot = (slot + 1) & mask }
    if slots[slot] == 0 { count += 1 }
    slots[slot] = key << 32 | UInt64(value)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for entry in old where entry != 0 { insert(entry >> 32, UInt32(truncatingIfNeeded: entry)) }
  }
}
