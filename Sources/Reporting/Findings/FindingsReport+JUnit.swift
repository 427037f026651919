import Findings

extension FindingsReport {
  /// JUnit XML: a suite for each package, a case for the package itself and one for each platform.
  ///
  /// A case fails when it has a finding at or above ``failOn``; lesser findings stand in its output.
  public var junit: String {
    var suites = ""
    var total = (tests: 0, failures: 0, errors: 0)
    for (input, entries) in groups {
      let suite = suite(input, entries)
      suites += suite.text
      total = (total.tests + suite.tests, total.failures + suite.failures, total.errors + suite.errors)
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="sfm" tests="\(total.tests)" failures="\(total.failures)" errors="\(total.errors)">
      \(suites)</testsuites>

      """
  }

  private func suite(_ input: Input, _ entries: ArraySlice<Entry>) -> (
    text: String, tests: Int, failures: Int, errors: Int
  ) {
    let name = xmlEscaped(input.path)
    var cases = ""
    var (tests, failures, errors) = (0, 0, 0)
    if let failure = input.failure {
      (tests, errors) = (1, 1)
      cases += """
            <testcase classname="\(name)" name="package">
              <error type="unreadable" message="\(xmlEscaped(failure))"/>
            </testcase>

        """
    } else {
      for (platform, found) in byPlatform(input, entries) {
        tests += 1
        let failing = found.filter { $0.severity >= failOn }
        let others = found.filter { $0.severity < failOn }
        if !failing.isEmpty { failures += 1 }
        cases += "    <testcase classname=\"\(name)\" name=\"\(xmlEscaped(platform ?? "package"))\""
        if found.isEmpty {
          cases += "/>\n"
          continue
        }
        cases += ">\n"
        if let first = failing.first {
          let message = failing.count == 1 ? first.message : counted(failing.count, "finding")
          cases +=
            "      <failure type=\"\(xmlEscaped(first.rule.rawValue))\" message=\"\(xmlEscaped(message))\">"
          cases += lines(failing, of: input) + "</failure>\n"
        }
        if !others.isEmpty {
          cases += "      <system-out>" + lines(others, of: input) + "</system-out>\n"
        }
        cases += "    </testcase>\n"
      }
    }
    let head = "  <testsuite name=\"\(name)\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\">\n"
    return (head + cases + "  </testsuite>\n", tests, failures, errors)
  }

  /// The package's own case first, then each platform that was asked for or that a finding names.
  private func byPlatform(_ input: Input, _ entries: ArraySlice<Entry>) -> [(platform: String?, found: [Finding])] {
    var cases: [(platform: String?, found: [Finding])] = [(nil, [])]
    var index: [String?: Int] = [nil: 0]
    if let matrix, matrix.rows.contains(where: { $0.package == input.path }) {
      for platform in matrix.platforms {
        index[platform] = cases.count
        cases.append((platform, []))
      }
    }
    for entry in entries {
      if let known = index[entry.finding.platform] {
        cases[known].found.append(entry.finding)
      } else {
        index[entry.finding.platform] = cases.count
        cases.append((entry.finding.platform, [entry.finding]))
      }
    }
    return cases
  }

  private func lines(_ found: [Finding], of input: Input) -> String {
    var limit = TellingLimit()
    return (found.filter { limit.tells($0) } + limit.rest(of: input.path)).map { escapedContent(line($0)) }
      .joined(separator: "\n")
  }

  private func line(_ finding: Finding) -> String {
    let place = finding.location.place.map { $0 + ": " } ?? ""
    return "\(finding.severity.rawValue): \(place)\(finding.message) [\(finding.rule.rawValue)]"
  }

  private func escapedContent(_ text: String) -> String { xmlEscaped(text).replacing("&quot;", with: "\"") }
}
