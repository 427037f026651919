import Archives
public import Findings
import ModuleDescriptors
public import ModulePackages

/// Holds a package against every rule of package-format.md sections 1 to 5.
public enum Validator {
  /// The rules of this layer, in the order in which their findings are given.
  static let packageRules: [PackageRule] = [
    .manifestMissing, .manifestNotFirst, .objectIDMissing, .objectIDMismatch, .specVersionInvalid,
    .specVersionUnsupported, .createdByDiffers, .descriptorMissing,
    .duplicateID, .nameRepeated, .danglingReference, .ambiguousReference, .earlyReference, .loopVariableOutside,
    .resourceReferenceDangling, .resourceKindDiffers, .resourceFileMissing, .resourceEntryOrphan, .valueInvalid,
    .typeUnknown,
    .strayElse, .strayCase, .caseRepeated, .inputMissing, .conditionConstant, .expressionOperands,
    .expressionKindUnknown, .statementUnreachable,
    .targetMissing, .domainUnknown, .otherModuleNeeded, .argumentUnknown, .argumentMissing, .outputUnassigned,
    .functionNameRepeated, .functionClassMissing, .functionClassName, .functionAnnotationMissing,
    .functionConstructorMissing, .functionInterfaceMissing, .functionFieldInaccessible, .functionParametersMany,
    .functionParametersDiffer,
    .classMalformed, .classTooNew, .classNameCollision, .classShadowed, .libraryMalformed, .libraryShadowed,
    .entryPointInputs, .entryPointTypeUnknown, .rpcJavaTarget, .rpcUnauthenticated, .rpcUnnamed, .rpcNameRepeated,
    .stageUnknown, .timerUnset, .timerDangling, .timerVariableType, .timerInterval, .timerPeriodUnknown,
    .pageVariableDangling, .pageVariableRepeated, .pageFieldType, .pageChoiceDefault, .pageTextMissing,
    .pageLanguageIncomplete, .pageHTMLActive, .pageFieldsDiffer,
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
    let contents = package.contentFindings + package.libraries.flatMap(\.findings).map(asInsideJar)
    let found = package.findings + contents + packageRules.flatMap { $0.check(subject) }
    let untold = packageRules.map { ($0.rule, subject.tell.untold($0.rule.id)) }
    var seen: Set<Finding> = []
    var tally = FindingTally(most: mostOfOneRule)
    for finding in found {
      guard tally.tells(finding.rule, finding.severity) else {
        tally.count(finding.rule, finding.severity, finding.occurrences)
        continue
      }
      var finding = finding
      finding.package = package.path
      // Nobody should have to ask how to mend what stops the import.
      if finding.severity == .error, finding.hint == nil { finding.hint = mends[finding.rule] }
      if seen.insert(finding).inserted { tally.add(finding) }
    }
    for (rule, count) in untold where count > 0 { tally.count(rule.id, rule.severity, count) }
    return tally.findings.map { finding in
      var finding = finding
      finding.package = package.path
      return finding
    }
  }

  /// So many findings of one rule and severity are told one by one; no real package has ten.
  static let mostOfOneRule = 500
  private static let mends = Dictionary(rules.map { ($0.id, $0.mend) }, uniquingKeysWith: { first, _ in first })

  /// What a class loader does not mind in a jar, which it reads where it lies and by the central directory alone: names
  /// that are alike, as obfuscators make them (`a.class`, `A.class`), two licences of one name, leftovers of an edit.
  private static let harmlessInJars: Set<RuleID> = Set(
    [
      ArchiveRules.alike, ArchiveRules.duplicate, ArchiveRules.dataBefore, ArchiveRules.dataBetween,
      ArchiveRules.dataAfter, ArchiveRules.stub, ArchiveRules.nameAbsolute, ArchiveRules.nameParent,
      ArchiveRules.nameBackslash, ArchiveRules.nameDrive, ArchiveRules.nameControl, ArchiveRules.symbolicLink,
      ArchiveRules.localName, ArchiveRules.localMethod, ArchiveRules.localSizes, ArchiveRules.localCRC,
      ArchiveRules.descriptor, ArchiveRules.readers,
    ].map(\.id)
  )

  /// A finding about a bundled jar: what does no harm there is worth a notice.
  private static func asInsideJar(_ finding: Finding) -> Finding {
    guard harmlessInJars.contains(finding.rule) else { return finding }
    var finding = finding
    finding.severity = .notice
    return finding
  }
}
