import ModuleDescriptors

/// What a composer must know of a function to write a call of it.
struct CallSignature {
  /// One input or output.
  struct Parameter {
    var id: String
    var name: String
    var label: String?
    var type: VariableType
    /// Whether it takes a list of values, each a literal or a reference.
    var isMultiple = false
    var takesReference = true
    var takesLiteral = true
  }

  /// What the call points at.
  var target: Target
  /// nil when the parameters are not known, so that those of a call are taken as they are.
  var inputs: [Parameter]?
  var outputs: [Parameter]?
}

extension CallSignature {
  /// A call of a built-in function that is not in the table: its parameters are the author's word.
  static func unknownBuiltIn(_ target: String) -> CallSignature? {
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return CallSignature(
      target: Target(domainID: String(parts[0]), id: String(parts[1]), name: String(parts[1])),
      inputs: nil,
      outputs: nil
    )
  }

  /// A call of a built-in function whose form is known from real packages (reference: call sites).
  static func builtIn(_ target: String) -> CallSignature? { builtIns[target] }

  /// The names of all in the table.
  static var builtInNames: [String] { builtIns.keys.sorted() }

  private static let builtIns: [String: CallSignature] = {
    var table: [String: CallSignature] = [:]
    for row in rows {
      let inputs = row.inputs.map { $0.parameter(isInput: true) }
      let outputs = row.outputs.map { $0.parameter(isInput: false) }
      let parts = row.function.split(separator: "/").map(String.init)
      table[row.function] = CallSignature(
        target: Target(domainID: parts[0], id: parts[1], name: row.name),
        inputs: inputs,
        outputs: outputs
      )
    }
    return table
  }()

  private struct Column {
    enum Form {
      case plain
      case multiple
      /// Only literals: the designer offers a choice.
      case choice
      /// Only references.
      case reference
    }

    let name: String
    let label: String
    let type: VariableType
    var form = Form.plain

    init(_ name: String, _ label: String, _ type: VariableType, _ form: Form = .plain) {
      self.name = name
      self.label = label
      self.type = type
      self.form = form
    }

    func parameter(isInput: Bool) -> Parameter {
      Parameter(
        id: name,
        name: name,
        label: label,
        type: type,
        isMultiple: form == .multiple,
        takesReference: form != .choice,
        takesLiteral: isInput && form != .reference
      )
    }
  }

  private struct Row {
    let function: String
    let name: String
    let inputs: [Column]
    let outputs: [Column]

    init(_ function: String, _ name: String, _ inputs: [Column], _ outputs: [Column]) {
      self.function = function
      self.name = name
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  private static let rows: [Row] = [
    Row(
      "starface.system/Log2",
      "Log",
      [Column("logLevel", "Log level", .string, .choice), Column("messages", "Message", .object, .multiple)],
      []
    ),
    Row(
      "starface.string/Append2",
      "Append",
      [Column("strings", "Strings", .string, .multiple)],
      [Column("result", "Result", .string)]
    ),
    Row(
      "starface.string/StripEnd",
      "StripEnd",
      [Column("text", "Text", .string), Column("stripChars", "Strip", .string)],
      [Column("result", "Result", .string)]
    ),
    Row(
      "starface.string/StripWhitespace",
      "StripWhitespace",
      [Column("text", "Text", .string)],
      [Column("result", "Result", .string)]
    ),
    Row(
      "starface.string.regexp/SimpleMatch",
      "SimpleMatch",
      [Column("text", "Text", .string), Column("pattern", "Pattern", .string)],
      [Column("matches", "Matches", .boolean)]
    ),
    Row("starface.collection.list/CreateList", "CreateList", [], [Column("list", "", .list)]),
    Row(
      "starface.collection.list/Add2",
      "Add",
      [Column("list", "List", .list, .reference), Column("objects", "Objects", .object, .multiple)],
      []
    ),
    Row(
      "starface.collection.list/Size",
      "Size",
      [Column("list", "List", .list, .reference)],
      [Column("size", "Size", .number)]
    ),
    Row("starface.collection.map/CreateMap", "CreateMap", [], [Column("map", "", .map)]),
    Row(
      "starface.collection.map/Add",
      "Add",
      [Column("map", "Map", .map, .reference), Column("key", "Key", .object), Column("value", "Value", .object)],
      [Column("previousValue", "Overwritten value", .object)]
    ),
    Row(
      "starface.collection.map/Get",
      "Get",
      [Column("map", "Map", .map, .reference), Column("key", "Key", .object)],
      [Column("value", "Value", .object)]
    ),
    Row(
      "starface.math/BinaryMathOperations",
      "Math-2",
      [
        Column("operand", "Operator", .string, .choice), Column("a", "Operand 1", .number),
        Column("b", "Operand 2", .number),
      ],
      [Column("result", "Result", .number)]
    ),
    Row(
      "starface.entities/GetModuleInfo",
      "GetModuleInfo",
      [],
      [
        Column("moduleName", "Name", .string), Column("moduleID", "ID", .string),
        Column("moduleVersion", "Version", .string), Column("moduleVendor", "Vendor", .string),
      ]
    ),
    Row(
      "starface.entities/GetModuleInstanceId",
      "GetModuleInstanceId",
      [],
      [Column("moduleInstanceId", "ID", .string)]
    ),
    Row(
      "starface.entities/GetStarfaceVersion",
      "GetStarfaceVersion",
      [],
      [Column("version", "Version", .string)]
    ),
  ]
}
