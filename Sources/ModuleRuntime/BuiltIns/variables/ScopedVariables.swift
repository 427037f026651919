/// Variables that live in a scope of the platform, by name.
///
/// A name that is blank is an `IllegalArgumentException`, as is a scope that does not exist; the channel's scope
/// without a call fails as the context says. Channel variables hold text only and are blanked, not removed.
enum ScopedVariables {
  static let functions: [BuiltInFunction] = [
    // "empty string if missing or unreadable" (reference list): a scope that cannot be read gives it too.
    .value("starface.variables", "GetVariableValue2", "VariableScope scope, String name", "Object value") { call in
      let scope = try scope(call)
      let name = try name(call)
      guard let variables = try? call.context.variables(in: scope) else { return .string("") }
      return variables[name] ?? .string("")
    },
    .effect("starface.variables", "SetVariableValue2", "VariableScope scope, String name, Object value") { call in
      try set(call, to: call.value(2))
    },
    .effect("starface.variables", "RemoveVariable2", "VariableScope scope, String name") { call in
      try set(call, to: .null)
    },
    .value("starface.variables", "VariableExists2", "VariableScope scope, String name", "boolean exists") { call in
      let name = try name(call)
      return .boolean(try call.context.variables(in: scope(call))[name] != nil)
    },
  ]

  private static func scope(_ call: BuiltInCall) throws(JavaException) -> VariableScope {
    let name = call.text(0)
    guard let scope = VariableScope.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      throw .illegalArgument("No enum constant de.vertico.starface.module.core.runtime.VariableScope.\(name)")
    }
    return scope
  }

  private static func name(_ call: BuiltInCall) throws(JavaException) -> Value {
    let name = call.text(1)
    guard name.unicodeScalars.contains(where: { !$0.isJavaWhitespace }) else {
      throw .illegalArgument("the name of a variable must not be blank")
    }
    return .string(name)
  }

  private static func set(_ call: BuiltInCall, to value: Value) throws(JavaException) {
    let scope = try scope(call)
    let name = try name(call)
    let variables = try call.context.variables(in: scope)
    switch (scope, value) {
    case (.channel, _): variables.put(name, .string(value.text))
    case (_, .null): variables.remove(name)
    default: variables.put(name, value)
    }
  }
}
