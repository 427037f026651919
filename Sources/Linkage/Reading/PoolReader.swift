import ClassFiles

/// The constants of one class as symbols, each interned once; positions are checked, so damaged pools answer none.
struct PoolReader {
  let raw: UnsafeRawBufferPointer
  /// Whether the verifier goes by the frames of the code alone (JVMS §4.10). HotSpot gives class files of version 50 that it
  /// refuses by their frames another chance by inference, as it treats all before them.
  let isTypeChecked: Bool
  private let offsets: [UInt32]
  private var cache: [Symbol]

  /// No constants.
  init() {
    raw = UnsafeRawBufferPointer(start: nil, count: 0)
    isTypeChecked = true
    offsets = []
    cache = []
  }

  init(_ file: ClassFile, _ raw: UnsafeRawBufferPointer) {
    self.raw = raw
    isTypeChecked = file.majorVersion > 50
    offsets = file.pool.offsets
    cache = [Symbol](repeating: .none, count: offsets.count)
  }

  @inline(__always)
  func u1(_ offset: Int) -> Int { offset >= 0 && offset < raw.count ? Int(raw[offset]) : 0 }
  @inline(__always)
  func u2(_ offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= raw.count else { return 0 }
    return Int(raw[offset]) << 8 | Int(raw[offset + 1])
  }
  @inline(__always)
  func i2(_ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: u2(offset))) }
  @inline(__always)
  func i4(_ offset: Int) -> Int { Int(Int32(truncatingIfNeeded: u2(offset) << 16 | u2(offset + 2))) }

  /// The tag of a constant; 0 when there is none.
  @inline(__always)
  func tag(_ index: Int) -> Int {
    guard index > 0, index < offsets.count, offsets[index] != 0 else { return 0 }
    return u1(Int(offsets[index]))
  }

  /// A u2 of a constant's content, `at` bytes behind its tag.
  @inline(__always)
  func content(_ index: Int, _ at: Int) -> Int {
    guard index > 0, index < offsets.count, offsets[index] != 0 else { return 0 }
    return u2(Int(offsets[index]) + 1 + at)
  }

  /// A u1 of a constant's content.
  @inline(__always)
  func byte(_ index: Int, _ at: Int) -> Int {
    guard index > 0, index < offsets.count, offsets[index] != 0 else { return 0 }
    return u1(Int(offsets[index]) + 1 + at)
  }

  /// The bytes of a `utf8` constant.
  func bytes(_ index: Int) -> UnsafeRawBufferPointer {
    guard tag(index) == 1 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = Int(offsets[index]) + 3
    let length = content(index, 0)
    guard start + length <= raw.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: raw[start..<start + length])
  }

  /// The symbol of a `utf8` constant.
  @inline(__always)
  mutating func utf8(_ index: Int, _ table: inout SymbolTable) -> Symbol {
    guard index > 0, index < cache.count else { return .none }
    if !cache[index].isNone { return cache[index] }
    let symbol = table.intern(bytes(index))
    cache[index] = symbol
    return symbol
  }
}
