/// A class or interface as a manifest records it. Names are internal names (`java/util/Map$Entry`).
public struct ClassFact: Hashable, Sendable {
  /// Internal name.
  public var name: String
  /// The access flags of the class file itself, not those of the `InnerClasses` attribute (JVMS §4.1).
  public var flags: ManifestFlags
  /// Nil for `java/lang/Object` and where it was never observed.
  public var superclass: String?
  /// The direct superinterfaces, as declared.
  public var interfaces: [String] = []
  /// The `NestHost` attribute (JVMS §4.7.28).
  public var nestHost: String?
  /// The `NestMembers` attribute (JVMS §4.7.29).
  public var nestMembers: [String] = []
  /// The `PermittedSubclasses` attribute (JVMS §4.7.31); non-empty makes the class sealed.
  public var permittedSubclasses: [String] = []
  /// What the class's own `InnerClasses` entry says.
  public var nesting: Nesting?
  /// The generic signature (JVMS §4.7.9.1), kept where sources are to be compiled against stubs.
  public var signature: String?
  /// The retention of an annotation type: `SOURCE`, `CLASS` or `RUNTIME`; nil where it was not declared (`CLASS`).
  public var retention: String?
  /// Sorted: fields, then methods, each by name and descriptor.
  public var members: [MemberFact] = []
  /// Where the fact came from: an index into the manifest's `sources`.
  public var source = 0

  /// The enclosing class of a member class, with the flags the source declared (JVMS §4.7.6).
  public struct Nesting: Hashable, Sendable {
    /// Internal name of the enclosing class; nil for a local or anonymous class.
    public var outer: String?
    /// Simple name; nil for an anonymous class.
    public var innerName: String?
    /// `public protected private static final abstract` … as declared in the source.
    public var flags: ManifestFlags

    /// An entry of those parts.
    public init(outer: String?, innerName: String?, flags: ManifestFlags) {
      self.outer = outer
      self.innerName = innerName
      self.flags = flags
    }
  }

  /// A class without members yet.
  public init(name: String, flags: ManifestFlags, superclass: String? = nil) {
    self.name = name
    self.flags = flags
    self.superclass = superclass
  }

  /// The package in internal form, empty for the unnamed one.
  public var packageName: String {
    guard let slash = name.utf8.lastIndex(of: 0x2f) else { return "" }
    return String(name[..<slash])
  }
}
