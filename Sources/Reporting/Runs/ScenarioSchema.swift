import ModuleRuntime

/// The JSON schema of scenario files for editors, made of the table by which they are read (draft 2020-12).
public struct ScenarioSchema {
  private var definitions: [(name: String, value: JSONValue)] = []

  /// The whole schema.
  public static var json: JSONValue {
    var schema = ScenarioSchema()
    let root = schema.record(ScenarioFormat.record)
    let definitions = schema.definitions.map { JSONValue.Member($0.name, $0.value) }
    return JSONValue.object([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A scenario of sfm test (*.scenario.yml)",
    ]).merging(root).with("$defs", .members(definitions))
  }

  private mutating func schema(_ shape: Shape) -> JSONValue {
    switch shape {
    case .text: return .object(["type": ["string", "number", "boolean", "null"]])
    case .number: return .object(["type": "integer", "minimum": 0])
    case .truth: return .object(["enum": [true, false, "yes", "no"]])
    case .word(let words): return .object(["enum": .strings(words)])
    case .span:
      return .object([
        "type": ["string", "integer"], "pattern": "^(0|(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?)$", "maximum": 0,
      ])
    case .moment:
      return .object([
        "type": "string",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{3})?)?Z?)?$",
      ])
    case .value, .matcher: return true
    case .list(let element): return .object(["type": ["array", "null"], "items": schema(element)])
    case .oneOrMore(let element):
      return .object(["anyOf": [schema(element), .object(["type": "array", "items": schema(element)])]])
    case .map(let element): return .object(["type": ["object", "null"], "additionalProperties": schema(element)])
    case .record(let record): return reference(record)
    case .choice(let what, let records):
      var ways = records.map { reference($0, needsFirstKey: true) }
      let words = records.filter(\.isWord).map(\.firstKey)
      if !words.isEmpty { ways.append(.object(["enum": .strings(words)])) }
      if records.contains(where: \.takesPlainText) { ways.append(.object(["type": ["string", "number", "boolean"]])) }
      return .object(["title": .string(what), "anyOf": .array(ways)])
    }
  }

  private mutating func record(_ record: Record, needsFirstKey: Bool = false) -> JSONValue {
    var properties: [JSONValue.Member] = []
    for key in record.keys {
      let described = JSONValue.object(["description": .string(key.about)])
      let schema = schema(key.shape)
      // Only an object can stand beside a description; `true` is the schema that takes everything.
      properties.append(JSONValue.Member(key.name, schema == true ? described : described.merging(schema)))
    }
    var needed = record.keys.filter(\.isNeeded).map(\.name)
    if needsFirstKey, !needed.contains(record.firstKey) { needed.insert(record.firstKey, at: 0) }
    return .object([
      "type": needed.isEmpty ? ["object", "null"] : "object", "properties": .members(properties),
      "required": needed.isEmpty ? nil : .strings(needed), "additionalProperties": false,
    ])
  }

  /// A record stands once among the definitions, however often it is used.
  private mutating func reference(_ record: Record, needsFirstKey: Bool = false) -> JSONValue {
    let value = self.record(record, needsFirstKey: needsFirstKey)
    if let known = definitions.first(where: { $0.value == value }) { return Self.reference(known.name) }
    let words = record.name.split(separator: " ").drop { ["a", "an", "the"].contains($0) }.joined(separator: "-")
    var name = words
    var number = 2
    while definitions.contains(where: { $0.name == name }) {
      name = "\(words)-\(number)"
      number += 1
    }
    definitions.append((name, value))
    return Self.reference(name)
  }

  private static func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/$defs/\(name)")]) }
}

extension JSONValue {
  /// This object with the members of another one behind its own.
  fileprivate func merging(_ other: JSONValue) -> JSONValue {
    guard case .members(let first) = self, case .members(let second) = other else { return self }
    return .members(first + second)
  }
}
