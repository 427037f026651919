import Findings

/// Rules about how classes and files lie together in a package.
extension LinkRules {
  static let serviceMissing = rule(
    "link.service.missing",
    .warning,
    "A service file names a missing class",
    "META-INF/services names a class that is neither in the package nor on the platform: ServiceConfigurationError when the "
      + "service is asked for.",
    "Remove the line, or bundle the class.",
    "java.util.ServiceLoader"
  )
  static let serviceUnusable = rule(
    "link.service.unusable",
    .warning,
    "A service file names a class that cannot serve",
    "META-INF/services names a class that does not implement the service, that is abstract or not public, or that lacks a public "
      + "constructor without parameters; or the line is no class name: ServiceConfigurationError when the service is asked for. "
      + "In the JVM's message the file is named by its URL.",
    "Implement the service, add the constructor, or remove the line.",
    "java.util.ServiceLoader"
  )
  static let shadowed = rule(
    "link.class.shadowed",
    .notice,
    "The platform's class takes a bundled one's place",
    "A bundled class has the name of a platform class, which wins (package-format.md section 1).",
    "Leave the class out of the package, or relocate it.",
    "package-format.md section 1"
  )
  static let duplicate = rule(
    "link.class.duplicate",
    .warning,
    "Two class files of the package define one class",
    "Different class files of the package have the same name. The first one found counts; a loader that defines them all "
      + "throws LinkageError (duplicate class definition).",
    "Leave one of the two out of the package.",
    "JVMS §5.3.5"
  )
  static let packageSealed = rule(
    "link.package.sealed",
    .warning,
    "A class stands in a package that a jar seals",
    "The manifest of a bundled jar seals a package, and another place has classes of it: SecurityException (sealing violation) when "
      + "both are loaded by a loader of URLs. The message is that of the second place; the other way round it says that the "
      + "package is already loaded.",
    "Leave one of the two out of the package, or take the jar's own copy of the classes.",
    "JAR File Specification, Package Sealing; java.net.URLClassLoader"
  )
  static let packageProhibited = rule(
    "link.package.prohibited",
    "A class stands in one of Java's own packages",
    "The package bundles a class of a package java.* that the platform's Java does not have: no other loader may define it, "
      + "and who uses it gets a SecurityException (Prohibited package name). A class that the platform's Java has is shadowed "
      + "instead.",
    "Relocate the class, or use the library that took its place.",
    "java.lang.ClassLoader.defineClass"
  )
  static let signatureMismatch = rule(
    "link.signature.mismatch",
    .warning,
    "A signed jar was changed",
    "A bundled jar is signed, and its manifest or a class does not fit the digests: SecurityException when a class of it is "
      + "loaded by a loader that verifies jars. Such jars come of merging signed ones. Whether the signature itself is good, and "
      + "whether the platform's Java still takes its algorithms, is not looked at.",
    "Take the jar as its maker signed it, or remove META-INF/*.SF and the file of the same name beside it.",
    "JAR File Specification, Signed JAR File; java.util.jar.JarFile"
  )
  static let signerConflict = rule(
    "link.signer.conflict",
    .warning,
    "Classes of one package have different signers",
    "A class is signed, and another place has classes of its package that are not signed, or not by the same: "
      + "SecurityException when both are loaded by a loader that knows who signed them. The message is that of the second place.",
    "Leave one of the two out of the package, or take both from the same release of the library.",
    "JAR File Specification, Signed JAR File; java.lang.ClassLoader.defineClass"
  )
}
