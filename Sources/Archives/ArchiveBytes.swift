import Glibc

/// The bytes of one archive, for as long as anything reads them: a file's, or those of a jar in memory.
final class ArchiveBytes: @unchecked Sendable {
  // Unchecked: the memory is never written after `init`, and goes only with the last reference.
  /// All bytes, read only.
  let buffer: UnsafeRawBufferPointer
  private let owner: Owner

  private enum Owner {
    case heap
    case mapping
  }

  /// Files up to this size are read; larger ones are mapped, so that listing a large jar touches its directory only.
  private static let mappedFrom = 4 << 20

  /// Copies bytes that are in memory already.
  init(_ bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    copy.copyBytes(from: bytes)
    buffer = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    owner = .heap
  }

  /// Reads or maps a regular file, or reads a pipe to its end.
  init(path: String) throws(ArchiveError) {
    func refuse(_ operation: String, _ code: Int32 = errno) -> ArchiveError {
      .file(path: path, operation: operation, reason: String(cString: strerror(code)))
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refuse("open it") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refuse("look at it") }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw refuse("read it", EISDIR) }
    if status.st_mode & S_IFMT == S_IFIFO {
      (buffer, owner) = (try Self.drain(descriptor, path), .heap)
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .file(path: path, operation: "read it", reason: "not a regular file")
    }
    let size = Int(status.st_size)
    if size >= Self.mappedFrom {
      guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
        throw refuse("map it")
      }
      buffer = UnsafeRawBufferPointer(start: memory, count: size)
      owner = .mapping
      return
    }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, size), alignment: 16)
    var filled = 0
    while filled < size {
      let count = Glibc.read(descriptor, memory.baseAddress?.advanced(by: filled), size - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let code = errno
        memory.deallocate()
        throw refuse("read it", code)
      }
      if count == 0 { break }
      filled += count
    }
    buffer = UnsafeRawBufferPointer(rebasing: memory[..<filled])
    owner = .heap
  }

  /// The most bytes that are taken from a pipe, which cannot say how many will come.
  private static let largestPipe = 1 << 30

  /// Reads a pipe to its end: `curl … | sfm validate /dev/stdin`.
  private static func drain(_ descriptor: Int32, _ path: String) throws(ArchiveError) -> UnsafeRawBufferPointer {
    var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    var filled = 0
    while true {
      if filled == memory.count {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: memory.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(memory))
        memory.deallocate()
        memory = larger
      }
      let count = Glibc.read(descriptor, memory.baseAddress?.advanced(by: filled), memory.count - filled)
      if count < 0, errno == EINTR { continue }
      let reason =
        count < 0 ? String(cString: strerror(errno)) : "more than \(largestPipe) bytes come through this pipe"
      guard count >= 0, filled + count <= largestPipe else {
        memory.deallocate()
        throw .file(path: path, operation: "read it", reason: reason)
      }
      if count == 0 { return UnsafeRawBufferPointer(rebasing: memory[..<filled]) }
      filled += count
    }
  }

  deinit {
    guard let base = buffer.baseAddress else { return }
    switch owner {
    case .heap: UnsafeMutableRawPointer(mutating: base).deallocate()
    case .mapping: munmap(UnsafeMutableRawPointer(mutating: base), buffer.count)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The little-endian number at an offset; 0 outside the buffer, where no record was promised.
  @inline(__always)
  func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number {
    guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return 0 }
    return Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The 16-bit number at an offset.
  @inline(__always) func u16(_ offset: Int) -> Int { Int(number(UInt16.self, at: offset)) }
  /// The 32-bit number at an offset.
  @inline(__always) func u32(_ offset: Int) -> Int { Int(number(UInt32.self, at: offset)) }
  /// The 64-bit number at an offset; `Int.max` stands for all that is larger.
  @inline(__always) func u64(_ offset: Int) -> Int { Int(clamping: number(UInt64.self, at: offset)) }

  /// Whether two ranges of this buffer hold the same bytes.
  func equal(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    guard let base = baseAddress, !a.isEmpty else { return true }
    return memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
  }
}
