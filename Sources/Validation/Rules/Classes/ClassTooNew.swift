import ClassFiles
import Findings
import ModulePackages

extension PackageRule {
  /// A class is too new for the platform's Java.
  static let classTooNew: PackageRule = .init(
    Rule(
      id: "class.version.unsupported",
      severity: .error,
      title: "A class is too new for the platform's Java",
      what: "A class of the package was compiled for a newer Java than the platform that wrote the "
        + "package runs on. Classes of bundled jars' `META-INF/versions` are not counted.",
      why: "Loading it ends with `java.lang.UnsupportedClassVersionError`.",
      mend: "Compile with `--release` of the platform's Java: 7 for 6.x, 8 for 7.x, 17 for 8.x and 9.x, "
        + "21 for 10.x.",
      platformMessage: "java.lang.UnsupportedClassVersionError",
      source: "package-format.md section 1; JVMS §4.1"
    )
  ) { subject in
    guard let written = subject.package.writtenBy, let level = PlatformLevel(version: written) else { return [] }
    return (subject.package.classes + subject.package.libraries.flatMap(\.classes)).compactMap { candidate in
      if case .versioned = candidate.origin { return nil }
      guard let file = candidate.file, file.javaRelease > level.javaLevel,
        !candidate.path.hasSuffix("module-info.class")
      else { return nil }
      return Finding(
        classTooNew.rule,
        "'\(candidate.displayPath)' needs Java \(file.javaRelease) (class file \(file.majorVersion)); "
          + "STARFACE \(written) runs Java \(level.javaLevel)",
        symbol: candidate.internalName,
        at: candidate.location
      )
    }
  }
}
