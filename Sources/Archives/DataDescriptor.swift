/// The record after an entry's content that repeats its CRC and sizes (APPNOTE 4.3.9).
///
/// Its form is stated nowhere: with or without a signature, with sizes of four or eight bytes. So each form is held
/// against what the central directory says.
enum DataDescriptor {
  /// The end of the descriptor at `offset` that agrees with the central directory; nil when no form does.
  ///
  /// Of several forms that agree (all numbers may be 0), the one that ends at `boundary` is meant.
  static func end(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int,
    crc: UInt32,
    compressedSize: Int,
    size: Int,
    boundary: Int
  ) -> Int? {
    var first: Int?
    for (signed, wide) in [(true, false), (true, true), (false, false), (false, true)] {
      let end = offset + (signed ? 4 : 0) + 4 + (wide ? 16 : 8)
      guard end <= bytes.count, !signed || bytes.u32(offset) == 0x0807_4B50 else { continue }
      let body = signed ? offset + 4 : offset
      let sizes =
        wide
        ? (bytes.u64(body + 4), bytes.u64(body + 12))
        : (bytes.u32(body + 4), bytes.u32(body + 8))
      guard bytes.number(UInt32.self, at: body) == crc, sizes == (compressedSize, size) else { continue }
      if end == boundary { return end }
      if first == nil { first = end }
    }
    return first
  }
}
