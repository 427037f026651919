/// What is different from one version of a platform to another.
public struct ManifestDiff: Sendable {
  /// The older version, or whichever was given first.
  public let from: PlatformVersion
  /// The version it is compared with.
  public let to: PlatformVersion
  /// Sorted by class, then member.
  public let changes: [InterfaceChange]

  /// Compares two versions.
  ///
  /// Between *complete* manifests everything is compared. As soon as one is *observed*, absence says nothing: then only
  /// contradictions count, each a `mayBreak`.
  ///
  /// - Parameter uses: what some packages refer to; only changes that concern it are kept. Nil keeps all.
  public init(from: ManifestView, to: ManifestView, uses: UsedReferences? = nil) {
    self.from = from.version
    self.to = to.version
    var changes: [InterfaceChange]
    if from.coverage == .complete && to.coverage == .complete {
      changes = CompleteComparison(from: from, to: to).changes()
    } else {
      changes = ObservedComparison(from: from, to: to).changes()
    }
    if let uses {
      let concerned = ConcernedUses(uses, in: from)
      changes.removeAll { !concerned.contains($0) }
    }
    self.changes = changes.sorted {
      ($0.owner, $0.member?.name ?? "", $0.member?.descriptor ?? "", $0.kind.words)
        < ($1.owner, $1.member?.name ?? "", $1.member?.descriptor ?? "", $1.kind.words)
    }
  }
}

/// References from packages to a platform, as their class files make them.
public struct UsedReferences: Sendable {
  /// Member references: the owner is the class that the reference names, not the one that declares the member.
  public var members: Set<Member> = []
  /// Every class referred to.
  public var classes: Set<String> = []
  /// The classes that the packages' classes extend or implement.
  public var supertypes: Set<String> = []

  /// A member as a reference names it.
  public struct Member: Hashable, Sendable {
    /// The class that the reference names.
    public var owner: String
    /// The member's name.
    public var name: String
    /// The member's descriptor.
    public var descriptor: String

    /// A reference of those parts.
    public init(owner: String, name: String, descriptor: String) {
      self.owner = owner
      self.name = name
      self.descriptor = descriptor
    }
  }

  /// No references.
  public init() {}
}

/// The uses, spread over the supertypes in which the platform declares what is used.
private struct ConcernedUses {
  private var members: Set<UsedReferences.Member> = []
  private var classes: Set<String> = []
  private var supertypes: Set<String> = []

  init(_ uses: UsedReferences, in view: ManifestView) {
    for use in uses.members {
      for owner in view.supertypes(of: use.owner) {
        members.insert(UsedReferences.Member(owner: owner, name: use.name, descriptor: use.descriptor))
      }
      classes.insert(use.owner)
    }
    for name in uses.classes { classes.insert(name) }
    for name in uses.supertypes { supertypes.formUnion(view.supertypes(of: name)) }
    classes.formUnion(supertypes)
  }

  func contains(_ change: InterfaceChange) -> Bool {
    guard let member = change.member else {
      switch change.effect {
      case .breaks(_, .subclassing), .mayBreak(_, .subclassing): return supertypes.contains(change.owner)
      default: return classes.contains(change.owner)
      }
    }
    let use = UsedReferences.Member(owner: change.owner, name: member.name, descriptor: member.descriptor)
    switch change.effect {
    case .breaks(_, .implementing), .mayBreak(_, .implementing): return supertypes.contains(change.owner)
    case .breaks(_, .overriding), .mayBreak(_, .overriding): return supertypes.contains(change.owner)
    default: return members.contains(use)
    }
  }
}

extension ManifestView {
  /// A class and all its superclasses and superinterfaces that this version knows, by internal name.
  public func supertypes(of name: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [name]
    var pending = [name]
    while let current = pending.popLast() {
      found.append(current)
      guard let record = findClass(current).record else { continue }
      for next in [record.superclass?.string].compactMap({ $0 }) + record.interfaces.map(\.string)
      where seen.insert(next).inserted {
        pending.append(next)
      }
    }
    return found
  }
}
