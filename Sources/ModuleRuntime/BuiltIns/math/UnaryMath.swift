#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One number to one, constants and chance, in Java's `double`.
enum UnaryMath {
  /// The operators by the names of `java.lang.Math`, which is this project's reading of the designer's list.
  private static let operators: [String: @Sendable (Double) -> Double] = [
    "abs": { abs($0) }, "negate": { -$0 }, "sqrt": { $0.squareRoot() }, "cbrt": { cubeRoot($0) },
    "square": { $0 * $0 }, "exp": { exp($0) }, "log": { log($0) }, "ln": { log($0) }, "log10": { log10($0) },
    "sin": { sin($0) }, "cos": { cos($0) }, "tan": { tan($0) }, "asin": { asin($0) }, "acos": { acos($0) },
    "atan": { atan($0) }, "sinh": { sinh($0) }, "cosh": { cosh($0) }, "tanh": { tanh($0) },
    "ceil": { $0.rounded(.up) }, "floor": { $0.rounded(.down) }, "rint": { $0.rounded(.toNearestOrEven) },
    "round": { round($0) }, "signum": { $0.isNaN || $0 == 0 ? $0 : $0 < 0 ? -1 : 1 },
    "toradians": { $0 * 0.017453292519943295 }, "todegrees": { $0 * 57.29577951308232 },
  ]

  static let functions: [BuiltInFunction] = [
    .value(
      "starface.math",
      "UnaryMathOperations",
      "UnaryMathOperations$OPERAND operand, Double a",
      "Double result"
    ) { call in
      let name = call.text(0).lowercased().filter { $0 != "_" && $0 != " " }
      guard let operation = operators[name] else { throw unknown(call.text(0), of: "UnaryMathOperations.OPERAND") }
      guard let number = call.double(1) else { throw JavaException.nullPointer }
      return .double(operation(number))
    },
    .value("starface.math", "Constants", "Constants$CONSTANT constant", "double constantValue") { call in
      switch call.text(0).uppercased() {
      case "PI": return .double(.pi)
      case "E": return .double(2.718281828459045)
      default: throw unknown(call.text(0), of: "Constants.CONSTANT")
      }
    },
    // From 0 up to, not including, the range; without a range up to 1, as `Math.random()`.
    .value("starface.math", "Random", "Double range", "Double result") { call in
      .double(Double(call.context.random() >> 11) * 0x1p-53 * (call.double(0) ?? 1))
    },
  ]

  /// The C library's cube root with one step of Newton's, to come within Java's one unit in the last place.
  private static func cubeRoot(_ number: Double) -> Double {
    let root = cbrt(number)
    guard root.isFinite, root != 0 else { return root }
    return root - fma(root * root, root, -number) / (3 * root * root)
  }

  /// `Math.round`: half up, as a `long`.
  private static func round(_ number: Double) -> Double {
    let down = number.rounded(.down)
    return Double(Value.saturated(number - down >= 0.5 ? down + 1 : down))
  }

  private static func unknown(_ name: String, of type: String) -> JavaException {
    .illegalArgument("No enum constant de.vertico.starface.module.core.runtime.functions.lang.math.\(type).\(name)")
  }
}
