/// The platform's own frames of a stack trace, below those of a Java function, so that people's log searches work
/// here too (runtime.md section 4: names and lines as in the vendor FAQ's sample).
enum PlatformFrames {
  private static let package = "de.vertico.starface.module.core.runtime."

  private static func frame(_ type: String, _ method: String, _ line: Int) -> JavaException.Frame {
    let file = type.split(separator: ".").last.map { $0.prefix { $0 != "$" } } ?? ""
    return JavaException.Frame(className: package + type, method: method, file: "\(file).java", line: line)
  }

  private static let base = frame("executables.BaseExec", "execute", 116)
  private static let java = [frame("executables.JavaFunctionExec", "executeImpl", 146), base]
  private static let call = [
    frame("LoadedModule", "invokeFunction", 213), frame("LoadedFunction", "invoke", 74),
    frame("RuntimeEnvironmentImpl", "invokeFunction", 233), frame("executables.FunctionCallExec", "executeImpl", 128),
    base,
  ]
  private static let function = [
    frame("executables.ContainerExec", "executeImpl", 82), frame("executables.FunctionExec", "executeImpl", 57), base,
  ]
  private static let entry = [
    frame("ModuleRuntime", "callEntryPoint", 344), frame("ModuleRuntime", "callEntryPoint", 515),
  ]
  private static let lifecycle = [
    frame("ModuleRuntime", "callLifecycleEntryPointsForInstance", 2084), frame("ModuleRuntime", "access$000", 123),
    frame("ModuleRuntime$1", "run", 2058),
  ]

  /// The frames for a failure below `depth` designer functions; `inJava` when a Java function or built-in threw.
  static func frames(depth: Int, inJava: Bool, isLifecycle: Bool, platformVersion: String) -> [JavaException.Frame] {
    var frames = inJava ? java + call : []
    for level in 0..<max(1, depth) {
      if level > 0 { frames += call }
      frames += function
    }
    frames += entry
    if isLifecycle { frames += lifecycle }
    // Java 9 on prints the module of a class.
    let major = Int(platformVersion.prefix { $0 != "." }) ?? 0
    frames.append(
      JavaException.Frame(
        className: major >= 8 ? "java.base/java.lang.Thread" : "java.lang.Thread",
        method: "run",
        file: "Thread.java",
        line: major >= 8 ? 840 : 748
      )
    )
    return frames
  }
}

extension Failure {
  /// The message of the failure's ERROR line: `Cause:`, the exception, its frames, and what caused it.
  func logMessage(isLifecycle: Bool, platformVersion: String) -> String {
    let platform = PlatformFrames.frames(
      depth: designerDepth,
      inJava: isInJava,
      isLifecycle: isLifecycle,
      platformVersion: platformVersion
    )
    var out = "Cause:\n" + exception.text
    for frame in exception.frames + platform { out += "\n    at " + frame.text }
    for cause in exception.causes {
      out += "\nCaused by: " + cause.text
      for frame in cause.frames { out += "\n    at " + frame.text }
      out += "\n    ... \(platform.count) more"
    }
    return out
  }
}
