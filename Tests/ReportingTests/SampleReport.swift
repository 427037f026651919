import Findings
import Reporting

/// One report with everything in it that a format can get wrong.
enum SampleReport {
  static let dangling = Rule(
    id: "descriptor.reference.dangling",
    severity: .error,
    title: "Reference to nothing",
    what: "A value names a variable, function or resource that the module does not have.",
    why: "The import is refused, or the statement gets no value.",
    mend: "Correct the name, or declare what it names.",
    platformMessage: "Variable referenced in variable 'X' not found",
    source: "package-format.md section 4"
  )
  static let method = Rule(
    id: "link.method.missing",
    severity: .error,
    title: "Method missing",
    what: "Code calls a method that the platform's class does not have.",
    why: "The call throws NoSuchMethodError.",
    mend: "Compile against the platform's stubs.",
    source: "JVMS §5.4.3.3"
  )
  static let unused = Rule(
    id: "function.unused",
    severity: .notice,
    title: "Unused function",
    what: "Nothing calls the function.",
    why: "Dead code misleads.",
    mend: "Delete it.",
    source: "package-format.md section 4"
  )

  static let catalogue = RuleCatalogue([dangling, method, unused])

  static var findings: [Finding] {
    var list: [Finding] = []
    for platform in ["7.3.0.5", "10.0.0.4"] {
      list.append(
        Finding(
          rule: method.id,
          severity: .error,
          message: "java.lang.NoSuchMethodError: a.B.getLog()Lorg/apache/commons/logging/Log;",
          package: "modules/Größe, 100%.sfm",
          platform: platform,
          symbol: "a/B.getLog()Lorg/apache/commons/logging/Log;",
          location: Location(entry: "X.class", line: 110, function: "X.execute"),
          error: "java.lang.NoSuchMethodError",
          certainty: .possible,
          reachedFrom: Finding.Reach(entryPoint: "InstanceChanged", chain: ["Main", "X.execute"]),
          hint: "7.3.0.5 has getLog() with the return type org.apache.logging.log4j.Logger"
        )
      )
    }
    var dangling = Finding(
      Self.dangling,
      "variable <b>`x|y`</b> & \"z\" is not declared\nanywhere\u{1B}[31m",
      symbol: "x|y",
      at: Location(
        entry: "module-descriptor.xml",
        line: 12,
        column: 7,
        function: "Main",
        statement: "if2 > functionCall Log"
      )
    )
    dangling.package = "project"
    list.append(dangling)
    for line in [40, 20] {
      var unused = Finding(
        Self.unused,
        "function Old is never called",
        symbol: "Old",
        at: Location(entry: "module-descriptor.xml", line: line)
      )
      unused.package = "project"
      list.append(unused)
    }
    return list
  }

  static let matrix = CompatibilityMatrix(
    platforms: ["7.2.5.3", "7.3.0.5", "10.0.0.4"],
    rows: [
      CompatibilityMatrix.Row(
        package: "modules/Größe, 100%.sfm",
        module: "Größe 3",
        cells: [
          CompatibilityMatrix.Cell(.ok, judgedReferences: 12, unknownReferences: 2, run: .passed),
          CompatibilityMatrix.Cell(.possible, problems: 1, judgedReferences: 13, run: .failed),
          CompatibilityMatrix.Cell(.broken, problems: 1, judgedReferences: 13, run: .skipped),
        ]
      )
    ]
  )

  static var report: FindingsReport {
    FindingsReport(
      inputs: [
        FindingsReport.Input(path: "project", isFolder: true),
        FindingsReport.Input(path: "modules/Größe, 100%.sfm"),
        FindingsReport.Input(path: "clean.sfm"),
        FindingsReport.Input(path: "gone.sfm", failure: "no such file"),
      ],
      findings: findings.reversed(),
      catalogue: catalogue,
      suppressed: 2,
      unusedSuppressions: [Suppression(rule: Glob("zip.*"), symbol: Glob("a*"), because: "old tool")],
      matrix: matrix
    )
  }
}
