/// A `java.util.HashMap` or `LinkedHashMap` of designer values, with reference semantics and Java's iteration order.
///
/// Modules print maps and loop over them, so the order is part of what a log shows: a `HashMap` is walked by bucket,
/// in a table that doubles at three quarters full, exactly as OpenJDK lays it out.
///
/// `@unchecked Sendable` for the same reason as ``JavaList``.
public final class JavaMap: @unchecked Sendable {
  /// In which order the map is walked.
  public enum Order: Sendable {
    /// By bucket, as `java.util.HashMap`.
    case hash
    /// By insertion, as `java.util.LinkedHashMap`.
    case insertion
  }

  /// One key with its value.
  public struct Entry: Sendable {
    /// The key.
    public let key: Value
    /// The value.
    public var value: Value
    fileprivate let hash: UInt32
    fileprivate var next: Int32
    fileprivate var isLive: Bool
  }

  /// In which order the map is walked.
  public let order: Order
  private var slots: [Entry] = []
  private var buckets: [Int32] = []
  /// How many keys there are.
  public private(set) var count = 0

  /// Makes an empty map.
  public init(order: Order = .hash) { self.order = order }

  /// Makes a map of `pairs`; a later pair replaces an earlier one of the same key.
  public convenience init(_ pairs: [(Value, Value)], order: Order = .hash) {
    self.init(order: order)
    for (key, value) in pairs { self[key] = value }
  }

  deinit {
    var values = takeValues()
    CollectionTeardown.release(&values)
  }

  /// Empties the map and gives the keys and values that hold other collections.
  func takeValues() -> [Value] {
    var values: [Value] = []
    for slot in slots {
      if slot.key.isCollection { values.append(slot.key) }
      if slot.value.isCollection { values.append(slot.value) }
    }
    slots = []
    buckets = []
    count = 0
    return values
  }

  /// The value under `key`; nil when there is none. Assigning nil removes the key.
  public subscript(key: Value) -> Value? {
    get { find(key).map { slots[$0].value } }
    set {
      if let newValue { put(key, newValue) } else { remove(key) }
    }
  }

  /// Stores `value` under `key`; gives the value it replaces, as `Map.put`.
  @discardableResult
  public func put(_ key: Value, _ value: Value) -> Value? {
    if let slot = find(key) {
      let previous = slots[slot].value
      slots[slot].value = value
      return previous
    }
    if count + 1 > buckets.count / 4 * 3 { grow() }
    let hash = Self.spread(key)
    slots.append(Entry(key: key, value: value, hash: hash, next: -1, isLive: true))
    append(Int32(slots.count - 1))
    count += 1
    return nil
  }

  /// Removes `key`; gives the value it had, as `Map.remove`.
  @discardableResult
  public func remove(_ key: Value) -> Value? {
    guard let slot = find(key) else { return nil }
    let removed = slots[slot]
    let bucket = Int(removed.hash) & (buckets.count - 1)
    if buckets[bucket] == slot {
      buckets[bucket] = removed.next
    } else {
      var at = Int(buckets[bucket])
      while slots[at].next != slot { at = Int(slots[at].next) }
      slots[at].next = removed.next
    }
    slots[slot] = Entry(key: .null, value: .null, hash: 0, next: -1, isLive: false)
    count -= 1
    if slots.count > 32, count < slots.count / 2 { compact() }
    return removed.value
  }

  /// Removes every key; the table keeps its size, as in Java.
  public func removeAll() {
    slots.removeAll()
    for bucket in buckets.indices { buckets[bucket] = -1 }
    count = 0
  }

  /// The entries in the map's own order.
  public var entries: [Entry] {
    switch order {
    case .insertion: return slots.filter(\.isLive)
    case .hash:
      var all: [Entry] = []
      all.reserveCapacity(count)
      for bucket in buckets {
        var at = bucket
        while at >= 0 {
          all.append(slots[Int(at)])
          at = slots[Int(at)].next
        }
      }
      return all
    }
  }

  private func find(_ key: Value) -> Int? {
    guard count > 0 else { return nil }
    let hash = Self.spread(key)
    var at = buckets[Int(hash) & (buckets.count - 1)]
    while at >= 0 {
      let slot = Int(at)
      if slots[slot].hash == hash, slots[slot].key.javaEquals(key) { return slot }
      at = slots[slot].next
    }
    return nil
  }

  /// `HashMap.hash`: the high half folded into the low one.
  private static func spread(_ key: Value) -> UInt32 {
    let hash = UInt32(bitPattern: key.javaHash)
    return hash ^ (hash >> 16)
  }

  private func append(_ slot: Int32) {
    let bucket = Int(slots[Int(slot)].hash) & (buckets.count - 1)
    guard buckets[bucket] >= 0 else {
      buckets[bucket] = slot
      return
    }
    var at = Int(buckets[bucket])
    while slots[at].next >= 0 { at = Int(slots[at].next) }
    slots[at].next = slot
  }

  /// `HashMap.resize`: twice the buckets, each bucket's order kept.
  private func grow() {
    let walk = order == .hash ? chained() : []
    let size = max(16, buckets.count * 2)
    buckets = Array(repeating: -1, count: size)
    relink(walk)
  }

  private func chained() -> [Int32] {
    var walk: [Int32] = []
    walk.reserveCapacity(count)
    for bucket in buckets {
      var at = bucket
      while at >= 0 {
        walk.append(at)
        at = slots[Int(at)].next
      }
    }
    return walk
  }

  private func relink(_ walk: [Int32]) {
    let walk = order == .hash ? walk : slots.indices.filter { slots[$0].isLive }.map { Int32($0) }
    var tails = Array(repeating: Int32(-1), count: buckets.count)
    for slot in walk {
      slots[Int(slot)].next = -1
      let bucket = Int(slots[Int(slot)].hash) & (buckets.count - 1)
      if tails[bucket] < 0 { buckets[bucket] = slot } else { slots[Int(tails[bucket])].next = slot }
      tails[bucket] = slot
    }
  }

  /// Drops the slots of removed keys, so that a map that is filled and emptied for ever stays small.
  private func compact() {
    let walk = chained()
    var moved = Array(repeating: Int32(-1), count: slots.count)
    var kept: [Entry] = []
    kept.reserveCapacity(count)
    for slot in slots.indices where slots[slot].isLive {
      moved[slot] = Int32(kept.count)
      kept.append(slots[slot])
    }
    slots = kept
    for bucket in buckets.indices { buckets[bucket] = -1 }
    relink(walk.map { moved[Int($0)] })
  }
}
