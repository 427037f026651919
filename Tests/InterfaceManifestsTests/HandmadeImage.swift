import ClassFiles
import Foundation
import TestSupport

/// A runtime image made by hand, whose classes are packed as a test wants them: no `jlink` packs one twice.
struct HandmadeImage {
  /// What a class is packed by, the first of several first.
  enum Packing {
    case compactCP
    /// `zip`, without making anything smaller.
    case zip
    /// A plug-in of another name, that does nothing.
    case other(String)
  }

  private var strings: [UInt8] = [0]
  private var locations: [UInt8] = [0]
  private var starts: [UInt32] = []
  private var content: [UInt8] = []

  /// Adds a class of module `m`; `damage` comes over its packed bytes.
  mutating func add(_ name: String, _ file: [UInt8], _ packings: [Packing], damage: (inout [UInt8]) -> Void = { _ in })
  {
    var packed = file
    for packing in packings { packed = layer(packed, packing) }
    damage(&packed)
    starts.append(UInt32(locations.count))
    let parts = name.split(separator: "/")
    let attributes = [
      (1, string("m")), (2, string(parts.dropLast().joined(separator: "/"))), (3, string(String(parts.last ?? ""))),
      (4, string("class")), (5, content.count), (6, packings.isEmpty ? 0 : packed.count), (7, file.count),
    ]
    for (kind, value) in attributes {
      locations.append(UInt8(kind << 3 | 3))
      locations += Self.number(value, 4)
    }
    locations.append(0)
    content += packed
  }

  /// Writes a home with the image in it.
  func write(to home: String) throws {
    var bytes: [UInt8] = []
    let header = [0xcafe_dada, 1 << 16, 0, starts.count, starts.count, locations.count, strings.count]
    for value in header + starts.map({ _ in 0 }) + starts.map({ Int($0) }) { bytes += Self.number(value, 4).reversed() }
    bytes += locations + strings + content
    try FileManager.default.createDirectory(atPath: home + "/lib", withIntermediateDirectories: true)
    try Data("JAVA_VERSION=\"17\"\n".utf8).write(to: URL(filePath: home + "/release"))
    try Data(bytes).write(to: URL(filePath: home + "/lib/modules"))
  }

  private mutating func layer(_ bytes: [UInt8], _ packing: Packing) -> [UInt8] {
    let body: [UInt8]
    let plugin: String
    switch packing {
    case .compactCP: (plugin, body) = ("compact-cp", compacted(bytes))
    case .zip: (plugin, body) = ("zip", Self.zlib(bytes))
    case .other(let name): (plugin, body) = (name, bytes)
    }
    var header: [UInt8] = Self.number(0xcafe_fafa, 4).reversed()
    header += Self.number(body.count, 8).reversed() + Self.number(bytes.count, 8).reversed()
    header += Self.number(string(plugin), 4).reversed() + [0xff, 0xff, 0xff, 0xff, 1]
    return header + body
  }

  /// A zlib stream of one stored block (RFC 1950, RFC 1951).
  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var low = 1
    var high = 0
    for byte in bytes {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let length: [UInt8] = number(bytes.count, 2).reversed()
    return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + bytes + number(high << 16 | low, 4)
  }

  /// The texts of the constants become strings of the image, descriptors without their names; every second number is
  /// written in four bytes, the others in as few as will do.
  private mutating func compacted(_ file: [UInt8]) -> [UInt8] {
    var packed = Array(file[..<10])
    var place = 10
    var isLong = false
    func compressed(_ value: Int) -> [UInt8] {
      isLong.toggle()
      if isLong { return Self.number(value, 4) }
      let count = value < 0x20 ? 1 : value < 0x2000 ? 2 : 3
      var bytes = Self.number(value, count)
      bytes[0] |= 0x80 | UInt8(count << 5)
      return bytes
    }
    let count = Int(file[8]) << 8 | Int(file[9])
    var index = 1
    while index < count {
      let tag = Int(file[place])
      let lengths = [3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4]
      if tag == 1 {
        let length = Int(file[place + 1]) << 8 | Int(file[place + 2])
        let text = String(decoding: file[place + 3..<place + 3 + length], as: UTF8.self)
        if text.contains(";") {
          let (shape, names) = Self.parts(of: text)
          let list = names.flatMap { compressed(string($0)) }
          packed += [25] + compressed(string(shape)) + compressed(list.count) + list
        } else {
          packed += [23] + compressed(string(text))
        }
        place += 3 + length
      } else {
        let length = 1 + (lengths[tag] ?? 0)
        packed += file[place..<place + length]
        place += length
      }
      index += tag == 5 || tag == 6 ? 2 : 1
    }
    return packed + file[place...]
  }

  /// A descriptor without its names, and these, a package and a simple name each.
  private static func parts(of descriptor: String) -> (shape: String, names: [String]) {
    var shape = ""
    var names: [String] = []
    var rest = descriptor[...]
    while let start = rest.firstIndex(of: "L"), let end = rest[start...].firstIndex(of: ";") {
      shape += rest[...start]
      let parts = rest[rest.index(after: start)..<end].split(separator: "/")
      names += [parts.dropLast().joined(separator: "/"), String(parts.last ?? "")]
      rest = rest[end...]
    }
    return (shape + rest, names)
  }

  private mutating func string(_ text: String) -> Int {
    defer { strings += Array(text.utf8) + [0] }
    return strings.count
  }

  /// A number with the highest byte first.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
