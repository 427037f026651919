import Archives
import ClassFiles
import ModuleDescriptors
import ModulePackages
import XMLTrees

extension ModuleInspection {
  /// The document, schema `sfm.inspect/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.inspect/1",
      "package": .string(package.path),
      "manifest": package.manifest.map { manifest in
        .members(manifest.attributes.main.map { JSONValue.Member($0.name, .string($0.value)) })
      },
      "module": package.descriptor.map(identity),
      "entryPoints": package.descriptor.map { module in .array(module.entryPoints.map { entryPoint($0, module) }) },
      "functions": package.descriptor.map { module in
        let java = javaFunctions
        return .array(module.functions.map { function($0, java[$0.id], module) })
      },
      "variables": package.descriptor.map { module in parameters(module.inputs) },
      "pages": package.descriptor.map { module in .array(module.tabs.map(page)) },
      "resources": package.descriptor.map { module in .array(module.resources.map(resource)) },
      "classes": .array(package.classes.map(classFile)),
      "libraries": .array(
        package.libraries.map { library in
          .object([
            "path": .string(library.path), "name": .string(library.name), "size": .integer(library.size),
            "classes": .integer(library.classes.count),
          ])
        }
      ),
    ])
  }

  private func identity(_ module: ModuleDescriptor) -> JSONValue {
    .object([
      "id": .string(module.id), "name": .string(module.name), "version": .integer(module.head.version),
      "vendor": .string(module.head.vendor), "description": .string(module.description),
      "specVersion": .integer(module.head.specVersion), "createdWith": .string(module.createdWith),
      "createTime": .integer(module.head.createTime), "lastChangedTime": .integer(module.lastChangedTime),
      "defaultLocale": .string(module.defaultLocale), "editable": .bool(module.editable),
      "licence": .string(licence(of: module)),
    ])
  }

  private func entryPoint(_ point: EntryPoint, _ module: ModuleDescriptor) -> JSONValue {
    .object([
      "kind": .string(point.elementName), "label": .string(point.label), "name": .string(point.name),
      "id": .string(point.id), "function": point.function.map { .string($0.id) },
      "functionName": point.function.map { .string($0.name) },
      "schedule": schedule(of: point, module).map(JSONValue.string), "line": line(point.position.line),
    ])
  }

  private func function(_ function: Function, _ java: JavaFunction?, _ module: ModuleDescriptor) -> JSONValue {
    let reader = StatementText(module: module, function: function)
    return .object([
      "name": .string(function.name), "id": .string(function.id), "kind": java == nil ? "designer" : "java",
      "class": java.flatMap { java in java.implementation.map { .string($0.displayPath) } },
      "visibility": .string(function.visibility.rawValue), "disabled": .bool(function.disabled),
      "inputs": parameters(function.inputs), "outputs": parameters(function.outputs),
      "statements": java == nil ? .array(function.statements.map { statement($0, reader) }) : nil,
      "line": line(function.extras.position.line),
    ])
  }

  private func statement(_ statement: Statement, _ reader: StatementText) -> JSONValue {
    var target: JSONValue?
    if case .functionCall(let call) = statement {
      target = .object([
        "domain": .string(call.target.domainID), "id": .string(call.target.id), "name": .string(call.target.name),
      ])
    }
    let inner = statement.statements
    return .object([
      "kind": .string(statement.elementName), "text": .string(reader.line(statement)), "target": target,
      "disabled": statement.disabled ? true : nil, "line": line(statement.position.line),
      "statements": inner.isEmpty ? nil : .array(inner.map { self.statement($0, reader) }),
    ])
  }

  private func parameters(_ parameters: DescriptorList<Parameter>) -> JSONValue {
    .array(
      parameters.map { parameter in
        .object([
          "name": .string(parameter.name), "id": parameter.id.map(JSONValue.string),
          "type": parameter.variable.map { .string($0.type.rawValue) },
          "value": parameter.variable.flatMap { $0.value.isEmpty ? nil : .string($0.value) },
        ])
      }
    )
  }

  private func page(_ tab: GUITab) -> JSONValue {
    .object([
      "name": .string(tab.name), "id": .string(tab.id),
      "fields": .array(
        tab.fields.map { field in
          .object([
            "kind": field.descriptor.map { .string($0.kind.elementName) },
            "name": field.descriptor.map { .string($0.name) }, "variable": .string(field.variableID),
            "texts": field.descriptor?.text(.name).map { text in
              .members(
                text.translations.compactMap { translation in
                  translation.text.map { JSONValue.Member(translation.language, .string($0)) }
                }
              )
            },
          ])
        }
      ),
    ])
  }

  private func resource(_ resource: Resource) -> JSONValue {
    var value = JSONValue.object(["kind": .string(resource.elementName), "id": .string(resource.id)])
    switch resource {
    case .file(let file): value = value.with("name", .string(file.name)).with("entry", .string(file.entry))
    case .timer(let timer): value = value.with("schedule", .string(schedule(of: timer)))
    case .list(let list): value = value.with("values", .integer(list.values.count))
    case .map(let map): value = value.with("values", .integer(map.entries.count))
    case .unknown: break
    }
    return value
  }

  private func classFile(_ item: PackageClass) -> JSONValue {
    .object([
      "entry": .string(item.path), "name": item.internalName.map { .string($0.replacing("/", with: ".")) },
      "java": item.file.map { .integer($0.javaRelease) }, "size": .integer(item.size),
    ])
  }

  private func line(_ number: Int) -> JSONValue? { number > 0 ? .integer(number) : nil }
}
