/// The JVM's error classes that linkage speaks of, and the one exception that its loaders throw.
enum ErrorClass: String, CaseIterable, Sendable {
  case noClassDefFound = "java.lang.NoClassDefFoundError"
  case noSuchMethod = "java.lang.NoSuchMethodError"
  case noSuchField = "java.lang.NoSuchFieldError"
  case abstractMethod = "java.lang.AbstractMethodError"
  case incompatibleChange = "java.lang.IncompatibleClassChangeError"
  case illegalAccess = "java.lang.IllegalAccessError"
  case instantiation = "java.lang.InstantiationError"
  case verify = "java.lang.VerifyError"
  case classFormat = "java.lang.ClassFormatError"
  case unsupportedVersion = "java.lang.UnsupportedClassVersionError"
  case circularity = "java.lang.ClassCircularityError"
  case unsatisfiedLink = "java.lang.UnsatisfiedLinkError"
  case bootstrapMethod = "java.lang.BootstrapMethodError"
  case linkage = "java.lang.LinkageError"
  case security = "java.lang.SecurityException"

  /// The superclasses below `java.lang.Error` or `java.lang.Exception`, for handlers.
  var ancestors: [String] {
    switch self {
    case .noSuchMethod, .noSuchField, .abstractMethod, .illegalAccess, .instantiation:
      ["java/lang/IncompatibleClassChangeError", "java/lang/LinkageError"]
    case .unsupportedVersion: ["java/lang/ClassFormatError", "java/lang/LinkageError"]
    case .linkage: []
    case .security: ["java/lang/RuntimeException"]
    default: ["java/lang/LinkageError"]
    }
  }

  /// The internal names of the class itself and of what a handler may catch it by.
  var catchable: [String] {
    [rawValue.split(separator: ".").joined(separator: "/")] + ancestors
      + [self == .security ? "java/lang/Exception" : "java/lang/Error", "java/lang/Throwable"]
  }
}
