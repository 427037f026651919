/// A manifest as bytes, in the parts over which signature files have digests (`sun.security.util.ManifestDigester`): each part
/// ends with the empty line behind it.
struct ManifestBytes {
  let whole: [UInt8]
  /// The main attributes.
  private(set) var main: ArraySlice<UInt8> = []
  private var sections: [String: ArraySlice<UInt8>] = [:]

  init(_ bytes: [UInt8]) {
    whole = bytes
    var position = 0
    var isFirst = true
    while position < bytes.count {
      let start = position
      var name: [UInt8]?
      while let line = Self.line(in: bytes, from: &position), !line.isEmpty {
        if line.first == UInt8(ascii: " ") {
          name? += line.dropFirst()
        } else if name == nil, line.count > 6, String(decoding: line.prefix(6), as: UTF8.self).lowercased() == "name: "
        {
          name = Array(line.dropFirst(6))
        }
      }
      if isFirst { main = bytes[start..<position] }
      isFirst = false
      if let name { sections[String(decoding: name, as: UTF8.self)] = bytes[start..<position] }
    }
  }

  /// The section of an entry.
  subscript(name: String) -> ArraySlice<UInt8>? { sections[name] }

  /// The line at a position, without its end, which is CR, LF or both; nil at the end.
  private static func line(in bytes: [UInt8], from position: inout Int) -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
    position = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { position += 1 }
    return bytes[start..<end]
  }
}
