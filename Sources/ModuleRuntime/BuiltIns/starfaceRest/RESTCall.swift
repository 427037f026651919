/// A request to any address of the platform's REST interface. What the functions above do not ask for goes over the
/// network, so it is refused, recorded, answered by a mock, or sent to a server on this machine.
enum RESTCall {
  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .http,
      "starface.starfaceRest",
      "StarfaceRestRequest",
      "HttpRequest$HTTP_METHOD method, String url, HttpEntity httpEntity, "
        + "AcquireAuthToken$AuthTokenWithHost authToken, Map httpHeaders",
      "InputStream responseStream, int httpStatusCode, Map responseHeaders"
    ) { call in
      guard case .object(let object) = call.value(3), let token = object as? RESTToken else {
        throw JavaException.illegalArgument("StarfaceRestRequest needs the token of AcquireAuthToken")
      }
      let path = call.text(1)
      let url = path.hasPrefix("/") ? "\(token.server)\(path)" : path
      var request = HostHTTPRequest(
        method: try HTTPRequests.method(call.text(0)),
        target: try LoopbackURL(url)
      )
      request.headers = try HTTPRequests.headers(call.value(4))
      request.headers.append(try HTTPRequests.header("authToken", token.login))
      try HTTPRequests.addBody(call.value(2), to: &request)
      return .request(request) { _, answer throws(JavaException) in
        let response = try answer.get()
        let headers = response.headers.map { (Value.string($0.name), Value.string($0.value)) }
        return [HTTPRequests.stream(response), .integer(Int32(response.status)), .map(JavaMap(headers))]
      }
    }
  ]
}
