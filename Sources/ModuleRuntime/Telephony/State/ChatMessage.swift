/// A message in the chat of the telephone system.
public struct ChatMessage: Hashable, Sendable {
  /// When, in milliseconds since 1970 UTC.
  public var time: Int64
  /// The login of who wrote it: a user, or a module's bot.
  public var sender: String
  /// The login of who reads it.
  public var receiver: String
  /// What it says.
  public var text: String

  /// Takes the parts.
  public init(time: Int64, sender: String, receiver: String, text: String) {
    self.time = time
    self.sender = sender
    self.receiver = receiver
    self.text = text
  }
}
