/// A phone assigned to a user.
public struct PBXPhone: Hashable, Sendable {
  /// Its id.
  public var id: Int
  /// Its SIP name (`SIP/0001.desk`), by which phone numbers and functions know it.
  public var name: String
  /// Whether it rings on incoming calls.
  public var isActive: Bool
  /// Whether the user's own calls start on it.
  public var isPrimary: Bool
  /// The mobile number behind it, when it is a phone of fixed-mobile convergence (iFMC).
  public var mobileNumber: String?
  /// How long it waits before it rings, in seconds; of iFMC phones.
  public var delaySeconds: Int
  /// Whether it is registered; one that is not cannot be reached.
  public var isOnline: Bool

  /// Takes the parts.
  public init(
    id: Int,
    name: String,
    isActive: Bool = true,
    isPrimary: Bool = false,
    mobileNumber: String? = nil,
    delaySeconds: Int = 0,
    isOnline: Bool = true
  ) {
    self.id = id
    self.name = name
    self.isActive = isActive
    self.isPrimary = isPrimary
    self.mobileNumber = mobileNumber
    self.delaySeconds = delaySeconds
    self.isOnline = isOnline
  }
}
