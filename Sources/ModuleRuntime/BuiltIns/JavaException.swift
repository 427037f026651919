/// A Java exception or error as the module log shows it.
public struct JavaException: Error, Hashable, Sendable {
  /// One line of a stack trace.
  public struct Frame: Hashable, Sendable {
    /// The class, with dots.
    public var className: String
    /// The method.
    public var method: String
    /// The source file; nil prints `Unknown Source`.
    public var file: String?
    /// The line in it; nil for a class without a line table.
    public var line: Int?

    /// Takes the parts.
    public init(className: String, method: String, file: String? = nil, line: Int? = nil) {
      self.className = className
      self.method = method
      self.file = file
      self.line = line
    }

    /// As `StackTraceElement.toString()` prints it.
    public var text: String {
      let place = file.map { file in line.map { "\(file):\($0)" } ?? file } ?? "Unknown Source"
      return "\(className).\(method)(\(place))"
    }
  }

  /// The class, with dots.
  public var className: String
  /// The message, if there is one.
  public var message: String?
  /// The frames that are known, innermost first; the runtime adds the platform's below.
  public var frames: [Frame]
  /// What caused it, outermost first.
  public var causes: [JavaException]

  /// Takes the parts.
  public init(_ className: String, _ message: String? = nil, frames: [Frame] = [], causes: [JavaException] = []) {
    self.className = className
    self.message = message
    self.frames = frames
    self.causes = causes
  }

  /// As `Throwable.toString()` prints it.
  public var text: String { message.map { "\(className): \($0)" } ?? className }

  /// A `NullPointerException` without message.
  public static var nullPointer: JavaException { JavaException("java.lang.NullPointerException") }

  /// An `IllegalArgumentException`.
  public static func illegalArgument(_ message: String) -> JavaException {
    JavaException("java.lang.IllegalArgumentException", message)
  }
}
