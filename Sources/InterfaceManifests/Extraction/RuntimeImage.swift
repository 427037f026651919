#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
/// A JDK's `lib/modules` file, read in place (the jimage format: header, redirect table, offsets, location
/// attributes, strings, then the resources).
struct RuntimeImage: Sendable {
  /// One class of the image.
  struct Resource: Sendable {
    let module: String
    /// Path inside the module without extension: the internal name of a class.
    let name: String
    let offset: Int
    /// How many bytes of the image it takes.
    let stored: Int
    let size: Int
    let isCompressed: Bool
  }

  private let bytes: LineBytes
  let path: String
  private let locations: Int
  private let locationsSize: Int
  private let strings: Int
  private let stringsSize: Int
  private let content: Int
  private let offsets: Int
  private let tableLength: Int

  private enum Attribute: UInt8 {
    case end = 0
    case module, parent, base, fileExtension, offset, compressed, uncompressed
  }

  /// Maps the image; it stays mapped until the process ends, which an extraction precedes by little.
  init(path: String) throws(ManifestError) {
    bytes = try LineBytes(mapping: path)
    self.path = path
    // Written in the byte order of the machine it is made for; all that we run on are little-endian.
    guard bytes.u32(0) == 0xcafe_dada else {
      throw .source(path: path, reason: "not a Java runtime image of this machine's byte order")
    }
    guard bytes.u32(4) >> 16 == 1 else {
      throw .source(path: path, reason: "a runtime image of version \(bytes.u32(4) >> 16), not 1")
    }
    tableLength = Int(bytes.u32(16))
    locationsSize = Int(bytes.u32(20))
    stringsSize = Int(bytes.u32(24))
    offsets = 28 + tableLength * 4
    locations = offsets + tableLength * 4
    strings = locations + locationsSize
    content = strings + stringsSize
    guard content <= bytes.count else { throw .source(path: path, reason: "a truncated runtime image") }
  }

  /// All classes, in no particular order.
  func classes() throws(ManifestError) -> [Resource] {
    var found: [Resource] = []
    for index in 0..<tableLength {
      if let resource = try resource(Int(bytes.u32(offsets + index * 4))) { found.append(resource) }
    }
    return found
  }

  private func resource(_ start: Int) throws(ManifestError) -> Resource? {
    var values: [UInt64] = Array(repeating: 0, count: 8)
    var position = locations + start
    while position < strings {
      let head = bytes.u8(position)
      guard let kind = Attribute(rawValue: head >> 3) else {
        throw .source(path: path, reason: "unknown attribute \(head >> 3) at byte \(position)")
      }
      if kind == .end { break }
      let length = Int(head & 7) + 1
      var value: UInt64 = 0
      for index in 1...length { value = value << 8 | UInt64(bytes.u8(position + index)) }
      values[Int(kind.rawValue)] = value
      position += length + 1
    }
    func value(_ kind: Attribute) -> Int { Int(clamping: values[Int(kind.rawValue)]) }
    guard string(value(.fileExtension)) == "class" else { return nil }
    let parent = string(value(.parent))
    let base = string(value(.base))
    return Resource(
      module: string(value(.module)),
      name: parent.isEmpty ? base : "\(parent)/\(base)",
      offset: value(.offset),
      stored: value(.compressed) != 0 ? value(.compressed) : value(.uncompressed),
      size: value(.uncompressed),
      isCompressed: value(.compressed) != 0
    )
  }

  func string(_ offset: Int) -> String { stringBytes(offset).map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// The string at an offset of the table of strings, in modified UTF-8; nil for an offset outside.
  func stringBytes(_ offset: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, offset < stringsSize else { return nil }
    var end = strings + offset
    while end < content, bytes.u8(end) != 0 { end += 1 }
    return bytes.region(strings + offset, end - strings - offset)
  }

  /// The bytes of a class.
  func read(_ resource: Resource) throws(ManifestError) -> [UInt8] {
    let start = content.addingReportingOverflow(resource.offset)
    let region = start.overflow ? nil : bytes.region(start.partialValue, resource.stored)
    guard let region, region.count == resource.stored else {
      throw .source(path: path, reason: "a resource lies outside the image")
    }
    return resource.isCompressed ? try expand(resource, region) : Array(region)
  }
}
