import ByteParsing

/// The first pass over a class file: magic, version, and where each constant stands.
struct ConstantPoolIndexer {
  let minorVersion: UInt16
  let majorVersion: UInt16
  private(set) var offsets: [UInt32]
  /// The offset behind the constant pool.
  private(set) var end: Int

  init(_ array: [UInt8]) throws(ClassFileError) {
    let bytes = array.span.bytes
    do {
      var cursor = ByteCursor(bytes)
      let magic = try cursor.read(UInt32.self, .bigEndian, from: bytes)
      guard magic == 0xCAFE_BABE else {
        throw ClassFileError(
          offset: 0,
          expected: "a class file, which begins with CAFEBABE",
          found: String(magic, radix: 16, uppercase: true)
        )
      }
      guard array.count <= Int(Int32.max) else {
        throw ClassFileError(offset: 0, expected: "a class file below 2 GiB", found: "\(array.count) bytes")
      }
      minorVersion = try cursor.read(UInt16.self, .bigEndian, from: bytes)
      majorVersion = try cursor.read(UInt16.self, .bigEndian, from: bytes)
      let count = Int(try cursor.read(UInt16.self, .bigEndian, from: bytes))
      // Index 0 is not used; every other takes at least three bytes, a constant of two indices nine.
      guard count > 0, count - 1 <= cursor.remaining / 3 else {
        throw ClassFileError(
          offset: 8,
          expected: "a constant pool count from 1 to \(cursor.remaining / 3 + 1)",
          found: "\(count)"
        )
      }
      offsets = [UInt32](repeating: 0, count: count)
      var index = 1
      while index < count {
        let offset = cursor.offset
        offsets[index] = UInt32(truncatingIfNeeded: offset)
        let tag = try cursor.read(UInt8.self, .bigEndian, from: bytes)
        switch tag {
        case 1: try cursor.skip(Int(try cursor.read(UInt16.self, .bigEndian, from: bytes)))
        case 7, 8, 16, 19, 20: try cursor.skip(2)
        case 15: try cursor.skip(3)
        case 3, 4, 9, 10, 11, 12, 17, 18: try cursor.skip(4)
        case 5, 6:
          try cursor.skip(8)
          index += 1
        default:
          throw ClassFileError(offset: offset, expected: "the tag of constant \(index)", found: "\(tag)")
        }
        index += 1
      }
      end = cursor.offset
    } catch let error as ByteParsingError {
      throw ClassFileError(error, expected: "the constant pool")
    } catch let error as ClassFileError {
      throw error
    } catch {
      throw ClassFileError(offset: 0, expected: "a class file", found: "\(error)")
    }
  }
}
