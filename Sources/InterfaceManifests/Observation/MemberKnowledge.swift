/// What a version of an *observed* line knows of a member that a package refers to.
public enum MemberKnowledge: Sendable {
  /// The version has it.
  case present(Evidence)
  /// The version has something that Java cannot reconcile with the reference. Never proof: the version may have both.
  case contradicted(Contradiction)
  /// The line says nothing of it at this version.
  case unknown
}

/// On what the presence of a class or member rests.
public enum Evidence: Hashable, Sendable {
  /// A package that is known to work there uses it. The version may be a family such as `9.x`.
  case observed(PlatformVersion)
  /// Not seen there, but at an earlier and at a later version.
  case inferred(after: PlatformVersion, before: PlatformVersion)
  /// Made from the platform itself.
  case declared
}

/// Why a reference probably breaks at an observed version.
public struct Contradiction: Sendable {
  /// What contradicts.
  public enum Kind: Hashable, Sendable {
    /// Same owner, name and parameters (a field: same owner and name), another type: `NoSuchMethodError`,
    /// `NoSuchFieldError`.
    case otherType
    /// The member is static there, the reference takes an instance, or the other way round:
    /// `IncompatibleClassChangeError`.
    case isStatic, isInstance
    /// The owner is an interface there, the reference says class, or the other way round:
    /// `IncompatibleClassChangeError`.
    case isInterface, isClass
  }

  /// What contradicts.
  public let kind: Kind
  /// What is known in place of the reference; nil when the owner's kind contradicts.
  public let known: MemberRecord?
  /// On what the knowledge of the other fact rests.
  public let evidence: Evidence
  /// The oldest version at which the other fact was seen.
  public let since: PlatformVersion
  /// The newest version older than this view at which the reference as it stands was seen; nil for none.
  public let lastGood: PlatformVersion?
  /// The oldest version newer than this view at which the reference as it stands was seen; nil for none.
  public let firstGood: PlatformVersion?
}

/// A reference from a class file to a member, as bytes of its constant pool.
public struct ObservedReference {
  /// The class that the reference names, internal form.
  public var owner: UnsafeRawBufferPointer
  /// The member's name.
  public var name: UnsafeRawBufferPointer
  /// The member's descriptor.
  public var descriptor: UnsafeRawBufferPointer
  /// Whether the instruction takes a static member; nil where it does not say (a method handle's constant).
  public var isStatic: Bool?
  /// Whether the reference says that the owner is an interface; nil for fields.
  public var ownerIsInterface: Bool?

  /// A reference of those parts; the memory must outlive it.
  public init(
    owner: UnsafeRawBufferPointer,
    name: UnsafeRawBufferPointer,
    descriptor: UnsafeRawBufferPointer,
    isStatic: Bool?,
    ownerIsInterface: Bool?
  ) {
    self.owner = owner
    self.name = name
    self.descriptor = descriptor
    self.isStatic = isStatic
    self.ownerIsInterface = ownerIsInterface
  }
}
