/// What licences the appliance has.
public struct PBXLicence: Hashable, Sendable {
  /// The server licence key: four blocks of four; empty without one.
  public var key: String
  /// The highest major version that it covers; nil for any.
  public var coversMajorVersion: Int?
  /// Modules by id whose licence is valid; what is not here has none.
  public var validModules: Set<String>

  /// Takes the parts.
  public init(key: String = "", coversMajorVersion: Int? = nil, validModules: Set<String> = []) {
    self.key = key
    self.coversMajorVersion = coversMajorVersion
    self.validModules = validModules
  }
}
