/// Which platform versions a user means (cli.md, "Platform SPEC"): `7.3` (the newest known 7.3.x.y), `7.3.0.5`, a range
/// `7.2..9.0`, all from one on `8.1..` or up to one `..7.2`, `all`, a manifest file; comma-separated. A line other than `starface` is named before a colon:
/// `java:17`.
public struct PlatformSpec: Hashable, Sendable {
  /// One part between commas.
  public enum Item: Hashable, Sendable {
    /// Exactly this version, else the newest that begins with it.
    case version(PlatformVersion, line: String?)
    /// Every version from the first to all that begin with the second; an end that is left out is open.
    case range(PlatformVersion?, PlatformVersion?, line: String?)
    /// Every version of the line.
    case all(line: String?)
    /// A text manifest or a compiled line.
    case file(String)
  }

  /// The text as given.
  public let text: String
  /// Its parts in the order given.
  public let items: [Item]

  /// Reads a specification; which versions exist is looked up by `resolve`.
  ///
  /// - Throws: `badSpecification`.
  public init(parsing text: String) throws(ManifestError) {
    self.text = text
    var items: [Item] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      items.append(try Self.item(part.trimmingSpaces(), in: text))
    }
    self.items = items
  }

  private static func item(_ part: Substring, in spec: String) throws(ManifestError) -> Item {
    guard !part.isEmpty else { throw .badSpecification(spec: spec, reason: "it has an empty part") }
    var body = part
    var line: String?
    if let colon = part.firstIndex(of: ":"), !part.contains("/") {
      line = String(part[..<colon])
      body = part[part.index(after: colon)...]
    }
    if body == "all" { return .all(line: line) }
    if let version = PlatformVersion(body) { return .version(version, line: line) }
    if let dots = body.firstRange(of: ".."), !part.contains("/") {
      let ends = (body[..<dots.lowerBound].trimmingSpaces(), body[dots.upperBound...].trimmingSpaces())
      if let lower = PlatformVersion(ends.0), ends.1.isEmpty { return .range(lower, nil, line: line) }
      if ends.0.isEmpty, let upper = PlatformVersion(ends.1) { return .range(nil, upper, line: line) }
      guard let lower = PlatformVersion(ends.0), let upper = PlatformVersion(ends.1) else {
        throw .badSpecification(spec: spec, reason: "'\(part)' should be a range such as 7.2..9.0, 8.1.. or ..7.2")
      }
      guard lower <= upper || lower.contains(upper) || upper.contains(lower) else {
        throw .badSpecification(spec: spec, reason: "the range '\(part)' runs backwards")
      }
      return .range(lower, upper, line: line)
    }
    guard part.contains("/") || part.contains(".") else {
      throw .badSpecification(
        spec: spec,
        reason: "'\(part)' is no version (7.3, 7.3.0.5), range (7.2..9.0, 8.1.., ..7.2), 'all', or manifest file"
      )
    }
    return .file(String(part))
  }
}

extension StringProtocol {
  /// Without spaces at both ends.
  fileprivate func trimmingSpaces() -> SubSequence {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Where a short ASCII text first stands.
  fileprivate func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
