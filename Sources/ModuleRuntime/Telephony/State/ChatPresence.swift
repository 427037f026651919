/// What a user's chat client shows: the names of UCI 3.0.
public enum ChatPresence: String, Hashable, Sendable, CaseIterable {
  /// There and willing.
  case available = "AVAILABLE"
  /// Away.
  case away = "AWAY"
  /// Away for long.
  case extendedAway = "EXTENDED_AWAY"
  /// Not to be disturbed.
  case doNotDisturb = "DND"
  /// Wants to talk.
  case freeForChat = "FREE_FOR_CHAT"
  /// Not logged in.
  case unavailable = "UNAVAILABLE"
}
