/// A group of users with a number of its own.
public struct PBXGroup: Hashable, Sendable {
  /// One member.
  public struct Member: Hashable, Sendable {
    /// The user's account id.
    public var userID: Int
    /// Whether the user is logged into the group, and is called with it.
    public var isLoggedOn: Bool

    /// Takes both.
    public init(_ userID: Int, isLoggedOn: Bool = true) {
      self.userID = userID
      self.isLoggedOn = isLoggedOn
    }
  }

  /// The account id, unique among users and groups.
  public var id: Int
  /// The name.
  public var name: String
  /// The login id.
  public var login: String
  /// The internal number; empty for none.
  public var internalNumber: String
  /// External numbers in full, the primary one first.
  public var externalNumbers: [String]
  /// The members.
  public var members: [Member]
  /// Call forwarding.
  public var redirects: [PBXRedirect]

  /// Takes the parts.
  public init(
    id: Int,
    name: String,
    login: String? = nil,
    internalNumber: String = "",
    externalNumbers: [String] = [],
    members: [Member] = [],
    redirects: [PBXRedirect] = []
  ) {
    self.id = id
    self.name = name
    self.login = login ?? name
    self.internalNumber = internalNumber
    self.externalNumbers = externalNumbers
    self.members = members
    self.redirects = redirects
  }
}
