import Foundation
import TestSupport
import Testing

@testable import ModuleRuntime

/// The same calls made in Java: `Java/JavaJudge.java`, compiled and run by the installed JDK.
enum JavaJudge {
  /// One argument of a case.
  enum Argument {
    case text(String)
    case int(Int)
    case long(Int64)
    case double(Double)
    case boolean(Bool)
    case null

    var field: String {
      switch self {
      case .text(let text): "s" + JavaJudge.escaped(text)
      case .int(let number): "i\(number)"
      case .long(let number): "l\(number)"
      case .double(let number): "d" + DoubleText.text(number)
      case .boolean(let flag): "b\(flag)"
      case .null: "0"
      }
    }

    var value: Value {
      switch self {
      case .text(let text): .string(text)
      case .int(let number): .integer(Int32(number))
      case .long(let number): .long(number)
      case .double(let number): .double(number)
      case .boolean(let flag): .boolean(flag)
      case .null: .null
      }
    }
  }

  /// One case: an operation of the judge with its arguments.
  struct Case {
    var operation: String
    var arguments: [Argument]

    init(_ operation: String, _ arguments: [Argument]) {
      self.operation = operation
      self.arguments = arguments
    }

    var line: String { ([operation] + arguments.map(\.field)).joined(separator: "\t") }
  }

  /// Where `java` is; nil without a JDK, and then the tests that need one say so.
  static let java: String? = ["/usr/bin/java", "/usr/local/bin/java"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  /// Where commons-lang3 is (Debian's libcommons-lang3-java); nil without it.
  static let commonsLang: String? = ["/usr/share/java/commons-lang3.jar"]
    .first { FileManager.default.fileExists(atPath: $0) }
  static let isMissing: Comment = "no JDK is installed: Java's own results cannot be asked for"

  /// Java's answers, one for each case.
  static func answers(_ cases: [Case], beside test: String = #filePath) throws -> [String] {
    let folder = try TemporaryFolder()
    let input = folder.path("cases")
    let output = folder.path("answers")
    try cases.map { $0.line + "\n" }.joined().write(toFile: input, atomically: true, encoding: .utf8)
    try Data().write(to: URL(filePath: output))
    let process = Process()
    process.executableURL = URL(filePath: try #require(java))
    let source = URL(filePath: test).deletingLastPathComponent().appending(path: "Java/JavaJudge.java")
    process.arguments =
      ["-Xss4m", "-Duser.timezone=UTC", "-Duser.language=en"] + (commonsLang.map { ["-cp", $0] } ?? [])
      + [source.path(percentEncoded: false)]
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").map(String.init)
    try #require(lines.count == cases.count)
    return lines
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for unit in text.utf16 {
      if unit < 0x20 || unit > 0x7E || unit == 0x5C {
        let digits = String(unit, radix: 16)
        out += "\\" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        out.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      }
    }
    return out
  }

  /// A value in the form of the judge's answers.
  static func shown(_ value: Value) -> String {
    switch value {
    case .null: "0"
    case .string(let text): "s" + escaped(text)
    case .list(let list): "[" + list.elements.map { shown($0) + "," }.joined() + "]"
    default: value.javaText
    }
  }
}

/// Calls built-in functions by name, as a designer program does.
enum Calling {
  /// The outputs, or the exception.
  static func outputs(
    _ domain: String,
    _ id: String,
    _ arguments: [Value],
    _ context: FixedContext = FixedContext()
  ) throws -> [Value] {
    let function = try #require(BuiltInRegistry.standard.find(domain: domain, id: id), "\(domain).\(id)")
    #expect(arguments.count == function.inputs.count, "\(id)")
    let converted = zip(function.inputs, arguments).map { $0.type.converting($1) }
    let call = BuiltInCall(arguments: converted, context: context)
    switch function.body {
    case .value(let body): return [try body(call)]
    case .values(let body): return try body(call)
    case .effect(let body):
      try body(call)
      return []
    case .waiting: return []
    }
  }

  /// The first output in the judge's form; an exception as `!` and its class.
  static func shown(
    _ domain: String,
    _ id: String,
    _ arguments: [Value],
    _ context: FixedContext = FixedContext()
  ) -> String {
    do {
      return try outputs(domain, id, arguments, context).first.map(JavaJudge.shown) ?? "void"
    } catch let error as JavaException {
      return "!" + error.className
    } catch {
      return "?\(error)"
    }
  }
}

/// A context without a runtime around it: a fixed clock, and random bits from a seed.
final class FixedContext: BuiltInContext {
  var now: Int64 = 1_546_442_177_310
  var zone = ZoneRules.utc
  var language = "de"
  let platformVersion = "8.0.0.0"
  let module = ModuleInfo(id: "id", name: "name", version: "1", vendor: "vendor")
  let instanceID = "instance"
  let instanceName = "Instance"
  var dataDirectory: String?
  var databaseFolder: String?
  private(set) var lines: [String] = []
  let services = RuntimeServices()
  let instanceServices = RuntimeServices()
  let moduleServices = RuntimeServices()
  let runServices = RuntimeServices()
  var generator = CaseGenerator(seed: 7)
  private var scopes: [VariableScope: JavaMap] = [:]

  func log(_ level: LogLevel, _ message: String) { lines.append("\(level.name) \(message)") }
  func forceLogLevel(_ level: LogLevel, keepsHigher: Bool) {}
  func random() -> UInt64 { generator.next() }
  func variables(in scope: VariableScope) throws(JavaException) -> JavaMap {
    if scope == .channel { throw .runtime("there is no active channel") }
    if let known = scopes[scope] { return known }
    let made = JavaMap()
    scopes[scope] = made
    return made
  }
}

/// SplitMix64: the same cases every time.
struct CaseGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
