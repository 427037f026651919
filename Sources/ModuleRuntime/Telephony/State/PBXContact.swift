/// An entry of the address book.
public struct PBXContact: Hashable, Sendable {
  /// Properties by name: `firstname`, `familyname`, `company`, `phone`, `mobile`, `email`, …
  public var properties: [String: String]
  /// The account id of the user whose private folder holds it; nil for the shared one.
  public var owner: Int?
  /// The full path of the directory entry it came from; empty for none.
  public var directoryPath: String

  /// Takes the parts.
  public init(_ properties: [String: String], owner: Int? = nil, directoryPath: String = "") {
    self.properties = properties
    self.owner = owner
    self.directoryPath = directoryPath
  }
}

extension PBXContact {
  /// First name, family name and company, as far as there are any.
  var name: String {
    let person = ["firstname", "familyname"].compactMap { properties[$0] }.filter { !$0.isEmpty }
    let company = properties["company"].map { $0.isEmpty ? [] : [$0] } ?? []
    return person.isEmpty ? company.joined() : person.joined(separator: " ")
  }
}
