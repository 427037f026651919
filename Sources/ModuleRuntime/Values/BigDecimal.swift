/// A decimal number of any size: `unscaled` times ten to the power of minus `scale`, as `java.math.BigDecimal`.
///
/// Only what values need: reading, printing, comparing. Arithmetic on it goes through `Double`.
public final class BigDecimal: Sendable {
  /// Whether it is below zero.
  public let isNegative: Bool
  /// The unscaled value's decimal digits, without leading zeros; `0` is one zero.
  public let digits: [UInt8]
  /// How many of the digits stand behind the point; negative for trailing zeros that are not written.
  public let scale: Int

  /// Takes ASCII `digits`; leading zeros are dropped.
  public init(isNegative: Bool, digits: [UInt8], scale: Int) {
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    self.digits = significant.isEmpty ? [UInt8(ascii: "0")] : Array(significant)
    self.isNegative = isNegative && !significant.isEmpty
    self.scale = scale
  }

  /// Reads `[sign] digits [. digits] [e [sign] digits]`; nil for anything else, and for an exponent over 9,999.
  public convenience init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    var digits = Array(rest.prefix(while: isDigit))
    rest = rest.dropFirst(digits.count)
    var scale = 0
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      digits += fraction
      scale = fraction.count
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !digits.isEmpty else { return nil }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"), let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        abs(exponent) <= 9_999
      else { return nil }
      scale -= exponent
    }
    self.init(isNegative: isNegative, digits: digits, scale: scale)
  }

  /// The nearest `Double`.
  public var doubleValue: Double {
    Double((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self) + "e\(-scale)") ?? .nan
  }

  /// What `BigDecimal.toString()` prints: plain when the scale is not negative and the exponent at least -6.
  public var javaText: String {
    let sign = isNegative ? "-" : ""
    let exponent = digits.count - 1 - scale
    if scale >= 0, exponent >= -6 {
      guard scale > 0 else { return sign + String(decoding: digits, as: UTF8.self) }
      let padded = Array(repeating: UInt8(ascii: "0"), count: max(0, scale + 1 - digits.count)) + digits
      let point = padded.count - scale
      return sign + String(decoding: padded[..<point], as: UTF8.self) + "."
        + String(decoding: padded[point...], as: UTF8.self)
    }
    let fraction = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
    return sign + String(decoding: digits.prefix(1), as: UTF8.self) + fraction + "E"
      + (exponent < 0 ? "" : "+") + String(exponent)
  }
}
