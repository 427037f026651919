/// The part of SARIF 2.1.0 that the tool writes, from the specification's sections: what may stand in each object, of
/// which kind, and what must. Anything else is a violation; so this is stricter than the official schema.
struct SARIFShape {
  indirect enum Kind: Sendable {
    case text
    case number(from: Int)
    case flag
    case word(Set<String>)
    case list(Kind, from: Int = 0)
    case object(String)
    /// A property bag, whose texts are free (section 3.8), or a dictionary of texts (3.27.17).
    case texts
  }

  struct Object: Sendable {
    var required: Set<String>
    var members: [String: Kind]
  }

  static let levels: Kind = .word(["none", "note", "warning", "error"])

  static let objects: [String: Object] = [
    "log": Object(  // 3.13
      required: ["version", "runs"],
      members: ["$schema": .text, "version": .word(["2.1.0"]), "runs": .list(.object("run"))]
    ),
    "run": Object(  // 3.14
      required: ["tool"],
      members: [
        "tool": .object("tool"), "invocations": .list(.object("invocation")),
        "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(.object("result")),
      ]
    ),
    "tool": Object(required: ["driver"], members: ["driver": .object("driver")]),  // 3.18
    "driver": Object(  // 3.19
      required: ["name"],
      members: ["name": .text, "semanticVersion": .text, "rules": .list(.object("rule"))]
    ),
    "rule": Object(  // 3.49
      required: ["id"],
      members: [
        "id": .text, "shortDescription": .object("multiformat"), "fullDescription": .object("multiformat"),
        "help": .object("multiformat"), "defaultConfiguration": .object("configuration"),
      ]
    ),
    "multiformat": Object(required: ["text"], members: ["text": .text, "markdown": .text]),  // 3.12
    "configuration": Object(required: [], members: ["level": levels]),  // 3.50
    "invocation": Object(  // 3.20
      required: ["executionSuccessful"],
      members: ["executionSuccessful": .flag, "toolExecutionNotifications": .list(.object("notification"))]
    ),
    "notification": Object(required: ["message"], members: ["level": levels, "message": .object("message")]),  // 3.58
    "message": Object(required: ["text"], members: ["text": .text]),  // 3.11
    "result": Object(  // 3.27
      required: ["message", "ruleId", "ruleIndex", "level", "locations", "partialFingerprints"],
      members: [
        "ruleId": .text, "ruleIndex": .number(from: 0), "level": levels, "message": .object("message"),
        "locations": .list(.object("location"), from: 1), "partialFingerprints": .texts, "properties": .texts,
      ]
    ),
    "location": Object(  // 3.28
      required: ["physicalLocation"],
      members: [
        "physicalLocation": .object("physicalLocation"), "logicalLocations": .list(.object("logicalLocation"), from: 1),
      ]
    ),
    "physicalLocation": Object(  // 3.29
      required: ["artifactLocation"],
      members: ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
    ),
    "artifactLocation": Object(required: ["uri"], members: ["uri": .text]),  // 3.4
    "region": Object(  // 3.30
      required: ["startLine"],
      members: ["startLine": .number(from: 1), "startColumn": .number(from: 1)]
    ),
    "logicalLocation": Object(  // 3.33
      required: ["fullyQualifiedName"],
      members: ["fullyQualifiedName": .text, "kind": .word(["function", "member"])]
    ),
  ]

  /// Everything in which a value differs from the shape, each with its path.
  static func violations(of value: Any, as kind: Kind = .object("log"), at path: String = "$") -> [String] {
    switch kind {
    case .text: return (value as? String)?.isEmpty == false ? [] : ["\(path) is no text"]
    case .number(let least): return ((value as? Int) ?? Int.min) >= least ? [] : ["\(path) is no number from \(least)"]
    case .flag: return value is Bool ? [] : ["\(path) is neither true nor false"]
    case .word(let words): return words.contains(value as? String ?? "") ? [] : ["\(path) is not one of \(words)"]
    case .list(let element, let least):
      guard let list = value as? [Any], list.count >= least else { return ["\(path) is no list of at least \(least)"] }
      return list.enumerated().flatMap { violations(of: $1, as: element, at: "\(path)[\($0)]") }
    case .texts:
      guard let bag = value as? [String: Any] else { return ["\(path) is no object"] }
      return bag.filter { !($1 is String) && !($1 is [String]) }.map { "\(path).\($0.key) is no text" }
    case .object(let name):
      guard let object = value as? [String: Any], let shape = objects[name] else { return ["\(path) is no object"] }
      let missing = shape.required.subtracting(object.keys).map { "\(path) has no \($0)" }
      return missing
        + object.sorted { $0.key < $1.key }.flatMap { key, member in
          shape.members[key].map { violations(of: member, as: $0, at: "\(path).\(key)") }
            ?? ["\(path) must not have \(key)"]
        }
    }
  }
}
