import Yams

extension ModuleSource {
  /// Reads `module.yml`.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for problems.
  /// - Throws: `ProjectError` with every problem and its line: text that is no YAML, unknown keys with the nearest
  ///   known one, missing and malformed values.
  public init(yaml text: String, file: String = "module.yml") throws(ProjectError) {
    let root = try SourceNodes.compose(text, file: file)
    let nodes = SourceNodes(file: file)
    self = Self.read(root, nodes)
    guard nodes.problems.isEmpty else { throw ProjectError(.source, nodes.problems) }
  }

  private static func read(_ root: Node, _ nodes: SourceNodes) -> ModuleSource {
    let sections = nodes.fields(root, file, ["module", "variables", "functions", "entryPoints", "pages"])
    var source: ModuleSource
    if let head = sections["module"] {
      source = readHead(head, nodes)
    } else {
      nodes.report(root, "lacks the section \"module\"", hint: "it states id, name, vendor, version and platform")
      source = readHead(Node(""), nodes)
    }
    let language = source.defaultLocale
    if let variables = sections["variables"] {
      source.variables = nodes.pairs(variables, "variables").map { VariableSource.read($0, nodes) }
    }
    if let functions = sections["functions"] {
      source.functions = nodes.pairs(functions, "functions").map { FunctionSource.read($0, nodes) }
    }
    if let entryPoints = sections["entryPoints"] {
      source.entryPoints = nodes.elements(entryPoints, "entryPoints").map { EntryPointSource.read($0, nodes) }
    }
    if let pages = sections["pages"] {
      source.pages = nodes.elements(pages, "pages").map { PageSource.read($0, nodes, language: language) }
    }
    return source
  }

  private static let file = "the file"
  private static let headKeys = [
    "id", "name", "title", "vendor", "version", "description", "shortDescription", "descriptionURL", "platform",
    "created", "changed", "defaultLocale", "editing",
  ]

  private static func readHead(_ node: Node, _ nodes: SourceNodes) -> ModuleSource {
    let keys = nodes.fields(node, "module", headKeys)
    func text(_ key: String, _ fallback: String = "") -> String { keys[key].map { nodes.text($0, key) } ?? fallback }
    for required in ["id", "name", "vendor", "version", "platform", "created"] where keys[required] == nil {
      nodes.report(node, "module lacks \"\(required)\"")
    }
    let name = text("name")
    let locale = text("defaultLocale", "en")
    let created = keys["created"].map { nodes.time($0, "created") } ?? 0
    if let id = keys["id"], text("id").isEmpty { nodes.report(id, "id must not be empty") }
    if let platform = keys["platform"], PlatformLevel(version: text("platform")) == nil {
      nodes.report(platform, "platform must be a version such as 7.3.0.5, from 6 on")
    }
    return ModuleSource(
      id: text("id"),
      name: name,
      title: keys["title"].map { SourceText.read($0, nodes, "title", language: locale) }
        ?? SourceText(name, language: locale),
      vendor: text("vendor"),
      version: keys["version"].map { nodes.integer($0, "version") } ?? 0,
      description: text("description"),
      shortDescription: text("shortDescription"),
      descriptionURL: text("descriptionURL"),
      platform: text("platform"),
      created: created,
      changed: keys["changed"].map { nodes.time($0, "changed") } ?? created,
      defaultLocale: locale,
      editing: keys["editing"].map { readEditing($0, nodes) } ?? .open,
      variables: [],
      functions: [],
      entryPoints: [],
      pages: []
    )
  }

  private static func readEditing(_ node: Node, _ nodes: SourceNodes) -> Editing {
    let written = nodes.text(node, "editing")
    switch written {
    case "open": return .open
    case "locked": return .locked
    default:
      let isHash = written.utf8.count == 40 && written.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      if !isHash {
        nodes.report(node, "editing must be open, locked, or the 40 digits of a writeHash")
      }
      return .hash(written)
    }
  }
}

extension SourceText {
  /// A text in the default language, or a mapping from language codes to texts.
  static func read(_ node: Node, _ nodes: SourceNodes, _ what: String, language: String) -> SourceText {
    guard case .mapping = node else { return SourceText(nodes.text(node, what), language: language) }
    return SourceText(
      nodes.pairs(node, what).map { field in
        if !(2...3).contains(field.key.utf8.count) || !field.key.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) {
          nodes.report(field.keyNode, "\"\(field.key)\" is no language code", hint: "such as en, de, fr")
        }
        return Translation(language: field.key, text: nodes.text(field.value, what))
      }
    )
  }
}
