import ModuleRuntime

/// How older Javas print what newer ones throw, so that a log reads as on the platform.
extension JavaException {
  /// The exception in the words of a Java: up to 8 frames name no module, up to 11 a missing method is named by its
  /// descriptor.
  func printed(byJava level: Int) -> JavaException {
    var printed = self
    printed.causes = causes.map { $0.printed(byJava: level) }
    if level < 12, className == "java.lang.NoSuchMethodError", let message {
      printed.message = Self.methodWithDescriptor(message) ?? message
    }
    if level < 9 {
      for index in frames.indices {
        guard let slash = frames[index].className.lastIndex(of: "/") else { continue }
        printed.frames[index].className = String(
          frames[index].className[frames[index].className.index(after: slash)...]
        )
      }
    }
    return printed
  }

  /// `'int a.B.c(java.lang.String)'` as `a.B.c(Ljava/lang/String;)I`; nil for another text.
  private static func methodWithDescriptor(_ message: String) -> String? {
    guard message.hasPrefix("'"), message.hasSuffix(")'"), let space = message.firstIndex(of: " "),
      let open = message.firstIndex(of: "("), space < open
    else { return nil }
    let method = message[message.index(after: space)..<open]
    let parameters = message[message.index(after: open)...].dropLast(2)
    let types = parameters.isEmpty ? [] : parameters.split(separator: ",").map { $0.drop { $0 == " " } }
    let result = message[..<space].dropFirst()
    return "\(method)(\(types.map(descriptor).joined()))\(descriptor(result))"
  }

  private static let primitives: [Substring: String] = [
    "void": "V", "boolean": "Z", "byte": "B", "char": "C", "short": "S", "int": "I", "long": "J", "float": "F",
    "double": "D",
  ]

  private static func descriptor(_ type: Substring) -> String {
    if type.hasSuffix("[]") { return "[" + descriptor(type.dropLast(2)) }
    return primitives[type] ?? "L\(String(type.map { $0 == "." ? "/" : $0 }));"
  }
}
