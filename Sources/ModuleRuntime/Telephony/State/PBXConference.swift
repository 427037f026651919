/// A conference.
public struct PBXConference: Hashable, Sendable {
  /// The room's number or the conference's name.
  public var name: String
  /// The digits that open it; empty for none.
  public var pin: String
  /// The account id of the user who made it.
  public var creator: Int?
  /// Numbers of those who are in it.
  public var participants: [String]

  /// Takes the parts.
  public init(name: String, pin: String = "", creator: Int? = nil, participants: [String] = []) {
    self.name = name
    self.pin = pin
    self.creator = creator
    self.participants = participants
  }
}
