import ModuleDescriptors
import XMLTrees

extension PackageComparison {
  /// Compares what the two descriptors say.
  mutating func compareDescriptors() {
    guard let before = old.descriptor, let after = new.descriptor else {
      if old.descriptor != nil { note(.identity, .removed, "descriptor") }
      if new.descriptor != nil { note(.identity, .added, "descriptor") }
      return
    }
    let identity = Self.identity(before, after)
    if !identity.isEmpty { note(.identity, .changed, after.name, identity) }
    pair(
      .variable,
      Self.variables(before.inputs),
      Self.variables(after.inputs),
      key: { $0.id ?? $0.name },
      name: \.name,
      details: Self.variable
    )
    pair(
      .function,
      Array(before.functions),
      Array(after.functions),
      key: \.id,
      name: \.name,
      details: Self.function
    )
    pair(
      .entryPoint,
      Array(before.entryPoints),
      Array(after.entryPoints),
      key: \.id,
      name: \.label,
      details: Self.entryPoint
    )
    pair(.page, before.tabs, after.tabs, key: \.id, name: \.name, details: Self.page)
    pair(
      .resource,
      Array(before.resources),
      Array(after.resources),
      key: \.id,
      name: Self.name,
      details: { [old, new] in Self.resource($0, old, $1, new) }
    )
  }

  private static func identity(_ a: ModuleDescriptor, _ b: ModuleDescriptor) -> [String] {
    var found = line("id", a.id, b.id) + line("name", a.name, b.name)
    found += line("version", String(a.head.version), String(b.head.version))
    found += line("vendor", a.head.vendor, b.head.vendor) + line("description", a.description, b.description)
    found += line("short description", a.shortDescription, b.shortDescription)
    found += line("created with", a.createdWith, b.createdWith)
    found += line("last changed", String(a.lastChangedTime), String(b.lastChangedTime))
    found += line("default language", a.defaultLocale, b.defaultLocale)
    found +=
      line("editable", String(a.editable), String(b.editable))
      + line("disabled", String(a.disabled), String(b.disabled))
    found += line("needs a platform licence", licensed(a), licensed(b))
    return found
  }

  private static func licensed(_ descriptor: ModuleDescriptor) -> String {
    let free = ModuleIdentity.noLicenseID(
      moduleID: descriptor.id,
      lastChangedTime: String(descriptor.lastChangedTime)
    )
    return descriptor.noLicenseID == free ? "no" : "yes"
  }

  private static func variables(_ parameters: DescriptorList<Parameter>) -> [Variable] {
    parameters.compactMap(\.variable)
  }

  private static func variable(_ a: Variable, _ b: Variable) -> [String] {
    line("name", a.name, b.name) + line("type", a.type.rawValue, b.type.rawValue) + line("value", a.value, b.value)
  }

  private static func signature(_ parameters: DescriptorList<Parameter>) -> [String] {
    variables(parameters).map { "\($0.name): \($0.type)" }
  }

  private static func function(_ a: Function, _ b: Function) -> [String] {
    var found = line("name", a.name, b.name) + line("visibility", a.visibility.rawValue, b.visibility.rawValue)
    found += line("disabled", String(a.disabled), String(b.disabled))
    found += line("description", a.description, b.description)
    found += lines("input", signature(a.inputs), signature(b.inputs))
    found += lines("output", signature(a.outputs), signature(b.outputs))
    found += line("class", a.implementationFile ?? "", b.implementationFile ?? "")
    return found + statements(outline(a.statements), outline(b.statements))
  }

  /// The statements as lines, indented by depth, without ids and times of the statements themselves.
  private static func outline(_ statements: DescriptorList<Statement>, depth: Int = 0) -> [String] {
    statements.flatMap { statement in
      let inputs = statement.inputs.map { "\($0.name)=\(value($0))" }
      let outputs = statement.outputs.map { "\($0.name)->\(value($0))" }
      let state = statement.disabled ? ["(disabled)"] : []
      let text = ([statement.label] + inputs + outputs + state + extra(statement)).joined(separator: " ")
      return [String(repeating: "  ", count: depth) + text] + outline(statement.statements, depth: depth + 1)
    }
  }

  private static func extra(_ statement: Statement) -> [String] {
    switch statement {
    case .comment(let comment): [comment.comment]
    case .variableDefinition(let definition): ["\(definition.type)", definition.defaultValue]
    default: []
    }
  }

  private static func value(_ parameter: Parameter) -> String {
    switch parameter {
    case .variable(let variable): variable.value
    case .multipleValue(let multiple): "[" + multiple.values.map(\.value).joined(separator: ", ") + "]"
    case .expressed(let expressed): expressed.expression.map(condition) ?? ""
    case .unknown(let element): element.name
    }
  }

  private static func condition(_ expression: Expression) -> String {
    switch expression {
    case .test(let test): test.kind.rawValue + "(" + test.operands.map(\.value).joined(separator: ", ") + ")"
    case .nested(let nested):
      nested.joint.rawValue + "(" + nested.expressions.map(condition).joined(separator: ", ") + ")"
    }
  }

  /// What was taken out of and put into an order of lines.
  private static func statements(_ a: [String], _ b: [String]) -> [String] {
    // A difference costs the product of both in the worst case; beyond this, that they differ must do.
    guard a.count * b.count <= 4_000_000 else { return a == b ? [] : ["statements"] }
    return b.difference(from: a).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
  }

  private static func entryPoint(_ a: EntryPoint, _ b: EntryPoint) -> [String] {
    var found = line("name", a.name, b.name) + line("fires", a.label, b.label)
    found += line("function", a.function?.name ?? "", b.function?.name ?? "")
    if case .rpc(let before) = a, case .rpc(let after) = b {
      found += line("access", before.authentication.rawValue, after.authentication.rawValue)
    }
    return found
  }

  private static func page(_ a: GUITab, _ b: GUITab) -> [String] {
    func fields(_ tab: GUITab) -> [String] {
      tab.fields.map { field in
        guard let known = field.descriptor else { return "unknown field" }
        return "\(known.kind.elementName) \(known.name)"
      }
    }
    return line("name", a.name, b.name) + lines("field", fields(a), fields(b))
  }

  private static func name(_ resource: Resource) -> String {
    if case .file(let file) = resource { "file \(file.name)" } else { "\(resource.elementName) \(resource.id)" }
  }

  private static func resource(
    _ a: Resource,
    _ old: ModulePackage,
    _ b: Resource,
    _ new: ModulePackage
  ) -> [String] {
    switch (a, b) {
    case (.file(let before), .file(let after)):
      return line("name", before.name, after.name) + content(before.entry, old, after.entry, new)
    case (.timer(let before), .timer(let after)):
      return line("period", "\(before.multiplier) \(before.period)", "\(after.multiplier) \(after.period)")
        + line("start", String(before.startTime), String(after.startTime))
    case (.list(let before), .list(let after)):
      return lines("value", before.values.map(\.text), after.values.map(\.text))
    case (.map(let before), .map(let after)):
      return lines("entry", before.entries.map(text), after.entries.map(text))
    default: return line("kind", a.elementName, b.elementName)
    }
  }

  private static func text(_ entry: MapEntry) -> String { "\(entry.key) = \(entry.value ?? "null")" }
}
