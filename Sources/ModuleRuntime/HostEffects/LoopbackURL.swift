/// An `http` address on this machine, checked: 127.0.0.0/8, `::1` or `localhost`. No other is ever connected to, and
/// no name is looked up.
public struct LoopbackURL: Sendable, Hashable {
  /// Why a text is no such address.
  public enum Refusal: Error, Hashable, Sendable {
    /// It does not read as a URL.
    case malformed(String)
    /// The scheme is not `http`.
    case scheme(String)
    /// The host is another machine.
    case host(String)

    /// One clause for people.
    public var reason: String {
      switch self {
      case .malformed(let url): "'\(url)' is no URL"
      case .scheme(let scheme): "only plain http is allowed, not '\(scheme)'"
      case .host(let host): "host '\(host)' is not this machine; allowed are 127.0.0.0/8, ::1 and localhost"
      }
    }
  }

  /// The host as the `Host` header names it, without brackets.
  public let host: String
  /// The port.
  public let port: Int
  /// Path and query, beginning with a slash.
  public let path: String

  /// Reads and checks a URL.
  public init(_ text: String) throws(Refusal) {
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }),
      let colon = text.firstIndex(of: ":")
    else { throw .malformed(text) }
    let scheme = text[..<colon].lowercased()
    guard scheme == "http" else { throw .scheme(scheme) }
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//") else { throw .malformed(text) }
    let behind = rest.dropFirst(2)
    let end = behind.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? behind.endIndex
    let authority = behind[..<end]
    // "user@host" would let a reader take the user for the host; nobody needs it here.
    guard !authority.isEmpty, !authority.contains("@"), !authority.contains("\\") else { throw .malformed(text) }
    let (host, port) = try Self.split(authority, of: text)
    guard Self.isLoopback(host) else { throw .host(host) }
    self.host = host
    self.port = port
    let path = behind[end...].prefix { $0 != "#" }
    self.path = path.hasPrefix("/") ? String(path) : "/" + path
  }

  /// The URL that a `Location` header names, seen from here.
  public func resolving(_ location: String) throws(Refusal) -> LoopbackURL {
    if location.hasPrefix("//") { return try LoopbackURL("http:" + location) }
    let authority = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    if location.hasPrefix("/") { return try LoopbackURL(authority + location) }
    if location.prefix(while: { $0 != "/" && $0 != "?" }).contains(":") { return try LoopbackURL(location) }
    let folder = path.prefix { $0 != "?" }
    let parent = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
    return try LoopbackURL(authority + parent + location)
  }

  private static func split(_ authority: Substring, of text: String) throws(Refusal) -> (host: String, port: Int) {
    var host = authority
    var port: Substring?
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { throw .malformed(text) }
      host = authority[authority.index(after: authority.startIndex)..<bracket]
      let behind = authority[authority.index(after: bracket)...]
      guard behind.isEmpty || behind.hasPrefix(":") else { throw .malformed(text) }
      port = behind.isEmpty ? nil : behind.dropFirst()
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      port = authority[authority.index(after: colon)...]
    }
    guard let port else { return (host.lowercased(), 80) }
    guard let number = UInt16(port), number > 0 else { throw .malformed(text) }
    return (host.lowercased(), Int(number))
  }

  /// Four plain decimal numbers from 127 on: `0177.1` and `2130706433`, which some resolvers take, are refused.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        UInt8(part).map { String($0) == part } ?? false
      }
  }
}
