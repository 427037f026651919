/// The machine below the module, and the clock.
enum SystemFunctions {
  private static let longestSleep: Int64 = 3_600

  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .shell,
      "starface.system",
      "Execute4",
      "String executeAs, String command, int bufferSize",
      "String output, String errorOutput, int resultCode"
    ),
    .hostEffect(
      .shell,
      "starface.system",
      "ExecuteAsRoot",
      "String commandFile, String parameters, int bufferSize",
      "String output, String errorOutput, int resultCode"
    ),
    // "at most one hour" (reference list): more is cut.
    .waiting("starface.system", "Sleep", "Integer seconds", "") { call in
      guard let seconds = call.long(0) else { throw JavaException.nullPointer }
      guard seconds >= 0 else { throw JavaException.illegalArgument("timeout value is negative") }
      if seconds > longestSleep {
        call.context.log(.warn, "Sleep of \(seconds) seconds cut to \(longestSleep): the platform's limit")
      }
      return .later(milliseconds: min(seconds, longestSleep) * 1_000, outputs: [])
    },
    // The reference list names three kinds and not their constants: a name says which by its words.
    .value("starface.system", "SystemInfo", "SystemInfo$InfoType infoType", "String value") { call in
      let name = call.text(0).lowercased()
      if name.contains("instance") { return .string(call.context.instanceName) }
      if name.contains("version") { return .string(call.context.platformVersion) }
      if name.contains("module") { return .string(call.context.module.name) }
      throw JavaException.illegalArgument(
        "No enum constant de.vertico.starface.module.core.runtime.functions.system.SystemInfo.InfoType.\(call.text(0))"
      )
    },
    .effect("starface.system", "ThrowException", "") { _ in
      throw JavaException("java.lang.RuntimeException", "thrown by ThrowException")
    },
  ]
}
