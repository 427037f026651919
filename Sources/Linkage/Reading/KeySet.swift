/// Numbers that were seen, open-addressed.
///
/// `Set` would hash every use of every class with a keyed function, which was a twentieth of a check; who chooses his
/// names so that they collide here only makes his own check slower.
struct KeySet {
  private var slots = [UInt64](repeating: 0, count: 64)
  private var count = 0

  /// Notes a number; answers whether it is new.
  mutating func insert(_ key: UInt64) -> Bool {
    if count * 2 >= slots.count { grow() }
    return place(key)
  }

  /// Whether a number was noted.
  func contains(_ key: UInt64) -> Bool {
    let mark = key &+ 1
    let mask = slots.count - 1
    var slot = Self.slot(mark, mask)
    while slots[slot] != 0 {
      if slots[slot] == mark { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// Forgets all numbers. Half of the room is given back if little of it was used: after an unusually large class it would
  /// be cleared for each small one.
  mutating func removeAll() {
    guard count > 0 else { return }
    if count * 8 < slots.count, slots.count > 64 {
      slots = [UInt64](repeating: 0, count: slots.count / 2)
    } else {
      for index in slots.indices { slots[index] = 0 }
    }
    count = 0
  }

  @inline(__always)
  private static func slot(_ mark: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (mark &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  @inline(__always)
  private mutating func place(_ key: UInt64) -> Bool {
    // 0 marks free slots.
    let mark = key &+ 1
    let mask = slots.count - 1
    var slot = Self.slot(mark, mask)
    while slots[slot] != 0 {
      if slots[slot] == mark { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = mark
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for mark in old where mark != 0 { _ = place(mark &- 1) }
  }
}
