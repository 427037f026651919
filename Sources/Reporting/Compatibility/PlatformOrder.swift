/// Orders platform versions by their numbers (`7.2.10` after `7.2.9`), other texts by their bytes after them.
struct PlatformOrder: Comparable {
  private let numbers: [Int]
  private let text: String

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let parsed = parts.compactMap { Int($0) }
    numbers = parsed.count == parts.count ? parsed : text.isEmpty ? [] : [.max]
  }

  static func < (a: PlatformOrder, b: PlatformOrder) -> Bool {
    a.numbers == b.numbers ? a.text < b.text : a.numbers.lexicographicallyPrecedes(b.numbers)
  }
}
