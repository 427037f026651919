/// Why Java functions cannot run for real here.
public enum JavaHostingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No installation is new enough for the platform's Java level.
  case noJava(level: Int, found: [String])
  /// There is no compiler for the host's own sources.
  case noCompiler(java: String)
  /// The host's sources did not compile.
  case compilation(javac: String, output: String)
  /// The process did not come up.
  case start(reason: String)
  /// The platform's or the module's classes could not be laid out.
  case classes(reason: String)

  /// One sentence, with what to do.
  public var description: String {
    switch self {
    case .noJava(let level, let found):
      "Java \(level) or newer is needed to run this platform's Java functions, and "
        + (found.isEmpty ? "no Java was found" : "only \(found.joined(separator: ", ")) was found")
        + ": install a JDK \(level); until then Java functions are linked, not run"
    case .noCompiler(let java):
      "\(java) has no javac, which the Java host needs once: install a JDK, not a runtime alone"
    case .compilation(let javac, let output):
      "\(javac) could not compile the Java host: \(output.split(separator: "\n").first ?? "it says nothing")"
    case .start(let reason): "the Java process did not start: \(reason)"
    case .classes(let reason): "the classes could not be laid out: \(reason)"
    }
  }
}
