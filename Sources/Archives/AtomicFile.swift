import Glibc

/// Writes whole files: beside their place, flushed to the disk, then renamed into it.
///
/// Whoever looks at the path sees the old file or the new one, never half of one.
public enum AtomicFile {
  /// Writes `bytes` to `path`, replacing a regular file of that name; the folder must exist.
  ///
  /// A replaced file's permissions are kept; a new one has 0644 less the process's mask. A link is
  /// replaced, not followed. A pipe, a device, or a stream of this process (`/dev/stdout`) gets the bytes as they come.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(ArchiveError) {
    let contiguous = ContiguousArray(bytes)
    if isStream(path) { return try append(contiguous, to: path) }
    var status = stat()
    var mode: mode_t?
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFLNK else {
        throw .file(path: path, operation: "replace it", reason: "it is not a regular file")
      }
      if status.st_mode & S_IFMT == S_IFREG { mode = status.st_mode & 0o7777 }
    }
    let (descriptor, beside) = try create(beside: path)
    do throws(ArchiveError) {
      defer { close(descriptor) }
      try fill(descriptor, contiguous, path)
      if let mode { _ = fchmod(descriptor, mode) }
      guard fsync(descriptor) == 0 else { throw refuse(path, "flush it") }
    } catch {
      unlink(beside)
      throw error
    }
    guard rename(beside, path) == 0 else {
      let error = refuse(path, "rename \(beside) into place")
      unlink(beside)
      throw error
    }
    flushFolder(of: path)
  }

  /// Whether the path leads to something that cannot be replaced but takes bytes.
  private static func isStream(_ path: String) -> Bool {
    // What these lead to may be a file, which is open already and must not be put in another one's place.
    if ["/dev/stdout", "/dev/stderr"].contains(path) || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/") {
      return true
    }
    var status = stat()
    return stat(path, &status) == 0 && [S_IFCHR, S_IFIFO].contains(status.st_mode & S_IFMT)
  }

  private static func append(_ bytes: ContiguousArray<UInt8>, to path: String) throws(ArchiveError) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw refuse(path, "write it") }
    defer { close(descriptor) }
    try fill(descriptor, bytes, path)
  }

  private static func refuse(_ path: String, _ operation: String) -> ArchiveError {
    .file(path: path, operation: operation, reason: String(cString: strerror(errno)))
  }

  /// A new file next to `path` that no one else can have opened.
  private static func create(beside path: String) throws(ArchiveError) -> (descriptor: Int32, path: String) {
    for _ in 0..<100 {
      let name = "\(path).\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).part"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST else { break }
    }
    throw refuse(path, "write it")
  }

  private static func fill(
    _ descriptor: Int32,
    _ bytes: ContiguousArray<UInt8>,
    _ path: String
  ) throws(ArchiveError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw refuse(path, "write it") }
      written += count
    }
  }

  /// Makes the rename itself last; a file system that cannot flush folders loses nothing else.
  private static func flushFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
