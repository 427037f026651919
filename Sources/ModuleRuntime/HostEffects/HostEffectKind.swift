/// What a built-in function does to the world around the appliance: what a run at the desk must not do by accident.
public enum HostEffectKind: String, Sendable, Hashable, CaseIterable {
  /// Requests to web servers.
  case http
  /// Mail that is sent or fetched.
  case mail
  /// Files that go over FTP.
  case ftp
  /// Files that go over SSH.
  case sftp
  /// Windows shares: copies to them, mounts.
  case smb
  /// Commands of the appliance's shell or of Asterisk.
  case shell
  /// RSS feeds that are fetched.
  case feed
  /// Chat messages and the messages of the web interface.
  case chat
  /// Speech made or recognised on the appliance.
  case speech
  /// Services of an AI provider.
  case ai
  /// Whether a host answers.
  case ping
  /// Files offered on the appliance's web server.
  case download
  /// Connections to other database servers.
  case database
  /// Backups of the whole appliance, made or played in.
  case backup

  /// Whether the emulator can do it for real, which it only does on this machine: HTTP to a loopback address, and an
  /// empty database of its own in place of a server's.
  public var canBeAllowed: Bool { self == .http || self == .database }
}
