import Findings
import Reporting
import Testing

/// A line of a class is one of its source: where that lies in the folder that was looked at, editors and reviews open it.
@Suite struct SourcePlaceTests {
  private func report(isProject: Bool) -> FindingsReport {
    var finding = Finding(
      SampleReport.unused,
      "java.lang.NoSuchMethodError: x",
      at: Location(
        entry: "Check.class",
        source: "de/example/Check.java",
        line: 110,
        function: "de.example.Check.execute"
      )
    )
    finding.package = "project"
    return FindingsReport(
      inputs: [FindingsReport.Input(path: "project", isFolder: true, sourceFolder: isProject ? "src" : nil)],
      findings: [finding],
      catalogue: SampleReport.catalogue
    )
  }

  @Test func aProjectsSourceIsNamed() {
    let report = report(isProject: true)
    #expect(report.rendered(.text, toolVersion: "1").contains("      in: de.example.Check.execute(Check.java:110)\n"))
    #expect(report.rendered(.github, toolVersion: "1").contains("file=project/src/de/example/Check.java,line=110,"))
    #expect(report.rendered(.sarif, toolVersion: "1").contains("\"uri\": \"project/src/de/example/Check.java\""))
    let json = report.rendered(.json, toolVersion: "1")
    #expect(json.contains("\"entry\": \"Check.class\""))
    #expect(json.contains("\"source\": \"de/example/Check.java\""))
  }

  @Test func aFolderOfClassesHasNoSources() {
    let report = report(isProject: false)
    #expect(report.rendered(.github, toolVersion: "1").contains("file=project/Check.class,line=110,"))
    #expect(report.rendered(.sarif, toolVersion: "1").contains("\"uri\": \"project/Check.class\""))
  }
}
