/// JSON to lists and maps and back, as Jackson's `ObjectMapper` with its defaults, which the platform ships.
enum JSONFunctions {
  static let functions: [BuiltInFunction] = [
    .value("starface.json", "JsonToObject", "String jsonString", "Object parsedObject") { call in
      guard let text = call.optionalText(0) else {
        throw JavaException.illegalArgument("argument \"content\" is null")
      }
      var reader = JSONReader(text)
      return try reader.document()
    },
    .value("starface.json", "ObjectToJson", "Object objectToConvert", "String jsonString") { call in
      var writer = JSONWriter()
      try writer.write(call.value(0), depth: 0)
      return .string(writer.text)
    },
  ]
}
