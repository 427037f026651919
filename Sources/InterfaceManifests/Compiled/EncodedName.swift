import ClassFiles

/// Between `String` and the bytes that class files and compiled lines have (JVMS §4.4.7).
enum EncodedName {
  static func encode(_ text: String) -> [UInt8] { ModifiedUTF8.bytes(text) }

  /// Never fails: bytes that are no modified UTF-8 are shown as UTF-8 with replacements.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
    bytes.withMemoryRebound(to: UInt8.self) { bytes in
      ModifiedUTF8.string(bytes.span) ?? String(decoding: bytes, as: UTF8.self)
    }
  }
}
