import Yams

extension PageSource {
  /// `{title: …, fields: [...]}`.
  static func read(_ node: Node, _ nodes: SourceNodes, language: String) -> PageSource {
    let keys = nodes.fields(node, "a page", ["title", "description", "fields"])
    if keys["title"] == nil { nodes.report(node, "a page lacks \"title\"") }
    return PageSource(
      title: keys["title"].map { SourceText.read($0, nodes, "title", language: language) } ?? SourceText([]),
      description: keys["description"].map { nodes.text($0, "description") } ?? "",
      fields: keys["fields"].map {
        nodes.elements($0, "fields").map { FieldSource.read($0, nodes, language: language) }
      } ?? [],
      line: nodes.place(of: node)
    )
  }
}

extension FieldSource {
  /// Each kind of field with the keys that may follow beyond `title`, `description` and `default`.
  private static let forms: [(key: String, rest: [String])] = [
    ("headline", []), ("infotext", []), ("textInput", ["maxLength"]), ("passwordInput", ["maxLength"]),
    ("numberInput", ["maxLength", "validation"]), ("checkbox", []), ("textChoice", ["choices"]),
    ("numberChoice", ["choices"]), ("userSelection", []), ("groupSelection", []), ("timerSettingsInput", []),
    ("DateTimeInput", []), ("uploadFileInput", []), ("textList", ["listName"]), ("numberList", ["listName"]),
    ("keyValueMap", ["keyName", "valueName"]),
  ]

  /// `{textInput: VARIABLE, title: …}`; a `headline` or `infotext` has its text in place of the variable.
  static func read(_ node: Node, _ nodes: SourceNodes, language: String) -> FieldSource {
    var field = FieldSource(
      kind: "headline",
      variable: nil,
      title: SourceText([]),
      description: SourceText([]),
      defaultValue: nil,
      maxLength: 0,
      choices: [],
      validation: "",
      headings: Headings(),
      line: nodes.place(of: node)
    )
    let pairs = nodes.pairs(node, "a field")
    guard let form = forms.first(where: { form in pairs.contains { $0.key == form.key } }) else {
      let written = pairs.first?.key ?? ""
      nodes.report(node, "\"\(written)\" is no kind of field", hint: nodes.nearest(written, forms.map(\.key)))
      return field
    }
    let keys = nodes.fields(
      node,
      "the field \"\(form.key)\"",
      [form.key, "title", "description", "default"] + form.rest
    )
    func localized(_ key: String) -> SourceText? {
      keys[key].map { SourceText.read($0, nodes, key, language: language) }
    }
    field.kind = form.key
    switch form.key {
    case "headline": field.title = localized(form.key) ?? field.title
    case "infotext": field.description = localized(form.key) ?? field.description
    default:
      let variable = keys[form.key].map { nodes.text($0, form.key) } ?? ""
      field.variable = variable
      field.title = SourceText(variable, language: language)
    }
    field.title = localized("title") ?? field.title
    field.description = localized("description") ?? field.description
    field.defaultValue = keys["default"].map { nodes.text($0, "default") }
    field.maxLength = keys["maxLength"].map { nodes.integer($0, "maxLength") } ?? 0
    field.choices = keys["choices"].map { nodes.elements($0, "choices").map { nodes.text($0, "a choice") } } ?? []
    field.validation = keys["validation"].map { nodes.text($0, "validation") } ?? ""
    field.headings = Headings(list: localized("listName"), key: localized("keyName"), value: localized("valueName"))
    return field
  }
}
