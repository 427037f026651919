import ClassFiles
import ModuleDescriptors
import ModulePackages
import XMLTrees

extension ModuleInspection {
  /// The inspection for a terminal; statements of functions are shown when `statements` says so.
  public func text(_ style: TerminalStyle, statements: Bool = true) -> String {
    guard let module = package.descriptor else {
      return style(terminalSafe(package.path), .bold)
        + "\nno module-descriptor.xml that can be read; `sfm validate` says why\n"
        + section("Classes", classes, style) + section("Libraries", libraries, style)
    }
    var out = identity(module, style)
    out += section("Entry points", entryPoints(module), style)
    out += functions(module, style, statements: statements)
    out += section("Variables", variables(module), style)
    out += pages(module, style)
    out += section("Resources", resources(module), style)
    out += section("Classes", classes, style)
    out += section("Libraries", libraries, style)
    return out
  }

  private func identity(_ module: ModuleDescriptor, _ style: TerminalStyle) -> String {
    var out = style(terminalSafe(module.name), .bold) + " \(module.head.version)"
    if !module.head.vendor.isEmpty { out += " by \(terminalSafe(module.head.vendor))" }
    out += "\n"
    var table = TextTable(indent: "  ")
    let rows: [(String, String?)] = [
      ("id", module.id), ("description", module.description.isEmpty ? nil : module.description),
      ("created with", module.createdWith), ("last changed", dateText(module.lastChangedTime)),
      ("licence", licence(of: module)), ("language", module.defaultLocale), ("package", package.path),
    ]
    for case (let name, let value?) in rows { table.add(TextTable.Cell(name, .dim), TextTable.Cell(value)) }
    return out + table.text(style)
  }

  private func section(_ title: String, _ rows: [[TextTable.Cell]], _ style: TerminalStyle) -> String {
    guard !rows.isEmpty else { return "" }
    var table = TextTable(indent: "  ")
    table.rows = rows
    return "\n" + style("\(title) (\(rows.count))", .bold) + "\n" + table.text(style)
  }

  private func entryPoints(_ module: ModuleDescriptor) -> [[TextTable.Cell]] {
    module.entryPoints.map { point in
      [
        TextTable.Cell(point.label), TextTable.Cell(point.function?.name ?? ""),
        TextTable.Cell(schedule(of: point, module) ?? "", .dim),
      ]
    }
  }

  private func functions(_ module: ModuleDescriptor, _ style: TerminalStyle, statements: Bool) -> String {
    guard !module.functions.isEmpty else { return "" }
    let java = javaFunctions
    var out = "\n" + style("Functions (\(module.functions.count))", .bold) + "\n"
    for function in module.functions {
      out += "  " + style(terminalSafe(function.name), .blue) + terminalSafe(signature(function))
      if let java = java[function.id] {
        let place = java.implementation.map(\.displayPath)
        out += style("  Java, ", .dim) + (place.map { style(terminalSafe($0), .dim) } ?? style("class missing", .red))
      }
      if function.visibility == .public { out += style("  public", .dim) }
      if function.disabled { out += style("  disabled", .dim) }
      out += "\n"
      if !statements { continue }
      let reader = StatementText(module: module, function: function)
      append(function.statements, depth: 2, reader, style, to: &out)
    }
    return out
  }

  private func append(
    _ statements: DescriptorList<Statement>,
    depth: Int,
    _ reader: StatementText,
    _ style: TerminalStyle,
    to out: inout String
  ) {
    for statement in statements {
      let line = terminalSafe(reader.line(statement))
      out += String(repeating: "  ", count: depth)
      if statement.disabled {
        out += style("(disabled) " + line, .dim)
      } else if case .comment = statement {
        out += style(line, .dim)
      } else {
        out += line
      }
      out += "\n"
      append(statement.statements, depth: depth + 1, reader, style, to: &out)
    }
  }

  private func signature(_ function: Function) -> String {
    func list(_ parameters: DescriptorList<Parameter>) -> String {
      parameters.map { "\($0.name): \($0.variable?.type.rawValue ?? "?")" }.joined(separator: ", ")
    }
    let outputs = function.outputs.isEmpty ? "" : " -> (\(list(function.outputs)))"
    return "(\(list(function.inputs)))\(outputs)"
  }

  private func variables(_ module: ModuleDescriptor) -> [[TextTable.Cell]] {
    module.inputs.map { parameter in
      [
        TextTable.Cell(parameter.name), TextTable.Cell(parameter.variable?.type.rawValue ?? "?"),
        TextTable.Cell(parameter.variable?.value ?? "", .dim),
      ]
    }
  }

  private func pages(_ module: ModuleDescriptor, _ style: TerminalStyle) -> String {
    var out = ""
    let names = Dictionary(
      module.inputs.compactMap { parameter in parameter.id.map { ($0, parameter.name) } },
      uniquingKeysWith: { $1 }
    )
    for tab in module.tabs {
      out += "\n" + style("Page \(terminalSafe(tab.name)) (\(tab.fields.count))", .bold) + "\n"
      var table = TextTable(indent: "  ")
      for field in tab.fields {
        let descriptor = field.descriptor
        table.add(
          TextTable.Cell(descriptor?.kind.elementName ?? "?"),
          TextTable.Cell(descriptor?.name ?? ""),
          TextTable.Cell(names[field.variableID] ?? "", .dim)
        )
      }
      out += table.text(style)
    }
    return out
  }

  private func resources(_ module: ModuleDescriptor) -> [[TextTable.Cell]] {
    module.resources.map { resource in
      switch resource {
      case .file(let file): ["file", TextTable.Cell(file.name), TextTable.Cell(file.entry, .dim)]
      case .timer(let timer): ["timer", TextTable.Cell(schedule(of: timer)), TextTable.Cell(timer.id, .dim)]
      case .list(let list):
        ["list", TextTable.Cell(counted(list.values.count, "value")), TextTable.Cell(list.id, .dim)]
      case .map(let map):
        ["map", TextTable.Cell(counted(map.entries.count, "entry", plural: "entries")), TextTable.Cell(map.id, .dim)]
      case .unknown(let element): [TextTable.Cell(element.name), "", TextTable.Cell(resource.id, .dim)]
      }
    }
  }

  private var classes: [[TextTable.Cell]] {
    package.classes.map { item in
      guard let file = item.file else { return [TextTable.Cell(item.path), TextTable.Cell("unreadable", .red)] }
      let name = (item.internalName ?? "?").replacing("/", with: ".")
      return [TextTable.Cell(name), TextTable.Cell("Java \(file.javaRelease)"), TextTable.Cell(item.path, .dim)]
    }
  }

  private var libraries: [[TextTable.Cell]] {
    package.libraries.map { library in
      [
        TextTable.Cell(library.name), TextTable.Cell(counted(library.classes.count, "class", plural: "classes")),
        TextTable.Cell("\(library.size) bytes", .dim),
      ]
    }
  }
}
