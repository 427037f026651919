import Archives
public import Findings
import ModuleDescriptors
public import ModulePackages

/// Holds a package against every rule of package-format.md sections 1 to 5.
public enum Validator {
  /// The rules of this layer, in the order in which their findings are given.
  static let packageRules: [PackageRule] = [
    .manifestMissing, .manifestNotFirst, .objectIDMissing, .objectIDMismatch, .specVersionInvalid,
    .specVersionUnsupported, .descriptorMissing,
    .duplicateID, .danglingReference, .ambiguousReference, .earlyReference, .loopVariableOutside,
    .resourceReferenceDangling, .resourceFileMissing, .strayElse, .strayCase,
    .targetMissing, .argumentUnknown, .functionClassMissing, .functionClassName, .functionAnnotationMissing,
    .functionConstructorMissing, .functionInterfaceMissing, .functionFieldInaccessible, .functionParametersDiffer,
    .classMalformed, .classTooNew, .classNameCollision, .libraryMalformed,
    .entryPointInputs, .rpcJavaTarget, .rpcUnauthenticated, .rpcNameRepeated, .stageUnknown, .timerUnset,
    .timerDangling,
    .pageVariableDangling, .pageTextMissing, .pageHTMLActive, .pageFieldsDiffer,
    .licenceMismatch, .editingLocked,
    .functionUnused, .variableUnused, .resourceUnused, .codeDisabled,
  ]

  /// Every rule that reading and validating a package applies, for the catalogue: of the archive, of its manifest's
  /// and descriptor's syntax, and of this layer.
  public static let rules: [Rule] =
    ArchiveRules.all + DescriptorRules.all + packageRules.map(\.rule)

  /// What is wrong with a package: what reading it found, the contents of its entries and jars, then rule by rule.
  public static func findings(in package: ModulePackage) -> [Finding] {
    let subject = Subject(package)
    let contents = package.archive.verifyContents() + package.libraries.flatMap(\.findings)
    let found = package.findings + contents + packageRules.flatMap { $0.check(subject) }
    var seen: Set<Finding> = []
    return found.compactMap { finding in
      var finding = finding
      finding.package = package.path
      return seen.insert(finding).inserted ? finding : nil
    }
  }
}
