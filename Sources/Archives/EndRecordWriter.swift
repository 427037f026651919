import ByteParsing

/// Writes what stands behind the central directory (APPNOTE 4.3.14 to 4.3.16).
enum EndRecordWriter {
  /// How many entries the end record cannot count any more: with all bits set it defers to the ZIP64 one.
  static let deferring = 0xFFFF
  /// The most bytes that are written.
  static let mostBytes = 56 + 20 + 22

  /// Appends the end record for a directory that ends here and lies below 4 GiB, where there are too many entries for
  /// it with the ZIP64 end record and its locator before it.
  static func append(to bytes: inout [UInt8], entries: Int, directory: Range<Int>) {
    if entries >= deferring {
      let start = bytes.count
      bytes.append(UInt32(0x0606_4B50), .littleEndian)
      // The length of what follows; made by and needing version 4.5; all on the first disk.
      bytes.append(UInt64(44), .littleEndian)
      bytes.append(UInt16(45), .littleEndian)
      bytes.append(UInt16(45), .littleEndian)
      bytes.append(UInt64(0), .littleEndian)
      for number in [entries, entries, directory.count, directory.lowerBound] {
        bytes.append(UInt64(number), .littleEndian)
      }
      bytes.append(UInt32(0x0706_4B50), .littleEndian)
      bytes.append(UInt32(0), .littleEndian)
      bytes.append(UInt64(start), .littleEndian)
      bytes.append(UInt32(1), .littleEndian)
    }
    bytes.append(UInt32(0x0605_4B50), .littleEndian)
    bytes.append(UInt32(0), .littleEndian)
    for _ in 0..<2 { bytes.append(UInt16(min(entries, deferring)), .littleEndian) }
    bytes.append(UInt32(directory.count), .littleEndian)
    bytes.append(UInt32(directory.lowerBound), .littleEndian)
    bytes.append(UInt16(0), .littleEndian)
  }
}
