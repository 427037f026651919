import ClassFiles

/// Which class loader defines a class; an earlier one is the parent of a later one.
enum Loader: UInt8, Sendable {
  /// Java's own classes.
  case java
  /// The platform's classes.
  case platform
  /// The classes under examination.
  case application
}

/// How much is known of a class.
struct Knowledge: OptionSet, Sendable {
  let rawValue: UInt8
  /// Members that are not listed may exist all the same (an observed manifest).
  static let membersOpen = Knowledge(rawValue: 1)
  /// Only public and protected members are listed.
  static let publicOnly = Knowledge(rawValue: 2)
  /// Superclass and interfaces may be others or more than listed.
  static let supersOpen = Knowledge(rawValue: 4)
  /// Whether it is a class or an interface is not known.
  static let kindOpen = Knowledge(rawValue: 8)
  /// Flags such as `final` and `abstract` were never seen.
  static let flagsOpen = Knowledge(rawValue: 16)
}

/// The version of a class file (JVMS §4.1).
struct ClassVersion: Hashable, Sendable {
  var major: UInt16 = 0
  var minor: UInt16 = 0

  /// The minor version of a class that was compiled with preview features, since Java 12.
  static let preview: UInt16 = 65_535

  /// Whether a Java reads it; preview features are off unless somebody asks for them.
  func isRead(byJava level: Int) -> Bool {
    let newest = level + 44
    if Int(major) > newest { return false }
    return minor == 0 || (level < 12 ? Int(major) < newest : major < 56)
  }
}

/// A run of elements in one of the world's flat arrays.
struct Slice: Hashable, Sendable {
  var start: UInt32 = 0
  var count: UInt32 = 0

  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  var isEmpty: Bool { count == 0 }
}

/// What resolution needs of a class, whoever defines it.
struct ClassFacts: Sendable {
  var name: Symbol
  /// Access flags of the class file (JVMS §4.1).
  var flags: AccessFlags
  var loader: Loader = .application
  var knowledge: Knowledge = []
  var isSealed = false
  var isRecord = false
  /// The version of the class file; 0 where it was made from a manifest.
  var version = ClassVersion()
  /// 0 in `java/lang/Object` and where unknown.
  var superclass: Symbol = .none
  /// Into the world's `names`.
  var interfaces = Slice()
  /// The `NestHost` attribute; none when the class is its own host.
  var nestHost: Symbol = .none
  var nestMembers = Slice()
  var permitted = Slice()
  /// The package, for run-time package comparison.
  var package: Symbol = .none
  /// Into the world's `members`; sorted by name, then descriptor.
  var fields = Slice()
  /// Into the world's `members`; sorted by name, then descriptor.
  var methods = Slice()

  /// Whether a method must not be overridden; most classes have none, and are not searched for them.
  var hasFinalMethods = false

  var isInterface: Bool { flags.contains(.interface) }
}

/// What resolution needs of a field or method.
struct MemberFacts: Sendable {
  var name: Symbol
  var descriptor: Symbol
  /// JVMS §4.5, §4.6.
  var flags: AccessFlags
  /// The method is invoked with any descriptor (JVMS §2.9.3).
  var isPolymorphic = false

  /// Whether it is a method that subclasses must not override (JVMS §5.3.5 item 3).
  var isUnoverridable: Bool { flags.contains(.final) && !flags.contains(.static) && !flags.contains(.private) }

  /// Name and descriptor as one number, the order of members.
  var key: UInt64 { UInt64(name.id) << 32 | UInt64(descriptor.id) }
}

/// A class of a world, by number.
struct ClassID: Hashable, Sendable {
  var index: Int32
}

/// A member of a class of a world.
struct MemberID: Hashable, Sendable {
  var owner: ClassID
  /// Into the world's `members`.
  var index: Int32
}
