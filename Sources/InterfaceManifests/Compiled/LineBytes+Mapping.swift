#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LineBytes {
  /// Maps a regular file for reading.
  init(mapping path: String) throws(ManifestError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "not a regular file") }
    let size = Int(status.st_size)
    // An empty file cannot be mapped, and is an error to every reader anyway.
    guard size > 0 else { throw .unreadable(path: path, reason: "the file is empty") }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    base = UnsafeRawPointer(address)
    count = size
  }

  /// Gives the memory back; only where nothing has been read from it that is still used.
  func unmap() {
    munmap(UnsafeMutableRawPointer(mutating: base), count)
  }
}
