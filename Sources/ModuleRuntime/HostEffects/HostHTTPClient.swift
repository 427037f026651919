/// Sends the requests that a policy allows. The runtime declares it; a layer above brings the network.
public protocol HostHTTPClient: Sendable {
  /// Sends one request and reads the whole answer; redirects are the caller's.
  /// - Throws: the exception that the appliance's client would throw.
  func send(_ request: HostHTTPRequest) async throws(JavaException) -> HostHTTPResponse
}

/// A request to this machine.
public struct HostHTTPRequest: Sendable, Hashable {
  /// A header's name and value.
  public struct Header: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// Takes both.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// `GET`, `POST`, …
  public var method: String
  /// Where to.
  public var target: LoopbackURL
  /// Headers besides `Host` and `Content-Length`.
  public var headers: [Header]
  /// The body; nil for none.
  public var body: [UInt8]?

  /// Takes the parts.
  public init(method: String, target: LoopbackURL, headers: [Header] = [], body: [UInt8]? = nil) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}

/// What a server answered.
public struct HostHTTPResponse: Sendable, Hashable {
  /// The status code.
  public var status: Int
  /// The headers, in order.
  public var headers: [HostHTTPRequest.Header]
  /// The body.
  public var body: [UInt8]

  /// Takes the parts.
  public init(status: Int, headers: [HostHTTPRequest.Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of a name, in any case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
