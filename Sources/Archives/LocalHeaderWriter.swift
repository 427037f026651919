import ByteParsing

/// Writes local file headers (APPNOTE 4.3.7).
enum LocalHeaderWriter {
  /// Appends one header without extra fields; sizes are below 4 GiB.
  static func append(
    to bytes: inout [UInt8],
    name: [UInt8],
    flags: ArchiveEntry.Flags,
    method: CompressionMethod,
    modified: DOSTime,
    crc: UInt32,
    compressedSize: Int,
    size: Int
  ) {
    bytes.append(UInt32(LocalHeader.signature), .littleEndian)
    bytes.append(UInt16(20), .littleEndian)
    bytes.append(flags.rawValue, .littleEndian)
    bytes.append(method.rawValue, .littleEndian)
    bytes.append(modified.time, .littleEndian)
    bytes.append(modified.date, .littleEndian)
    bytes.append(crc, .littleEndian)
    bytes.append(UInt32(truncatingIfNeeded: compressedSize), .littleEndian)
    bytes.append(UInt32(truncatingIfNeeded: size), .littleEndian)
    bytes.append(UInt16(name.count), .littleEndian)
    bytes.append(UInt16(0), .littleEndian)
    bytes += name
  }
}
