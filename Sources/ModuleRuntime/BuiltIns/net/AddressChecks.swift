/// Whether a text is an IP address, as commons-validator's `InetAddressValidator`.
enum AddressChecks {
  static let functions: [BuiltInFunction] = [
    .value("starface.net", "ValidateIPAddress", "String ipAddress, Boolean isIPv6", "Boolean result") { call in
      let bytes = Array(call.text(0).utf8)
      return .boolean(call.boolean(1) ? isIPv6(bytes[...]) : isIPv4(bytes[...]))
    }
  ]

  /// Four decimal numbers up to 255 without leading zeros.
  private static func isIPv4(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { number($0, upTo: 255) && ($0.count == 1 || $0.first != UInt8(ascii: "0")) }
  }

  /// RFC 4291 section 2.2, with an optional prefix length (`/64`) and zone (`%eth0`) behind it.
  private static func isIPv6(_ text: ArraySlice<UInt8>) -> Bool {
    var address = text
    if let slash = address.firstIndex(of: UInt8(ascii: "/")) {
      guard number(address[(slash + 1)...], upTo: 128) else { return false }
      address = address[..<slash]
    }
    if let percent = address.firstIndex(of: UInt8(ascii: "%")) {
      let zone = address[(percent + 1)...]
      guard !zone.isEmpty, zone.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "%") }) else { return false }
      address = address[..<percent]
    }
    let colon = UInt8(ascii: ":")
    let gap = address.indices.dropLast().first { address[$0] == colon && address[$0 + 1] == colon }
    guard let gap else { return groups(address, endsInIPv4: true) == 8 }
    guard let before = groups(address[..<gap], endsInIPv4: false),
      let after = groups(address[(gap + 2)...], endsInIPv4: true)
    else { return false }
    return before + after < 8
  }

  /// How many groups of 16 bits `text` writes; nil when it does not.
  private static func groups(_ text: ArraySlice<UInt8>, endsInIPv4: Bool) -> Int? {
    guard !text.isEmpty else { return 0 }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let hasIPv4 = endsInIPv4 && parts.last.map(isIPv4) == true
    let isHexadecimal = parts.dropLast(hasIPv4 ? 1 : 0).allSatisfy { part in
      (1...4).contains(part.count)
        && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    }
    return isHexadecimal ? parts.count + (hasIPv4 ? 1 : 0) : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>, upTo largest: Int) -> Bool {
    (1...3).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
      && digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } <= largest
  }
}
