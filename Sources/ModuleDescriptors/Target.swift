/// What a call or an entry point points at (`target`, `functionReference`; package-format.md section 3.3).
public struct Target: Hashable, Sendable {
  /// This module's id, another module's id, or a built-in group such as `starface.string`.
  public var domainID: String
  /// The function's id; for a built-in its class.
  public var id: String
  /// The function's display name.
  public var name: String
  /// The function's version at the time of writing; 0 in every real package.
  public var version: Int
  /// Place and unknown parts.
  public var extras = Extras()

  /// A target.
  public init(domainID: String, id: String, name: String, version: Int = 0) {
    self.domainID = domainID
    self.id = id
    self.name = name
    self.version = version
  }
}

extension Target: ElementValue {
  init(blank: Blank) { self.init(domainID: "", id: "", name: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("targetDomainId", &domainID)
    fields.attribute("targetId", &id)
    fields.attribute("targetName", &name)
    fields.attribute("targetVersion", &version)
  }
}
