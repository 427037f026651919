/// A pattern over whole texts: `*` any run, `?` one character, everything else literal.
public struct Glob: Hashable, Sendable {
  /// The pattern as written.
  public let pattern: String
  private let units: [Unicode.Scalar]

  /// Takes a pattern as it is; every text is one.
  public init(_ pattern: String) {
    self.pattern = pattern
    units = Array(pattern.unicodeScalars)
  }

  /// Whether the whole of `text` matches; linear backtracking, so no pattern is slow.
  public func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var p = 0
    var t = 0
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < units.count, units[p] == "*" {
        star = (p + 1, t)
        p += 1
      } else if p < units.count, units[p] == "?" || units[p] == text[t] {
        p += 1
        t += 1
      } else if let last = star {
        p = last.pattern
        t = last.text + 1
        star = (last.pattern, t)
      } else {
        return false
      }
    }
    return units[p...].allSatisfy { $0 == "*" }
  }
}
