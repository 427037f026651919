import Findings

extension FindingsReport {
  /// The findings document, schema `sfm.findings/1` (cli.md): stable keys, in a stable order.
  public var json: JSONValue {
    JSONValue.object([
      "schema": "sfm.findings/1",
      "summary": .object([
        "packages": .integer(inputs.count),
        "errors": .integer(count(.error)),
        "warnings": .integer(count(.warning)),
        "notices": .integer(count(.notice)),
        "suppressed": .integer(suppressed),
        "baselined": .integer(baselined),
        "unreadable": .integer(inputs.count { $0.failure != nil }),
      ]),
      "inputs": .array(
        inputs.map { input in
          .object(["path": .string(input.path), "failure": input.failure.map(JSONValue.string)])
        }
      ),
      "findings": .array(entries.map(\.json)),
      "unusedSuppressions": unusedSuppressions.isEmpty
        ? nil
        : .array(
          unusedSuppressions.map {
            .object([
              "rule": .string($0.rule.pattern), "symbol": $0.symbol.map { .string($0.pattern) },
              "platform": $0.platform.map { .string($0.pattern) }, "because": .string($0.because),
              "until": $0.until.map(JSONValue.string),
            ])
          }
        ),
    ]).with("matrix", matrix?.json)
  }
}

extension FindingsReport.Entry {
  /// One finding with the keys of cli.md.
  var json: JSONValue {
    .object([
      "rule": .string(finding.rule.rawValue),
      "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message),
      "package": .string(finding.package),
      "platform": finding.platform.map(JSONValue.string),
      "symbol": finding.symbol.map(JSONValue.string),
      "location": .object([
        "entry": finding.location.entry.map(JSONValue.string),
        "source": finding.location.source.map(JSONValue.string),
        "line": finding.location.line.map(JSONValue.integer),
        "column": finding.location.column.map(JSONValue.integer),
        "function": finding.location.function.map(JSONValue.string),
        "statement": finding.location.statement.map(JSONValue.string),
      ]),
      "error": finding.error.map(JSONValue.string),
      "certainty": finding.certainty.map { .string($0.rawValue) },
      "reachedFrom": finding.reachedFrom.map {
        .object(["entryPoint": .string($0.entryPoint), "chain": .strings($0.chain)])
      },
      "hint": finding.hint.map(JSONValue.string),
      "occurrences": finding.occurrences == 1 ? nil : .integer(finding.occurrences),
      "fingerprint": .string(fingerprint.text),
    ])
  }
}
