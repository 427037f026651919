/// Access rights and properties of a class, field, method, parameter or module (JVMS tables 4.1-B, 4.5-A, 4.6-A,
/// 4.7.6-A, §4.7.24, §4.7.25). The same bit means different things in different places.
public struct AccessFlags: OptionSet, Hashable, Sendable {
  /// The bits as in the class file.
  public let rawValue: UInt16

  /// Flags of the given bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// `public`.
  public static let `public` = AccessFlags(rawValue: 0x0001)
  /// `private`.
  public static let `private` = AccessFlags(rawValue: 0x0002)
  /// `protected`.
  public static let protected = AccessFlags(rawValue: 0x0004)
  /// `static`.
  public static let `static` = AccessFlags(rawValue: 0x0008)
  /// `final`.
  public static let final = AccessFlags(rawValue: 0x0010)
  /// Class: treat superclass methods specially in `invokespecial`.
  public static let `super` = AccessFlags(rawValue: 0x0020)
  /// Method: `synchronized`.
  public static let synchronized = AccessFlags(rawValue: 0x0020)
  /// Module: `open`.
  public static let open = AccessFlags(rawValue: 0x0020)
  /// Module requirement: `transitive`.
  public static let transitive = AccessFlags(rawValue: 0x0020)
  /// Field: `volatile`.
  public static let volatile = AccessFlags(rawValue: 0x0040)
  /// Method: made by the compiler to bridge types.
  public static let bridge = AccessFlags(rawValue: 0x0040)
  /// Module requirement: `static`.
  public static let staticPhase = AccessFlags(rawValue: 0x0040)
  /// Field: `transient`.
  public static let transient = AccessFlags(rawValue: 0x0080)
  /// Method: last parameter takes any number of arguments.
  public static let varargs = AccessFlags(rawValue: 0x0080)
  /// Method: `native`.
  public static let native = AccessFlags(rawValue: 0x0100)
  /// Class: an interface.
  public static let interface = AccessFlags(rawValue: 0x0200)
  /// `abstract`.
  public static let abstract = AccessFlags(rawValue: 0x0400)
  /// Method: `strictfp`.
  public static let strict = AccessFlags(rawValue: 0x0800)
  /// Made by the compiler.
  public static let synthetic = AccessFlags(rawValue: 0x1000)
  /// Class: an annotation interface.
  public static let annotation = AccessFlags(rawValue: 0x2000)
  /// Class or field: an enum, or one of its constants.
  public static let `enum` = AccessFlags(rawValue: 0x4000)
  /// Class: a module descriptor.
  public static let module = AccessFlags(rawValue: 0x8000)
  /// Parameter or module part: required by the language, not written.
  public static let mandated = AccessFlags(rawValue: 0x8000)
}

extension AccessFlags {
  /// What carries the flags.
  public enum Place: Sendable {
    /// A class file.
    case `class`
    /// An entry of `InnerClasses`.
    case innerClass
    /// A field.
    case field
    /// A method.
    case method
    /// An entry of `MethodParameters`.
    case parameter
  }

  private static let tables: [Place: [(AccessFlags, String)]] = {
    let access: [(AccessFlags, String)] = [
      (.public, "ACC_PUBLIC"), (.private, "ACC_PRIVATE"), (.protected, "ACC_PROTECTED"), (.static, "ACC_STATIC"),
      (.final, "ACC_FINAL"),
    ]
    let kinds: [(AccessFlags, String)] = [
      (.interface, "ACC_INTERFACE"), (.abstract, "ACC_ABSTRACT"), (.synthetic, "ACC_SYNTHETIC"),
      (.annotation, "ACC_ANNOTATION"), (.enum, "ACC_ENUM"),
    ]
    return [
      .class: [access[0], access[4], (.super, "ACC_SUPER")] + kinds + [(.module, "ACC_MODULE")],
      .innerClass: access + kinds,
      .field: access + [
        (.volatile, "ACC_VOLATILE"), (.transient, "ACC_TRANSIENT"), (.synthetic, "ACC_SYNTHETIC"), (.enum, "ACC_ENUM"),
      ],
      .method: access + [
        (.synchronized, "ACC_SYNCHRONIZED"), (.bridge, "ACC_BRIDGE"), (.varargs, "ACC_VARARGS"),
        (.native, "ACC_NATIVE"), (.abstract, "ACC_ABSTRACT"), (.strict, "ACC_STRICT"), (.synthetic, "ACC_SYNTHETIC"),
      ],
      .parameter: [access[4], (.synthetic, "ACC_SYNTHETIC"), (.mandated, "ACC_MANDATED")],
    ]
  }()

  /// The names of the JVMS for the flags set, in the order of their bits; bits without a meaning there are left out.
  public func names(in place: Place) -> [String] {
    (Self.tables[place] ?? []).filter { contains($0.0) }.map(\.1)
  }

  /// The flags set that have a meaning in that place.
  public func named(in place: Place) -> AccessFlags {
    (Self.tables[place] ?? []).reduce(into: []) { named, entry in
      if contains(entry.0) { named.insert(entry.0) }
    }
  }
}
