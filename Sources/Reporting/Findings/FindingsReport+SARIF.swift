import Findings

extension FindingsReport {
  /// SARIF 2.1.0: one run, the rules that spoke with their pages, a partial fingerprint for each result.
  ///
  /// What lies inside an archive has the archive's path, `!/` and the entry as its address (as in a `jar:` URL), so that
  /// tools which show only a path and a line still say where; the logical location names the function.
  public func sarif(toolVersion: String) -> JSONValue {
    var index: [RuleID: Int] = [:]
    var rules: [JSONValue] = []
    for id in Set(entries.map(\.finding.rule)).sorted() {
      index[id] = rules.count
      rules.append(descriptor(id))
    }
    var results: [JSONValue] = []
    for (input, entries) in groups {
      for entry in entries.prefix(Self.mostResults - results.count) {
        results.append(result(entry, in: input, ruleIndex: index[entry.finding.rule]))
      }
    }
    var notifications: [JSONValue] = inputs.compactMap { input in
      input.failure.map { failure in
        JSONValue.object([
          "level": "error", "message": .object(["text": .string("\(input.path): \(failure)")]),
        ])
      }
    }
    if entries.count > results.count {
      let text =
        "\(entries.count - results.count) results more; a run has at most \(Self.mostResults), --format json has all"
      notifications.append(.object(["level": "warning", "message": .object(["text": .string(text)])]))
    }
    return .object([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        .object([
          "tool": .object([
            "driver": .object(["name": "sfm", "semanticVersion": .string(toolVersion), "rules": .array(rules)])
          ]),
          "invocations": [
            .object([
              "executionSuccessful": .bool(!hasUnreadableInput),
              "toolExecutionNotifications": notifications.isEmpty ? nil : .array(notifications),
            ])
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ])
      ],
    ])
  }

  /// GitHub refuses a run with more.
  private static let mostResults = 25_000

  private func descriptor(_ id: RuleID) -> JSONValue {
    guard let rule = catalogue[id] else { return .object(["id": .string(id.rawValue)]) }
    var markdown = "\(rule.what)\n\n**Why it matters.** \(rule.why)\n\n**How to mend it.** \(rule.mend)\n"
    if let message = rule.platformMessage { markdown += "\nThe appliance says: \(markdownCode(message))\n" }
    let text = "\(rule.what)\n\nWhy it matters: \(rule.why)\n\nHow to mend it: \(rule.mend)"
    return .object([
      "id": .string(id.rawValue),
      "shortDescription": .object(["text": .string(rule.title)]),
      "fullDescription": .object(["text": .string(rule.what)]),
      "help": .object(["text": .string(text), "markdown": .string(markdown)]),
      "defaultConfiguration": .object(["level": .string(rule.severity.sarifLevel)]),
    ])
  }

  private func result(_ entry: Entry, in input: Input, ruleIndex: Int?) -> JSONValue {
    let finding = entry.finding
    let location = finding.location
    let region = location.line.map { line in
      JSONValue.object(["startLine": .integer(line), "startColumn": location.column.map(JSONValue.integer)])
    }
    let path = [location.function, location.statement].compactMap(\.self).joined(separator: " > ")
    let logical = path.isEmpty ? finding.symbol : path
    return .object([
      "ruleId": .string(finding.rule.rawValue),
      "ruleIndex": ruleIndex.map(JSONValue.integer),
      "level": .string(finding.severity.sarifLevel),
      "message": .object(["text": .string(finding.hint.map { "\(finding.message)\n\($0)" } ?? finding.message)]),
      "locations": [
        .object([
          "physicalLocation": .object([
            "artifactLocation": .object(["uri": .string(uri(of: input.place(of: location), in: input))]),
            "region": region,
          ]),
          "logicalLocations": logical.map { name in
            [
              .object([
                "fullyQualifiedName": .string(name),
                "kind": .string(path.isEmpty ? "member" : "function"),
              ])
            ]
          },
        ])
      ],
      "occurrenceCount": finding.occurrences == 1 ? nil : .integer(finding.occurrences),
      "partialFingerprints": .object(["sfm/v1": .string(entry.fingerprint.text)]),
      "properties": .object([
        "package": .string(finding.package),
        "platform": finding.platform.map(JSONValue.string),
        "symbol": finding.symbol.map(JSONValue.string),
        "error": finding.error.map(JSONValue.string),
        "certainty": finding.certainty.map { .string($0.rawValue) },
        "reachedFrom": finding.reachedFrom.map { .strings([$0.entryPoint] + $0.chain) },
      ]),
    ])
  }

  private func uri(of entry: String?, in input: Input) -> String {
    let path = percentEncodedPath(input.path)
    guard let entry else { return path }
    if !input.isFolder { return path + "!/" + percentEncodedPath(entry) }
    return path + (path.hasSuffix("/") ? "" : "/") + percentEncodedPath(entry)
  }
}

/// A path as a relative URI reference (RFC 3986): every byte but unreserved ones, `/`, `!` and `$&'()*+,;=@` is encoded.
func percentEncodedPath(_ path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      bytes.append(byte)
    case _ where "-._~/!$&'()*+,;=@".utf8.contains(byte): bytes.append(byte)
    default:
      bytes.append(UInt8(ascii: "%"))
      bytes.append(contentsOf: hexadecimal(CollectionOfOne(byte)).uppercased().utf8)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension Severity {
  /// SARIF's word for it (SARIF 2.1.0 section 3.27.10).
  var sarifLevel: String { self == .notice ? "note" : rawValue }
}
