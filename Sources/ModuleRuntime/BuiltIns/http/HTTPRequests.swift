/// Requests to web servers: to this machine for real where the policy allows it (``LoopbackURL``).
enum HTTPRequests {
  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .http,
      "starface.http",
      "HttpRequest",
      "HttpRequest$HTTP_METHOD method, String url, HttpEntity httpEntity, String userName, String password, "
        + "Map httpHeaders",
      "InputStream responseStream, int httpStatusCode"
    ) { call in
      var request = HostHTTPRequest(method: try method(call.text(0)), target: try LoopbackURL(call.text(1)))
      request.headers = try credentials(call.optionalText(3), call.optionalText(4)) + headers(call.value(5))
      try addBody(call.value(2), to: &request)
      return .request(request) { _, answer throws(JavaException) in
        let response = try answer.get()
        return [stream(response), .integer(Int32(response.status))]
      }
    },
    .hostEffect(
      .http,
      "starface.net",
      "HttpGet",
      "String url, String userName, String password",
      "InputStream responseStream"
    ) { call in
      try get(call) { response in stream(response) }
    },
    .hostEffect(
      .http,
      "starface.net",
      "HttpGetValue",
      "String url, String userName, String password, String beforePattern, String afterPattern",
      "String value"
    ) { call in
      let before = call.text(3)
      let after = call.text(4)
      return try get(call) { response in .string(text(of: response, between: before, and: after)) }
    },
    .hostEffect(
      .http,
      "starface.experimentalFunctions",
      "ConnectViaHttpClientBuilder",
      "String targetUrl",
      "String result"
    ) { call in
      let target = try LoopbackURL(call.text(0))
      return .request(HostHTTPRequest(method: "GET", target: target)) { _, answer throws(JavaException) in
        [.string(String(decoding: try answer.get().body, as: UTF8.self))]
      }
    },
  ]

  private static let methods: Set = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]

  /// A method of the platform's enumeration; `GET` when none is named.
  static func method(_ name: String) throws(JavaException) -> String {
    let method = name.isEmpty ? "GET" : name.uppercased()
    guard methods.contains(method) else {
      throw .illegalArgument(
        "No enum constant de.vertico.starface.module.core.runtime.functions.http.HttpRequest.HTTP_METHOD.\(method)"
      )
    }
    return method
  }

  /// The headers of a map; none for null.
  static func headers(_ value: Value) throws(JavaException) -> [HostHTTPRequest.Header] {
    guard case .map(let map) = value else { return [] }
    var headers: [HostHTTPRequest.Header] = []
    for entry in map.entries { headers.append(try header(entry.key.text, entry.value.text)) }
    return headers
  }

  /// Gives a request the body that an entity holds, with its type unless a header names one.
  static func addBody(_ value: Value, to request: inout HostHTTPRequest) throws(JavaException) {
    switch value {
    case .null: break
    case .object(let entity as HTTPEntity):
      request.body = try entity.bytes()
      if let type = entity.contentType, !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
        request.headers.append(HostHTTPRequest.Header("Content-Type", type))
      }
    default: throw .illegalArgument("\(value.javaClass) is no HttpEntity of this runtime")
    }
  }

  /// A `GET` whose answer has to be a success.
  private static func get(
    _ call: BuiltInCall,
    _ output: @escaping @Sendable (HostHTTPResponse) -> Value
  ) throws -> BuiltInOutcome {
    var request = HostHTTPRequest(method: "GET", target: try LoopbackURL(call.text(0)))
    request.headers = try credentials(call.optionalText(1), call.optionalText(2))
    let url = call.text(0)
    return .request(request) { _, answer throws(JavaException) in
      let response = try answer.get()
      guard response.status < 400 else {
        throw JavaException(
          "java.io.IOException",
          "Server returned HTTP response code: \(response.status) for URL: \(url)"
        )
      }
      return [output(response)]
    }
  }

  static func stream(_ response: HostHTTPResponse) -> Value {
    .object(HostInputStream(bytes: response.body, name: "HTTP response"))
  }

  /// The text between two others, both taken literally; empty when one of them is not there. An empty pattern is the
  /// text's end.
  private static func text(of response: HostHTTPResponse, between before: String, and after: String) -> String {
    let body = String(decoding: response.body, as: UTF8.self)
    var rest = body[...]
    if !before.isEmpty {
      guard let found = rest.firstRange(of: before) else { return "" }
      rest = rest[found.upperBound...]
    }
    if !after.isEmpty {
      guard let found = rest.firstRange(of: after) else { return "" }
      rest = rest[..<found.lowerBound]
    }
    return String(rest)
  }

  private static func credentials(
    _ user: String?,
    _ password: String?
  ) throws(JavaException) -> [HostHTTPRequest.Header] {
    guard let user, !user.isEmpty else { return [] }
    let encoded = Base64.encode(Array("\(user):\(password ?? "")".utf8))
    return [HostHTTPRequest.Header("Authorization", "Basic \(encoded)")]
  }

  static func header(_ name: String, _ value: String) throws(JavaException) -> HostHTTPRequest.Header {
    let isToken =
      !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"/[]?={}".utf8.contains($0) }
    guard isToken, value.unicodeScalars.allSatisfy({ $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw .illegalArgument("'\(name)' is no header, or its value has control characters")
    }
    return HostHTTPRequest.Header(name, value)
  }
}

/// RFC 4648.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
