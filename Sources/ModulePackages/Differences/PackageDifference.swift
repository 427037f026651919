import Archives

/// What changed between two packages, by meaning.
public struct PackageDifference: Hashable, Sendable {
  /// What a change is about.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// Name, version, vendor and their like.
    case identity
    /// A configuration variable.
    case variable
    /// A function, designed or in Java.
    case function
    /// An entry point.
    case entryPoint
    /// A configuration page.
    case page
    /// A file, timer, list or map.
    case resource
    /// A class of the package itself.
    case `class`
    /// A bundled jar.
    case library
    /// A class or member of the platform that the package's own classes refer to.
    case apiUse
    /// Any other entry.
    case entry
  }

  /// What happened.
  public enum Kind: String, Hashable, Sendable {
    /// Only the new package has it.
    case added
    /// Only the old package has it.
    case removed
    /// Both have it, differently.
    case changed
  }

  /// One change.
  public struct Change: Hashable, Sendable {
    /// What it is about.
    public var subject: Subject
    /// What happened.
    public var kind: Kind
    /// The name that people know it by.
    public var name: String
    /// Of what changed: one line each, such as `version: 3 -> 4`, `+ method run()V`.
    public var details: [String]

    /// Makes a change.
    public init(_ subject: Subject, _ kind: Kind, _ name: String, details: [String] = []) {
      self.subject = subject
      self.kind = kind
      self.name = name
      self.details = details
    }
  }

  /// The changes: by subject, then removed, added and changed ones in the order of the packages.
  public var changes: [Change]

  /// Whether nothing changed.
  public var isEmpty: Bool { changes.isEmpty }

  /// Compares two packages. Classes are parsed, jars are compared by their checksums.
  public init(from old: ModulePackage, to new: ModulePackage) {
    var comparison = PackageComparison(old: old, new: new)
    comparison.run()
    changes = comparison.changes
  }
}

/// Pairs the parts of two packages and notes what differs.
struct PackageComparison {
  let old: ModulePackage
  let new: ModulePackage
  private(set) var changes: [PackageDifference.Change] = []

  init(old: ModulePackage, new: ModulePackage) {
    self.old = old
    self.new = new
  }

  mutating func run() {
    compareDescriptors()
    compareClasses()
    pair(
      .library,
      old.libraries,
      new.libraries,
      key: \.name,
      name: \.name,
      details: { [old, new] in Self.content($0.path, old, $1.path, new) }
    )
    compareUse()
    compareOthers()
  }

  /// Notes one change.
  mutating func note(
    _ subject: PackageDifference.Subject,
    _ kind: PackageDifference.Kind,
    _ name: String,
    _ details: [String] = []
  ) {
    changes.append(PackageDifference.Change(subject, kind, name, details: details))
  }

  /// Pairs two lists by a key, of several of one key the first, and notes what was removed, added and changed.
  mutating func pair<Part>(
    _ subject: PackageDifference.Subject,
    _ a: [Part],
    _ b: [Part],
    key: (Part) -> String,
    name: (Part) -> String,
    details: (Part, Part) -> [String]
  ) {
    let before = Dictionary(a.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(b.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    for part in a where after[key(part)] == nil { note(subject, .removed, name(part)) }
    for part in b where before[key(part)] == nil { note(subject, .added, name(part)) }
    for part in b {
      guard let earlier = before[key(part)] else { continue }
      let found = details(earlier, part)
      if !found.isEmpty { note(subject, .changed, name(part), found) }
    }
  }

  /// `what: a -> b` when both differ.
  static func line(_ what: String, _ a: String, _ b: String) -> [String] {
    a == b ? [] : ["\(what): \(shown(a)) -> \(shown(b))"]
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "(empty)" : text }

  /// `- x` and `+ x` for what stands in one list only.
  static func lines(_ what: String, _ a: [String], _ b: [String]) -> [String] {
    let (before, after) = (Set(a), Set(b))
    return a.filter { !after.contains($0) }.map { "- \(what) \($0)" }
      + b.filter { !before.contains($0) }.map { "+ \(what) \($0)" }
  }

  /// Whether the contents of two entries differ, by size and checksum.
  static func content(_ a: String, _ old: ModulePackage, _ b: String, _ new: ModulePackage) -> [String] {
    guard let before = old.entry(a)?.entry, let after = new.entry(b)?.entry else { return [] }
    if before.crc == after.crc, before.size == after.size { return [] }
    return before.size == after.size ? ["content"] : ["content: \(before.size) -> \(after.size) bytes"]
  }

  /// Entries that nothing above speaks of.
  private mutating func compareOthers() {
    func others(_ package: ModulePackage) -> [PackageEntry] {
      package.entries.filter { $0.kind == .other || $0.kind == .folder }
    }
    pair(
      .entry,
      others(old),
      others(new),
      key: \.path,
      name: \.path,
      details: { [old, new] in Self.content($0.path, old, $1.path, new) }
    )
  }
}
