/// An `org.apache.http.HttpEntity`: the body of a request. `@unchecked Sendable` for the same reason as ``JavaList``.
final class HTTPEntity: OpaqueObject, @unchecked Sendable {
  /// Where the bytes come from.
  enum Content {
    case bytes([UInt8])
    case stream(HostInputStream)
  }

  let javaClass: String
  let contentType: String?
  private let content: Content

  init(_ javaClass: String, contentType: String?, _ content: Content) {
    self.javaClass = "org.apache.http." + javaClass
    self.contentType = contentType
    self.content = content
  }

  /// As Apache's entities print themselves.
  var javaText: String {
    var parts: [String] = []
    if let contentType { parts.append("Content-Type: \(contentType)") }
    if case .bytes(let bytes) = content { parts.append("Content-Length: \(bytes.count)") }
    return "[\(parts.joined(separator: ","))\(parts.isEmpty ? "" : ",")Chunked: false]"
  }

  /// The bytes; those of a stream can be taken once.
  func bytes() throws(JavaException) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .stream(let stream): try stream.readAll(limit: FileLimits.fileBytes)
    }
  }
}

/// `application/x-www-form-urlencoded`.
enum FormEncoding {
  /// As `java.net.URLEncoder.encode(text, "UTF-8")`, which Apache's form entities agree with.
  static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "): out.append(UInt8(ascii: "+"))
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "*"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `a=b&c=d`, in the map's order.
  static func encode(_ parameters: JavaMap) -> String {
    parameters.entries.map { "\(encode($0.key.text))=\(encode($0.value.text))" }.joined(separator: "&")
  }
}
