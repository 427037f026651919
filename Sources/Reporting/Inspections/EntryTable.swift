import Archives
import ModulePackages

/// The table of `sfm ls`: size, compressed size, CRC, kind, path, and the resource's name.
///
/// Written straight into its text. A large jar has tens of thousands of entries, and a `TextTable` with a cell for each of
/// their facts took as long as reading the jar.
struct EntryTable {
  private let entries: [PackageEntry]
  /// What the last column says where it is not the path as it stands: a resource's name, a path that is not safe to show.
  private var labels: [Int: String] = [:]
  private var size = 0
  private var packed = 0
  private var sizeWidth = 4
  private var packedWidth = 6
  private var kindWidth = 4
  /// The bytes of all paths or labels.
  private var labelBytes = 0

  private static let crcWidth = 8
  private static let gap = 2

  init(_ entries: [PackageEntry]) {
    self.entries = entries
    for index in entries.indices {
      // Sizes are what an archive claims: their sum may be no number.
      size = size.addingSaturating(entries[index].entry.size)
      packed = packed.addingSaturating(entries[index].entry.compressedSize)
      kindWidth = max(kindWidth, entries[index].kind.rawValue.utf8.count)
      let isSafe = entries[index].path.utf8.withContiguousStorageIfAvailable(isPrintableASCII) ?? false
      if let resource = entries[index].resource {
        labels[index] = terminalSafe("\(entries[index].path)  (\(resource.name))")
      } else if !isSafe {
        labels[index] = terminalSafe(entries[index].path)
      }
      labelBytes += (labels[index] ?? entries[index].path).utf8.count
    }
    // No size is longer than the sum of all.
    sizeWidth = max(sizeWidth, size.decimalDigits)
    packedWidth = max(packedWidth, packed.decimalDigits)
  }

  /// The lines, each with a newline.
  func text(_ style: TerminalStyle) -> String {
    let head = header(style)
    let foot = footer(style)
    let columns = sizeWidth + packedWidth + Self.crcWidth + kindWidth + 4 * Self.gap + 1
    let capacity = head.utf8.count + entries.count * columns + labelBytes + foot.utf8.count
    return String(unsafeUninitializedCapacity: capacity) { buffer in
      var line = LineWriter(buffer)
      line.put(head)
      for index in entries.indices {
        line.put(entries[index].entry.size, width: sizeWidth)
        line.blanks(Self.gap)
        line.put(entries[index].entry.compressedSize, width: packedWidth)
        line.blanks(Self.gap)
        line.put(hexadecimal: entries[index].entry.crc)
        line.blanks(Self.gap)
        let kind = entries[index].kind.rawValue
        line.put(kind)
        line.blanks(kindWidth - kind.utf8.count + Self.gap)
        line.put(labels[index] ?? entries[index].path)
        line.put("\n")
      }
      line.put(foot)
      return line.count
    }
  }

  private func header(_ style: TerminalStyle) -> String {
    blanks(sizeWidth - 4) + style("size", .dim) + blanks(Self.gap) + blanks(packedWidth - 6) + style("packed", .dim)
      + blanks(Self.gap) + style("crc", .dim) + blanks(Self.crcWidth - 3 + Self.gap) + style("kind", .dim)
      + blanks(kindWidth - 4 + Self.gap) + style("entry", .dim) + "\n"
  }

  private func footer(_ style: TerminalStyle) -> String {
    blanks(sizeWidth - size.decimalDigits) + style(String(size), .dim) + blanks(Self.gap)
      + blanks(packedWidth - packed.decimalDigits) + style(String(packed), .dim)
      + blanks(Self.crcWidth + kindWidth + 3 * Self.gap)
      + style(counted(entries.count, "entry", plural: "entries"), .dim) + "\n"
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// Writes into memory that has room for all that will come.
private struct LineWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func blanks(_ number: Int) {
    buffer[count..<count + number].initialize(repeating: UInt8(ascii: " "))
    count += number
  }

  mutating func put(_ text: String) {
    let place = count
    let target = buffer
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      _ = target[place...].initialize(fromContentsOf: bytes)
    }
    if isWritten == nil { _ = target[place...].initialize(fromContentsOf: Array(text.utf8)) }
    count += text.utf8.count
  }

  /// A number that is not negative, at the right edge of so many columns.
  mutating func put(_ number: Int, width: Int) {
    var rest = number
    var place = count + width
    repeat {
      place -= 1
      buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    buffer[count..<place].initialize(repeating: UInt8(ascii: " "))
    count += width
  }

  /// Eight digits.
  mutating func put(hexadecimal number: UInt32) {
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt32(shift)) & 15
      buffer[count] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      count += 1
    }
  }
}

extension Int {
  fileprivate func addingSaturating(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate var decimalDigits: Int {
    var digits = 1
    var rest = self
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}
