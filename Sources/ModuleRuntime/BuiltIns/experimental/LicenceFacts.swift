/// Experimental functions about licences and the hardware to which they are bound.
enum LicenceFacts {
  private static let domain = "starface.experimentalFunctions"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetHardwareId", "", "String hardwareId") { call in .string(call.pbx.state.hardwareID) },
    .value(domain, "GetLicenseKey", "", "String licenseKey") { call in
      .string(call.pbx.state.licence.key.filter { $0 != "-" })
    },
    .value(domain, "GetLicenseKeyFormatted", "", "String licenseKeyFormatted") { call in
      let key = Array(call.pbx.state.licence.key.filter { $0 != "-" })
      let width = max(1, (key.count + 3) / 4)
      let blocks = stride(from: 0, to: key.count, by: width).map { String(key[$0..<min($0 + width, key.count)]) }
      return .string(blocks.joined(separator: "-"))
    },
    .value(domain, "CheckUpdateOption", "String versionString", "Boolean result") { call in
      guard let major = Int(call.text(0).prefix { $0 != "." }) else {
        throw JavaException("java.lang.NumberFormatException", "For input string: \"\(call.text(0))\"")
      }
      let licence = call.pbx.state.licence
      guard !licence.key.isEmpty else { return .boolean(false) }
      return .boolean(licence.coversMajorVersion.map { major <= $0 } ?? true)
    },
  ]
}
