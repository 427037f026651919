/// Tables as text (RFC 4180).
enum CSVFunctions {
  static let functions: [BuiltInFunction] = [
    .value(
      "starface.io",
      "CSVWriter",
      "String file, String delimiter, Boolean append, List items, String encoding, Boolean preserveSpaces",
      "boolean successful"
    ) { call in
      let encoding = try TextEncoding(call.text(4))
      let path = try FileFunctions.file(call.text(0), call.context)
      let delimiter = call.text(1).isEmpty ? "," : call.text(1)
      guard delimiter.unicodeScalars.count == 1, !["\"", "\r", "\n"].contains(delimiter)
      else { throw JavaException.illegalArgument("the delimiter has to be one character, no quote and no line end") }
      var writer = CSVText(delimiter: delimiter, preservesSpaces: call.boolean(5))
      try writer.add(call.list(3))
      return try FileFunctions.answer(call, "'\(call.text(0))' cannot be written") {
        try FileFunctions.write(encoding.bytes(writer.text), to: path, append: call.boolean(2), call.context)
      }
    }
  ]
}

/// Records as text: a list in the items is a record of its own, the item `/newrecord` begins one.
struct CSVText {
  private static let deepest = 16

  private let delimiter: String
  private let preservesSpaces: Bool
  private(set) var text = ""
  private var fields: [String] = []

  init(delimiter: String, preservesSpaces: Bool) {
    self.delimiter = delimiter
    self.preservesSpaces = preservesSpaces
  }

  /// Adds items, and ends the record that they leave open.
  mutating func add(_ items: JavaList, depth: Int = 0) throws(JavaException) {
    guard depth < Self.deepest else {
      throw .illegalArgument("the lists of the items nest deeper than \(Self.deepest)")
    }
    for item in items.elements {
      switch item {
      case .list(let list):
        endRecord()
        try add(list, depth: depth + 1)
      case .string("/newrecord"): endRecord()
      default: fields.append(field(item.text))
      }
    }
    endRecord()
  }

  private mutating func endRecord() {
    guard !fields.isEmpty else { return }
    // One empty field has to be told from an empty line.
    text += fields == [""] ? "\"\"" : fields.joined(separator: delimiter)
    text += "\n"
    fields = []
  }

  private func field(_ raw: String) -> String {
    let value = preservesSpaces ? raw : raw.javaTrimmed
    let needsQuotes =
      value.contains(delimiter) || value != value.javaTrimmed
      || value.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard needsQuotes else { return value }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
