/// Texts in several languages, from the package's `de_*.properties` and `en_*.properties`.
enum ResourceTexts {
  static let functions: [BuiltInFunction] = [
    .value(
      "starface.system",
      "GetTextForResourceKey",
      "List localizedResources, String key, String language, List valuesToInject, String encoding",
      "String text"
    ) { call in
      let encoding = try TextEncoding(call.text(4))
      let language = call.text(2).isEmpty ? call.context.language : call.text(2).lowercased()
      var files: [(name: String, bytes: [UInt8])] = []
      for resource in try call.list(0).elements {
        if let packaged = call.context.packageFile(resource.text) {
          files.append((packaged.name, packaged.bytes))
        } else {
          files.append((FileTree.name(resource.text), try FileFunctions.content(resource.text, call.context)))
        }
      }
      var values: [String] = []
      if case .list(let list) = call.value(3) { values = list.elements.map(\.text) }
      for wanted in [language, "en"] {
        for file in files where file.name.lowercased().hasPrefix(wanted + "_") {
          guard let text = JavaProperties(encoding.text(file.bytes))[call.text(1)] else { continue }
          return .string(inject(values, into: text))
        }
      }
      call.context.log(.warn, "No text for key '\(call.text(1))' in language '\(language)' or 'en'")
      return .string("")
    }
  ]

  /// Puts values in the place of `{0}`, `{1}`, …; a number without a value stays.
  private static func inject(_ values: [String], into text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      let behind = rest[rest.index(after: open)...]
      if let close = behind.firstIndex(of: "}"), let number = Int(behind[..<close]), values.indices.contains(number) {
        out += values[number]
        rest = behind[behind.index(after: close)...]
      } else {
        out += "{"
        rest = behind
      }
    }
    return out + rest
  }
}

/// The text form of `java.util.Properties`.
struct JavaProperties {
  private var values: [String: String] = [:]

  /// Reads lines; of several values of a key the last counts.
  init(_ text: String) {
    var line: [Character] = []
    var continues = false
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = raw.drop { $0 == " " || $0 == "\t" || $0 == "\u{C}" }
      if !continues, trimmed.isEmpty || trimmed.first == "#" || trimmed.first == "!" { continue }
      let slashes = trimmed.reversed().prefix { $0 == "\\" }.count
      continues = slashes % 2 == 1
      line += continues ? trimmed.dropLast() : trimmed
      if continues { continue }
      add(line)
      line = []
    }
    if !line.isEmpty { add(line) }
  }

  /// The value of a key.
  subscript(key: String) -> String? { values[key] }

  private mutating func add(_ line: [Character]) {
    var at = 0
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{C}" }
    let key = Self.take(line, &at) { $0 == "=" || $0 == ":" || isSpace($0) }
    while at < line.count, isSpace(line[at]) { at += 1 }
    if at < line.count, line[at] == "=" || line[at] == ":" { at += 1 }
    while at < line.count, isSpace(line[at]) { at += 1 }
    values[key] = Self.take(line, &at) { _ in false }
  }

  /// Text up to a character that ends it, escapes resolved.
  private static func take(_ line: [Character], _ at: inout Int, until ends: (Character) -> Bool) -> String {
    var units: [UInt16] = []
    while at < line.count, !ends(line[at]) {
      defer { at += 1 }
      guard line[at] == "\\", at + 1 < line.count else {
        units += String(line[at]).utf16
        continue
      }
      at += 1
      switch line[at] {
      case "t": units.append(9)
      case "n": units.append(10)
      case "r": units.append(13)
      case "f": units.append(12)
      case "u" where at + 4 < line.count:
        guard let unit = UInt16(String(line[(at + 1)...(at + 4)]), radix: 16) else {
          units += "u".utf16
          continue
        }
        units.append(unit)
        at += 4
      default: units += String(line[at]).utf16
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
