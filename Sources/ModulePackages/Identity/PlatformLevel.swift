/// A platform version as far as a package depends on it: its four numbers and its Java level.
public struct PlatformLevel: Hashable, Sendable, Comparable {
  /// The numbers, most significant first: one to four.
  public let numbers: [Int]

  /// Reads `7.3.0.5`, or fewer numbers; nil for anything else and for versions before 6.
  public init?(version: String) {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.count <= 6 && part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(part) : nil
    }
    guard numbers.count == parts.count, let major = numbers.first, major >= 6 else { return nil }
    self.numbers = numbers
  }

  /// The Java level (package-format.md section 1): 6.x 7, 7.x 8, 8.x and 9.x 17, from 10 on 21. Packages that 6.6 wrote
  /// hold class files 52, so that 6.6 and 6.7 count as Java 8.
  public var javaLevel: Int {
    switch numbers[0] {
    case 6 where numbers.count > 1 && numbers[1] >= 6: 8
    case ...6: 7
    case 7: 8
    case 8, 9: 17
    default: 21
    }
  }

  /// The version with dots.
  public var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Number by number; a missing one counts as 0.
  public static func < (a: PlatformLevel, b: PlatformLevel) -> Bool {
    for index in 0..<4 {
      let (x, y) = (index < a.numbers.count ? a.numbers[index] : 0, index < b.numbers.count ? b.numbers[index] : 0)
      if x != y { return x < y }
    }
    return false
  }
}
