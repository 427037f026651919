/// The module's own lines in its log.
enum Logging {
  static let functions: [BuiltInFunction] = [
    .effect("starface.system", "Log2", "String logLevel, List messages") { call in
      let level = LogLevel(name: call.text(0)) ?? .info
      let messages = if case .list(let list) = call.value(1) { list.elements } else { [call.value(1)] }
      call.context.log(level, messages.lazy.map(\.text).joined(separator: " "))
    },
    .effect("starface.experimentalFunctions", "ForceLogLevel", "String logLevel, boolean keepHigherLevel") { call in
      guard let level = LogLevel(name: call.text(0)) else {
        throw JavaException.illegalArgument("unknown log level '\(call.text(0))'")
      }
      call.context.forceLogLevel(level, keepsHigher: call.boolean(1))
    },
  ]
}
