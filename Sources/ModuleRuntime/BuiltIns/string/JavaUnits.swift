/// A Java string's characters: UTF-16 code units, by which every position and length of the platform counts.
///
/// A unit that is half of a surrogate pair becomes U+FFFD on the way back into a `String`, which cannot hold it.
typealias JavaUnits = [UInt16]

extension String {
  /// The text as Java counts it.
  var units: JavaUnits { JavaUnits(utf16) }

  /// Takes Java characters.
  init(units: some Collection<UInt16>) { self.init(decoding: units, as: UTF16.self) }
}

extension RandomAccessCollection where Element == UInt16, Index == Int {
  /// `String.indexOf`: where `search` begins, from `start` on; the empty text is found at once.
  func firstIndex(of search: JavaUnits, from start: Int) -> Int? {
    guard let first = search.first else { return start <= endIndex ? start : nil }
    var at = start
    let last = endIndex - search.count
    while at <= last {
      if self[at] == first, self[at..<(at + search.count)].elementsEqual(search) { return at }
      at += 1
    }
    return nil
  }

  /// `String.lastIndexOf`.
  func lastIndex(of search: JavaUnits) -> Int? {
    var at = endIndex - search.count
    while at >= startIndex {
      if self[at..<(at + search.count)].elementsEqual(search) { return at }
      at -= 1
    }
    return nil
  }

  /// The code point at `index`: a whole surrogate pair, else the unit alone.
  func codePoint(at index: Int) -> UInt32 {
    let unit = self[index]
    guard UTF16.isLeadSurrogate(unit), index + 1 < endIndex, UTF16.isTrailSurrogate(self[index + 1]) else {
      return UInt32(unit)
    }
    return 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(self[index + 1]) - 0xDC00)
  }

  /// The code points in order.
  var codePoints: [UInt32] {
    var all: [UInt32] = []
    all.reserveCapacity(count)
    var at = startIndex
    while at < endIndex {
      let point = codePoint(at: at)
      all.append(point)
      at += point > 0xFFFF ? 2 : 1
    }
    return all
  }
}

extension JavaUnits {
  /// Appends a code point as one or two units.
  mutating func append(codePoint: UInt32) {
    if codePoint <= 0xFFFF {
      append(UInt16(codePoint))
    } else {
      append(UInt16(truncatingIfNeeded: 0xD7C0 + codePoint >> 10))
      append(UInt16(truncatingIfNeeded: 0xDC00 + codePoint & 0x3FF))
    }
  }
}

extension JavaException {
  /// The longest text that a built-in function makes.
  static let longestText = 16 << 20

  /// Stops a function that would make a text of more than ``longestText`` units.
  static func checkLength(_ units: Int) throws(JavaException) {
    if units > longestText { throw JavaException("java.lang.OutOfMemoryError", "Java heap space") }
  }

  /// Stops a product of two lengths that would be too long.
  static func checkLength(_ units: Int, times: Int) throws(JavaException) {
    let (length, overflow) = units.multipliedReportingOverflow(by: times)
    try checkLength(overflow ? .max : length)
  }
}

extension BuiltInCall {
  /// The argument as Java characters; nil for null.
  func units(_ index: Int) -> JavaUnits? { optionalText(index)?.units }

  /// An argument of a boxed type that the platform unboxes.
  /// - Throws: `NullPointerException` for null, as unboxing does.
  func unboxed(_ index: Int) throws(JavaException) -> Int {
    guard let number = int(index) else { throw .nullPointer }
    return number
  }
}

extension Value {
  /// A text of Java characters.
  static func string(units: some Collection<UInt16>) -> Value { .string(String(units: units)) }

  /// An `Integer` of a position or count; `nil` is Java's -1.
  static func position(_ index: Int?) -> Value { .integer(Int32(truncatingIfNeeded: index ?? -1)) }
}
