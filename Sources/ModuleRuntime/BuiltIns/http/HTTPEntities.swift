/// Bodies of requests: made for real, whatever becomes of the request.
///
/// `CreateHttpUrlWithParams` is not here: the reference list gives it no output, so only a mock can say what it gives.
enum HTTPEntities {
  static let functions: [BuiltInFunction] = [
    .value("starface.http", "CreateStringEntity", "String content, String mimeType", "HttpEntity stringEntity") {
      call in
      guard let content = call.optionalText(0) else { throw JavaException.nullPointer }
      let type = call.text(1).isEmpty ? "text/plain" : call.text(1)
      guard !type.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) else {
        throw JavaException.illegalArgument("the MIME type must not have line ends")
      }
      // A type that names its character set keeps it.
      let (full, encoding) = try typed(type)
      return .object(HTTPEntity("entity.StringEntity", contentType: full, .bytes(encoding.bytes(content))))
    },
    .value("starface.http", "CreateUrlEncodedFormEntity", "Map params", "HttpEntity formEntity") { call in
      .object(
        HTTPEntity(
          "client.entity.UrlEncodedFormEntity",
          contentType: "application/x-www-form-urlencoded; charset=UTF-8",
          .bytes(Array(FormEncoding.encode(try call.map(0)).utf8))
        )
      )
    },
    .value("starface.http", "CreateInputStreamEntity", "InputStream inputStream", "HttpEntity stringEntity") { call in
      .object(
        HTTPEntity("entity.InputStreamEntity", contentType: nil, .stream(try StreamFunctions.input(call.value(0))))
      )
    },
  ]

  private static func typed(_ type: String) throws(JavaException) -> (String, TextEncoding) {
    for part in type.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).javaTrimmed }
      guard pair.count == 2, pair[0].lowercased() == "charset" else { continue }
      return (type, try TextEncoding(pair[1]))
    }
    return ("\(type); charset=UTF-8", .utf8)
  }
}
