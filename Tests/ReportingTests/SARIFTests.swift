import Foundation
import Reporting
import Testing

/// The constraints of SARIF 2.1.0 that this output relies on; with `SFM_SARIF_SCHEMA` (the path of the official
/// `sarif-schema-2.1.0.json`) and Python's jsonschema, the whole schema too.
@Suite struct SARIFTests {
  private static let schema = ProcessInfo.processInfo.environment["SFM_SARIF_SCHEMA"]

  private func run() throws -> [String: Any] {
    let text = SampleReport.report.rendered(.sarif, toolVersion: "1.0.0")
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  @Test func nothingStandsWhereTheSpecificationHasNoPlaceForIt() throws {
    let text = SampleReport.report.rendered(.sarif, toolVersion: "1.0.0")
    let log = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(SARIFShape.violations(of: log) == [])
    // The judge itself: what it is for, it finds.
    let wrong: [String: Any] = [
      "version": "2.0", "runs": [["tool": ["driver": ["name": ""]], "results": [["level": "bad", "line": 1]]]],
    ]
    #expect(SARIFShape.violations(of: wrong).count == 9)
  }

  @Test func rulesAreUniqueAndResultsPointAtThem() throws {
    let run = try run()
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let ids = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(ids == Set(ids).sorted())
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 5)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect((result["partialFingerprints"] as? [String: String])?["sfm/v1"]?.count == 32)
    }
  }

  @Test func addressesAreRelativeReferencesAndLinesStartAtOne() throws {
    let results = try #require(try run()["results"] as? [[String: Any]])
    var uris: [String] = []
    for result in results {
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
      uris.append(uri)
      #expect(URL(string: uri, encodingInvalidCharacters: false)?.scheme == nil)
      let line = try #require((physical["region"] as? [String: Any])?["startLine"] as? Int)
      #expect(line >= 1)
    }
    #expect(Set(uris) == ["project/module-descriptor.xml", "modules/Gr%C3%B6%C3%9Fe,%20100%25.sfm!/X.class"])
  }

  @Test(.enabled(if: schema != nil, "SFM_SARIF_SCHEMA names no schema"))
  func theOfficialSchemaAccepts() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "sfm-\(UUID().uuidString).sarif")
    try SampleReport.report.rendered(.sarif, toolVersion: "1.0.0").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let judge = Process()
    judge.executableURL = URL(filePath: "/usr/bin/env")
    judge.arguments = [
      "python3", "-c",
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1])); document = json.load(open(sys.argv[2]))
      judge = jsonschema.validators.validator_for(schema)
      errors = [e.message for e in judge(schema, format_checker=judge.FORMAT_CHECKER).iter_errors(document)]
      print("\\n".join(errors)); sys.exit(len(errors) > 0)
      """, Self.schema ?? "", file.path(percentEncoded: false),
    ]
    try judge.run()
    judge.waitUntilExit()
    #expect(judge.terminationStatus == 0)
  }
}
