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
        + "package runs on. Of a bundled jar one class is named; classes in its `META-INF/versions` are not counted, and "
        + "a jar that has older classes as well gets a warning only.",
      why: "Loading it ends with `java.lang.UnsupportedClassVersionError`.",
      mend: "Compile with `--release` of the platform's Java: 7 for 6.x, 8 for 7.x, 17 for 8.x and 9.x, "
        + "21 for 10.x.",
      platformMessage: "java.lang.UnsupportedClassVersionError",
      source: "package-format.md section 1; JVMS §4.1"
    )
  ) { subject in
    guard let written = subject.package.writtenBy, let level = PlatformLevel(version: written) else { return [] }
    func isTooNew(_ candidate: PackageClass) -> Bool {
      if case .versioned = candidate.origin { return false }
      guard let file = candidate.file, !candidate.path.hasSuffix("module-info.class") else { return false }
      return file.javaRelease > level.javaLevel
    }
    func finding(_ candidate: PackageClass, others: Int = 0) -> Finding? {
      guard let file = candidate.file else { return nil }
      let more = others == 0 ? "" : ", and so do \(others) more classes of this jar"
      return Finding(
        classTooNew.rule,
        "'\(candidate.displayPath)' needs Java \(file.javaRelease) (class file \(file.majorVersion))\(more); "
          + "STARFACE \(written) runs Java \(level.javaLevel)",
        symbol: candidate.internalName,
        at: candidate.location
      )
    }
    let inJars = subject.package.libraries.compactMap { library -> Finding? in
      let tooNew = library.classes.filter(isTooNew)
      guard let first = tooNew.first, var found = finding(first, others: tooNew.count - 1) else { return nil }
      // A jar for several releases may have classes that it only loads on the newer ones.
      if tooNew.count < library.classes.count { found.severity = .warning }
      return found
    }
    return subject.package.classes.filter(isTooNew).compactMap { finding($0) } + inJars
  }
}
