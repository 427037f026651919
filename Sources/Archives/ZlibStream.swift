import CLibArchive

/// A zlib stream (RFC 1950) of known size, such as Java's runtime images keep their classes in.
public enum ZlibStream {
  /// Expands a whole stream; nil where it is damaged, or is not of the size expected.
  ///
  /// - Parameter size: how many bytes it must become; no more are ever written.
  public static func expand(_ bytes: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    // Deflate packs 1,032 bytes into one at best: who claims more has no such stream.
    guard size >= 0, size / 1_032 <= bytes.count, let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let expanded = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let result = libdeflate_zlib_decompress(
        decompressor,
        bytes.baseAddress,
        bytes.count,
        buffer.baseAddress,
        size,
        nil
      )
      isWhole = result == LIBDEFLATE_SUCCESS
      count = isWhole ? size : 0
    }
    return isWhole ? expanded : nil
  }
}
