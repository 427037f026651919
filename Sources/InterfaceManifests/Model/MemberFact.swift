/// A field or method as a manifest records it.
public struct MemberFact: Hashable, Sendable {
  /// Unqualified name (JVMS §4.2.2), `<init>` for constructors.
  public var name: String
  /// Field or method descriptor (JVMS §4.3); a method's begins with `(`.
  public var descriptor: String
  /// Access and properties.
  public var flags: ManifestFlags
  /// The generic signature (JVMS §4.7.9.1), kept where sources are to be compiled against stubs.
  public var signature: String?
  /// Internal names of the declared exceptions, in the order of the `Exceptions` attribute.
  public var exceptions: [String] = []
  /// The constant that compilers inline.
  public var constant: ConstantFact?
  /// The default of an annotation element.
  public var annotationDefault: AnnotationFact?
  /// Where the fact came from: an index into the manifest's `sources`.
  public var source = 0

  /// A member with nothing but these.
  public init(name: String, descriptor: String, flags: ManifestFlags) {
    self.name = name
    self.descriptor = descriptor
    self.flags = flags
  }

  /// Whether it is a method or constructor, and no field.
  public var isMethod: Bool { descriptor.utf8.first == 0x28 }
}

extension MemberFact {
  /// The order of members in every form of a manifest: fields, then methods, each by name and descriptor.
  static func precedes(_ left: MemberFact, _ right: MemberFact) -> Bool {
    if left.isMethod != right.isMethod { return right.isMethod }
    if left.name != right.name { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
    return left.descriptor.utf8.lexicographicallyPrecedes(right.descriptor.utf8)
  }
}
