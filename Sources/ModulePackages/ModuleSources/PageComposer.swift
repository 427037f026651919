import ModuleDescriptors

/// Makes the configuration pages (package-format.md section 3.7).
struct PageComposer {
  private let source: ModuleSource
  private let variableIDs: [String: String]

  init(_ source: ModuleSource, _ variableIDs: [String: String]) {
    self.source = source
    self.variableIDs = variableIDs
  }

  /// The languages that the appliance lists for every text, in its order.
  private static let languages = ["en", "de", "es", "fr", "nl", "pl", "sv"]

  /// One page.
  func page(_ page: PageSource, number: Int, _ problems: inout [ProjectProblem]) -> GUITab {
    let id = ModuleIdentity.derivedID(moduleID: source.id, path: "page", String(number))
    let fields = page.fields.enumerated().map { field($1, "\(number)/\($0)", &problems) }
    return GUITab(
      Head(id: id, name: shown(page.title), createTime: source.created, description: page.description),
      texts: [localized(page.title, key: "inputguitab.name{\(id)}", .name)],
      fields: DescriptorList(fields.map { .known($0) })
    )
  }

  private func field(
    _ field: FieldSource,
    _ path: String,
    _ problems: inout [ProjectProblem]
  ) -> GUIFieldDescriptor {
    let id = ModuleIdentity.derivedID(moduleID: source.id, path: "field", path)
    let key = "inputguitab.\(field.kind.lowercased())"
    var texts = [
      localized(field.title, key: "\(key).name{\(id)}", .name),
      localized(field.description, key: "\(key).description{\(id)}", .description),
    ]
    let headings = field.headings
    if let list = headings.list { texts.append(localized(list, key: "\(key).listName{\(id)}", .listName)) }
    if let heading = headings.key { texts.append(localized(heading, key: "\(key).keyName{\(id)}", .keyHeader)) }
    if let heading = headings.value { texts.append(localized(heading, key: "\(key).valueName{\(id)}", .valueHeader)) }
    var variable: VariableSource?
    var variableID = ModuleIdentity.derivedID(moduleID: source.id, path: "field's variable", path)
    if let name = field.variable {
      variable = source.variables.first { $0.name == name }
      if let found = variableIDs[name] {
        variableID = found
      } else {
        problems.append(
          ProjectProblem(
            file: ProjectLayout.source,
            line: field.line.line,
            column: field.line.column,
            message: "there is no variable \"\(name)\" for the field",
            hint: ModuleComposer.nearest(name, variableIDs.keys.sorted())
          )
        )
      }
    }
    var shownDefault = field.defaultValue ?? ""
    if field.defaultValue == nil, case .text(let text)? = variable?.value { shownDefault = text }
    return GUIFieldDescriptor(
      kind(field, shownDefault),
      Head(id: id, name: shown(field.title), createTime: source.created, description: shown(field.description)),
      variableID: variableID,
      maxLength: Self.hasLength(field.kind) ? field.maxLength : nil,
      texts: texts,
      defaultValue: shownDefault
    )
  }

  private func kind(_ field: FieldSource, _ shownDefault: String) -> GUIFieldKind {
    let choices = GUIChoices(
      DescriptorList(field.choices.map { GUIChoice($0) }),
      defaultSelection: field.choices.firstIndex(of: shownDefault) ?? 0
    )
    let list = GUIListParts(listName: field.headings.list.map(shown) ?? "")
    return switch field.kind {
    case "headline": .headline
    case "infotext": .infotext
    case "passwordInput": .passwordInput
    case "numberInput": .numberInput(validation: field.validation)
    case "checkbox": .checkbox
    case "textChoice": .textChoice(choices)
    case "numberChoice": .numberChoice(choices)
    case "userSelection": .userSelection
    case "groupSelection": .groupSelection
    case "timerSettingsInput": .timerSettingsInput
    case "DateTimeInput": .dateTimeInput
    case "uploadFileInput": .uploadFileInput
    case "textList": .textList(list)
    case "numberList": .numberList(list)
    case "keyValueMap":
      .keyValueMap(
        GUIMapParts(
          keyName: field.headings.key.map(shown) ?? "",
          keyType: "STRING",
          valueName: field.headings.value.map(shown) ?? "",
          valueType: "STRING"
        )
      )
    default: .textInput
    }
  }

  /// Whether the appliance writes `maxLength` for a field of that kind.
  private static func hasLength(_ kind: String) -> Bool {
    ["textInput", "passwordInput", "numberInput", "textChoice", "numberChoice"].contains(kind)
  }

  private func shown(_ text: SourceText) -> String {
    text[source.defaultLocale] ?? text.translations.first?.text ?? ""
  }

  private func localized(_ text: SourceText, key: String, _ property: TextProperty) -> LocalizedText {
    Self.localized(text, key: key, property, default: source.defaultLocale, missing: nil)
  }

  /// A text with an entry for every language that the appliance lists; the default language always has a value.
  static func localized(
    _ text: SourceText,
    key: String,
    _ property: TextProperty,
    default language: String,
    missing: String?
  ) -> LocalizedText {
    let further = text.translations.map(\.language).filter { !languages.contains($0) }
    return LocalizedText(
      key: key,
      property: property,
      translations: (languages + further).map { code in
        Translation(code, text[code] ?? (code == language ? text.translations.first?.text ?? "" : missing))
      }
    )
  }
}
