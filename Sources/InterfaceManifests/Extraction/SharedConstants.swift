/// Undoes `compact-cp`, the plug-in of `jlink` that takes the texts of constant pools out of class files into the strings
/// of the image (`jdk.internal.jimage.decompressor.StringSharingDecompressor`).
///
/// The class file is as it was, but for the `utf8` constants (JVMS §4.4.7). Tag 23 stands for a string of the image. Tag 25
/// stands for a descriptor or signature: a string in which every `L` has lost the name behind it, then the names lost, each
/// as a package and a simple name.
struct SharedConstants {
  private var input: PackedInput
  private let size: Int
  private let strings: (Int) -> UnsafeRawBufferPointer?
  private var output: [UInt8] = []

  /// The class file; nil where it is damaged, or is not of the size expected.
  ///
  /// - Parameters:
  ///   - size: how many bytes it must become; no more are ever written.
  ///   - strings: the string at an offset of the image's table; nil for an offset outside.
  static func expand(
    _ packed: UnsafeRawBufferPointer,
    size: Int,
    strings: (Int) -> UnsafeRawBufferPointer?
  ) -> [UInt8]? {
    withoutActuallyEscaping(strings) { strings in
      var expansion = SharedConstants(input: PackedInput(bytes: packed), size: size, strings: strings)
      guard expansion.run(), expansion.output.count == size else { return nil }
      return expansion.output
    }
  }

  private mutating func run() -> Bool {
    // Magic number and version, then the count of constants.
    guard copy(8), let count = input.number(of: 2), put(count, of: 2) else { return false }
    var index = 1
    while index < count {
      guard let tag = input.number(of: 1) else { return false }
      switch tag {
      case 1:
        guard let length = input.number(of: 2), put(1, of: 1), put(length, of: 2), copy(length) else { return false }
      case 23:
        guard let text = string(), put(text: text) else { return false }
      case 25:
        guard let text = descriptor(), put(text: text) else { return false }
      default:
        guard let length = Self.length(of: tag), put(tag, of: 1), copy(length) else { return false }
      }
      // long and double take two places (JVMS §4.4.5).
      index += tag == 5 || tag == 6 ? 2 : 1
    }
    return copy(input.remaining)
  }

  /// How many bytes follow the tag of a constant (JVMS §4.4); nil when there is no such constant.
  private static func length(of tag: Int) -> Int? {
    switch tag {
    case 7, 8, 16, 19, 20: 2
    case 15: 3
    case 3, 4, 9, 10, 11, 12, 17, 18: 4
    case 5, 6: 8
    default: nil
    }
  }

  private mutating func string() -> UnsafeRawBufferPointer? { input.compressed().flatMap(strings) }

  private mutating func descriptor() -> [UInt8]? {
    guard let shape = string(), let length = input.compressed(), let list = input.take(length) else { return nil }
    var names = PackedInput(bytes: list)
    var text: [UInt8] = []
    for byte in shape {
      text.append(byte)
      guard byte == UInt8(ascii: "L") else { continue }
      guard let package = names.compressed().flatMap(strings), let name = names.compressed().flatMap(strings) else {
        return nil
      }
      if !package.isEmpty { text += Array(package) + [UInt8(ascii: "/")] }
      text += name
      guard text.count <= UInt16.max else { return nil }
    }
    return text
  }

  private mutating func put(text: some Collection<UInt8>) -> Bool {
    guard text.count <= min(Int(UInt16.max), size - output.count), put(1, of: 1), put(text.count, of: 2) else {
      return false
    }
    output += text
    return output.count <= size
  }

  private mutating func put(_ number: Int, of bytes: Int) -> Bool {
    guard bytes <= size - output.count else { return false }
    for shift in (0..<bytes).reversed() { output.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
    return true
  }

  private mutating func copy(_ count: Int) -> Bool {
    guard count <= size - output.count, let bytes = input.take(count) else { return false }
    output += bytes
    return true
  }
}

/// What is left of a packed class file.
private struct PackedInput {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var remaining: Int { bytes.count - position }

  mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= remaining else { return nil }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// A number of so many bytes, the highest first.
  mutating func number(of count: Int) -> Int? { take(count)?.reduce(0) { $0 << 8 | Int($1) } }

  /// A number that begins with its length (`jdk.internal.jimage.decompressor.CompressIndexes`): four bytes, or, with the
  /// highest bit set, as many as the next two bits say.
  mutating func compressed() -> Int? {
    guard let head = number(of: 1) else { return nil }
    let isShort = head & 0x80 != 0
    let length = isShort ? head >> 5 & 3 : 4
    guard length > 0, let rest = number(of: length - 1) else { return nil }
    return (isShort ? head & 0x1f : head) << ((length - 1) * 8) | rest
  }
}
