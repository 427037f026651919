/// What a manifest keeps of the access and property flags of a class or member.
///
/// The bits are those of JVMS §4.1-B (classes), §4.5-A (fields) and §4.6-A (methods). Flags that belong to the
/// implementation and not to the interface (`super`, `synchronized`, `native`, `strictfp`) are left out; the bits that
/// JVMS leaves free carry two facts of our own.
public struct ManifestFlags: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// Flags of the given bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// `public`.
  public static let `public` = ManifestFlags(rawValue: 0x0001)
  /// `private`.
  public static let `private` = ManifestFlags(rawValue: 0x0002)
  /// `protected`.
  public static let protected = ManifestFlags(rawValue: 0x0004)
  /// `static`.
  public static let `static` = ManifestFlags(rawValue: 0x0008)
  /// `final`.
  public static let final = ManifestFlags(rawValue: 0x0010)
  /// Fields only.
  public static let volatile = ManifestFlags(rawValue: 0x0040)
  /// Methods only; the bit of `volatile`.
  public static let bridge = ManifestFlags(rawValue: 0x0040)
  /// Fields only.
  public static let transient = ManifestFlags(rawValue: 0x0080)
  /// Methods only; the bit of `transient`.
  public static let varargs = ManifestFlags(rawValue: 0x0080)
  /// Classes only.
  public static let interface = ManifestFlags(rawValue: 0x0200)
  /// `abstract`.
  public static let abstract = ManifestFlags(rawValue: 0x0400)
  /// Made by the compiler.
  public static let synthetic = ManifestFlags(rawValue: 0x1000)
  /// Classes only.
  public static let annotation = ManifestFlags(rawValue: 0x2000)
  /// Classes and fields.
  public static let `enum` = ManifestFlags(rawValue: 0x4000)

  /// Methods only, our own: signature polymorphic (JVMS §2.9.3).
  public static let polymorphic = ManifestFlags(rawValue: 0x8000)
  /// Classes only, our own: an observed name of which nobody has seen whether it is a class or an interface.
  public static let kindUnknown = ManifestFlags(rawValue: 0x0004)
  /// The class flags that come from a class file; the rest of a class's flags are our own.
  public static let classFile: ManifestFlags = [
    .public, .final, .interface, .abstract, .synthetic, .annotation, .enum,
  ]
  /// The flags kept of an `InnerClasses` entry.
  static let nested: ManifestFlags = [
    .public, .private, .protected, .static, .final, .interface, .abstract, .synthetic, .annotation, .enum,
  ]
  /// The flags kept of a field.
  public static let field: ManifestFlags = [
    .public, .private, .protected, .static, .final, .volatile, .transient, .synthetic, .enum,
  ]
  /// The flags kept of a method.
  public static let method: ManifestFlags = [
    .public, .private, .protected, .static, .final, .bridge, .varargs, .abstract, .synthetic, .polymorphic,
  ]
}
