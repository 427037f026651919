/// How Java prints a `double`.
public enum DoubleText {
  /// What `Double.toString` gives: the shortest digits that read back as the same number (JDK 19 on), plain between
  /// 10⁻³ and 10⁷, else with an exponent (`1.0E10`).
  public static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
    if let whole = Int32(exactly: number), abs(Int(whole)) < 10_000_000 { return "\(whole).0" }
    let (digits, exponent) = shortestDigits(abs(number))
    let sign = number < 0 ? "-" : ""
    switch exponent {
    case -3..<0:
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    case 0..<7:
      let whole = digits.prefix(exponent + 1)
      let fraction = digits.dropFirst(exponent + 1)
      return sign + whole + String(repeating: "0", count: exponent + 1 - whole.count) + "."
        + (fraction.isEmpty ? "0" : fraction)
    default:
      let fraction = digits.dropFirst()
      return sign + digits.prefix(1) + "." + (fraction.isEmpty ? "0" : fraction) + "E\(exponent)"
    }
  }

  /// The shortest decimal digits of a positive number, without zeros at either end, and the first digit's power of ten.
  private static func shortestDigits(_ number: Double) -> (digits: String, exponent: Int) {
    var mantissa: [UInt8] = []
    var exponent = 0
    var point: Int?
    var rest = Array(number.description.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: ".") {
        point = mantissa.count
      } else if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
        break
      } else {
        mantissa.append(byte)
      }
    }
    let leadingZeros = mantissa.prefix { $0 == UInt8(ascii: "0") }.count
    exponent += (point ?? mantissa.count) - 1 - leadingZeros
    var digits = mantissa.dropFirst(leadingZeros)
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.count == 1, number.bitPattern < 200 {
      // Java prints two digits at least, and of the smallest numbers those two are nearer than one and a zero.
      let units = Double(number.bitPattern) * 4.9406564584124654
      let scale = units < 10 ? 10.0 : units < 100 ? 1 : units < 1_000 ? 0.1 : 0.01
      let two = Int((units * scale).rounded())
      return (two % 10 == 0 ? String(two / 10) : String(two), powerOfTen(ofUnits: units))
    }
    return (String(decoding: digits, as: UTF8.self), exponent)
  }

  /// The power of ten of a number of units of 10⁻³²⁴.
  private static func powerOfTen(ofUnits units: Double) -> Int {
    -324 + (units < 10 ? 0 : units < 100 ? 1 : units < 1_000 ? 2 : 3)
  }
}
