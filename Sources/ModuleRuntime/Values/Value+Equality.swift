extension Value {
  /// What `a.equals(b)` says in Java, `null` being equal to `null` only: numbers of different classes differ.
  public func javaEquals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.integer(let a), .integer(let b)): a == b
    case (.long(let a), .long(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
    case (.date(let a), .date(let b)): a == b
    case (.decimal(let a), .decimal(let b)):
      a.isNegative == b.isNegative && a.scale == b.scale && a.digits == b.digits
    case (.bytes(let a), .bytes(let b)): a === b
    case (.object(let a), .object(let b)): a === b
    case (.list(let a), .list(let b)):
      a === b || a.count == b.count && zip(a.elements, b.elements).allSatisfy { $0.javaEquals($1) }
    case (.map(let a), .map(let b)):
      a === b
        || a.count == b.count
          && a.entries.allSatisfy { entry in b[entry.key].map { $0.javaEquals(entry.value) } ?? false }
    default: false
    }
  }

  /// What `hashCode()` gives in Java; an object's is its identity.
  public var javaHash: Int32 {
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
    case .list(let list): return list.elements.reduce(Int32(1)) { 31 &* $0 &+ $1.javaHash }
    case .map(let map): return map.entries.reduce(Int32(0)) { $0 &+ ($1.key.javaHash ^ $1.value.javaHash) }
    case .bytes(let array): return Int32(truncatingIfNeeded: ObjectIdentifier(array).hashValue)
    case .object(let object): return Int32(truncatingIfNeeded: ObjectIdentifier(object).hashValue)
    }
  }

  /// `String.hashCode`: over UTF-16 units, 31 to the power of what is left.
  static func javaHash(of text: String) -> Int32 {
    text.utf16.reduce(Int32(0)) { 31 &* $0 &+ Int32($1) }
  }
}
