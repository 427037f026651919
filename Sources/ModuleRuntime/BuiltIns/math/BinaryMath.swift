#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Two numbers to one, in Java's `double`.
enum BinaryMath {
  /// The operators; real packages write `Multiply`, the other names are this project's reading of the designer's list.
  enum Operator: String, CaseIterable {
    case add, subtract, multiply, divide, modulo, power, minimum, maximum

    /// Reads a name in any case, also its short forms.
    init?(name: String) {
      switch name.lowercased() {
      case "add", "plus", "+": self = .add
      case "subtract", "minus", "-": self = .subtract
      case "multiply", "times", "*": self = .multiply
      case "divide", "/": self = .divide
      case "modulo", "modulus", "mod", "remainder", "%": self = .modulo
      case "power", "pow", "^": self = .power
      case "minimum", "min": self = .minimum
      case "maximum", "max": self = .maximum
      default: return nil
      }
    }

    /// What Java computes.
    func apply(_ a: Double, _ b: Double) -> Double {
      switch self {
      case .add: a + b
      case .subtract: a - b
      case .multiply: a * b
      case .divide: a / b
      case .modulo: fmod(a, b)
      // C has 1 to any power be 1, and -1 to an infinite one; in Java neither is a number.
      case .power: abs(a) == 1 && !b.isFinite ? .nan : pow(a, b)
      case .minimum: a.isNaN || b.isNaN ? .nan : (a < b || a.sign == .minus && a == b ? a : b)
      case .maximum: a.isNaN || b.isNaN ? .nan : (a > b || a.sign == .plus && a == b ? a : b)
      }
    }
  }

  static let functions: [BuiltInFunction] = [
    .value(
      "starface.math",
      "BinaryMathOperations",
      "BinaryMathOperations$OPERAND operand, double a, double b",
      "double result"
    ) { call in
      guard let operation = Operator(name: call.text(0)) else {
        throw JavaException.illegalArgument(
          "No enum constant de.vertico.starface.module.core.runtime.functions.lang.math.BinaryMathOperations.OPERAND."
            + call.text(0)
        )
      }
      return .double(operation.apply(call.double(1) ?? 0, call.double(2) ?? 0))
    }
  ]
}
