/// One version of a platform line: `7.3.0.5`, `17`, or a family such as `9.x`.
///
/// A *family* stands for evidence that is known to belong to some version that begins with its components, without
/// saying which: packages "for STARFACE 9" whose exact platform was not recorded. It is never a concrete target.
public struct PlatformVersion: Hashable, Sendable, CustomStringConvertible {
  /// The numbers between the dots, at least one, each below 2^31.
  public let components: [Int]
  /// Whether this is `components` + `.x`, that is, any version below it.
  public let isFamily: Bool

  /// Reads `7.3.0.5`, `17` or `9.x`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var numbers: [Int] = []
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let family = parts.count > 1 && parts.last == "x"
    if family { parts.removeLast() }
    guard (1...8).contains(parts.count) else { return nil }
    for part in parts {
      guard !part.isEmpty, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part),
        number <= Int32.max
      else { return nil }
      numbers.append(number)
    }
    components = numbers
    isFamily = family
  }

  /// A version of those numbers.
  public init(components: [Int], isFamily: Bool = false) {
    self.components = components
    self.isFamily = isFamily
  }

  /// The version as written: `7.3.0.5`, `9.x`.
  public var description: String {
    components.map(String.init).joined(separator: ".") + (isFamily ? ".x" : "")
  }

  /// Whether `other` begins with the components of this one: `7.3` contains `7.3.0.5`, and so does `7.x`.
  public func contains(_ other: PlatformVersion) -> Bool {
    other.components.count >= components.count && other.components.prefix(components.count) == components[...]
  }

  /// Whether every version that this value may stand for is older than every one that `other` may stand for.
  public func isEntirelyBefore(_ other: PlatformVersion) -> Bool {
    switch (isFamily, other.isFamily) {
    case (false, false): self < other
    case (true, false), (true, true), (false, true):
      !contains(other) && !other.contains(self) && components.lexicographicallyPrecedes(other.components)
    }
  }
}

extension PlatformVersion: Comparable {
  /// The order of a line: by component, a missing component counting as 0; a family stands after its members.
  public static func < (left: PlatformVersion, right: PlatformVersion) -> Bool {
    let count = max(left.components.count, right.components.count)
    for index in 0..<count {
      let a = left.component(index)
      let b = right.component(index)
      if a != b { return a < b }
    }
    if left.isFamily != right.isFamily { return right.isFamily }
    return left.components.count < right.components.count
  }

  private func component(_ index: Int) -> Int {
    index < components.count ? components[index] : (isFamily ? Int.max : 0)
  }
}
