extension Value {
  /// What `a.equals(b)` says in Java, `null` being equal to `null` only: numbers of different classes differ.
  ///
  /// Where Java would run out of stack, comparing collections that hold themselves, the answer is false.
  public func javaEquals(_ other: Value) -> Bool {
    var walk = CollectionWalk()
    return equals(other, &walk)
  }

  private func equals(_ other: Value, _ walk: inout CollectionWalk) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.string(let a), .string(let b)): return a.utf8.elementsEqual(b.utf8)
    case (.integer(let a), .integer(let b)): return a == b
    case (.long(let a), .long(let b)): return a == b
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.double(let a), .double(let b)): return a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
    case (.date(let a), .date(let b)): return a == b
    case (.decimal(let a), .decimal(let b)):
      return a.isNegative == b.isNegative && a.scale == b.scale && a.digits == b.digits
    case (.bytes(let a), .bytes(let b)): return a === b
    case (.object(let a), .object(let b)): return a === b
    case (.list(let a), .list(let b)):
      if a === b { return true }
      guard a.count == b.count, walk.enter() else { return false }
      defer { walk.leave() }
      for (x, y) in zip(a.elements, b.elements) where !x.equals(y, &walk) { return false }
      return true
    case (.map(let a), .map(let b)):
      if a === b { return true }
      guard a.count == b.count, walk.enter() else { return false }
      defer { walk.leave() }
      for entry in a.entries {
        guard let value = b[entry.key], entry.value.equals(value, &walk) else { return false }
      }
      return true
    default: return false
    }
  }

  /// What `hashCode()` gives in Java; an object's is its identity.
  public var javaHash: Int32 {
    var walk = CollectionWalk()
    return hash(&walk)
  }

  private func hash(_ walk: inout CollectionWalk) -> Int32 {
    switch self {
    case .null: return 0
    case .boolean(let value): return value ? 1231 : 1237
    case .string(let text): return Self.javaHash(of: text)
    case .integer(let number): return number
    case .long(let number), .date(let number): return Int32(truncatingIfNeeded: number ^ (number &>> 32))
    case .double(let number):
      let bits = number.isNaN ? Int64(0x7ff8_0000_0000_0000) : Int64(bitPattern: number.bitPattern)
      return Int32(truncatingIfNeeded: bits ^ Int64(bitPattern: UInt64(bitPattern: bits) >> 32))
    case .decimal(let number): return Self.javaHash(of: number.javaText)
    case .list(let list):
      guard walk.enter() else { return 0 }
      defer { walk.leave() }
      var hash: Int32 = 1
      for element in list.elements { hash = 31 &* hash &+ element.hash(&walk) }
      return hash
    case .map(let map):
      guard walk.enter() else { return 0 }
      defer { walk.leave() }
      var hash: Int32 = 0
      for entry in map.entries { hash = hash &+ (entry.key.hash(&walk) ^ entry.value.hash(&walk)) }
      return hash
    case .bytes(let array): return Int32(truncatingIfNeeded: ObjectIdentifier(array).hashValue)
    case .object(let object): return Int32(truncatingIfNeeded: ObjectIdentifier(object).hashValue)
    }
  }

  /// `String.hashCode`: over UTF-16 units, 31 to the power of what is left.
  static func javaHash(of text: String) -> Int32 {
    text.utf16.reduce(Int32(0)) { 31 &* $0 &+ Int32($1) }
  }
}

/// Keeps a walk through nested collections finite: a list can hold itself, or hold one that holds it twice.
struct CollectionWalk {
  private var depth = 0
  private var visits = 0

  /// Whether one more collection may be entered.
  mutating func enter() -> Bool {
    guard depth < 256, visits < 1_000_000 else { return false }
    depth += 1
    visits += 1
    return true
  }

  /// The collection was left.
  mutating func leave() { depth -= 1 }
}
