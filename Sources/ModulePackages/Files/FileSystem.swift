package import Archives
import Glibc

/// The file system as projects and class folders need it: whole files, bounded walks, no links followed on the way.
package enum FileSystem {
  /// What lies at a path, links not followed.
  package enum Kind {
    case nothing
    case file
    case folder
    case link
    case pipe
    case other
  }

  /// A file found by a walk.
  package struct File {
    /// Its path below the folder where the walk began.
    package let path: String
    /// Its size in bytes.
    package let size: Int
  }

  /// What lies at a path, links not followed.
  package static func kindOfEntry(_ path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .nothing }
    return kind(of: status)
  }

  /// What lies at a path, links followed.
  package static func kind(_ path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return kind(of: status)
  }

  /// Why nothing can be seen at a path; nil when something can.
  package static func obstacle(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) != 0 else { return nil }
    let code = errno
    guard code == ENOENT else { return String(cString: strerror(code)) }
    return kindOfEntry(path) == .link ? "a link to something that is not there" : "no such file or folder"
  }

  /// Whether two paths lead to one and the same file or folder.
  package static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  private static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .pipe
    default: .other
    }
  }

  /// All bytes of a regular file of at most `most` bytes.
  package static func read(_ path: String, most: Int = 1 << 30) throws(ArchiveError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(path, "open it") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refusal(path, "look at it") }
    guard kind(of: status) == .file else {
      throw .file(path: path, operation: "read it", reason: "not a regular file")
    }
    guard status.st_size <= most else {
      throw .file(path: path, operation: "read it", reason: "larger than \(most) bytes")
    }
    let size = Int(status.st_size)
    var failure: ArchiveError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = 0
      while filled < size, let base = buffer.baseAddress {
        let count = Glibc.read(descriptor, base + filled, size - filled)
        if count < 0, errno == EINTR { continue }
        if count < 0 { failure = refusal(path, "read it") }
        if count <= 0 { return }
        filled += count
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// The names in a folder, in byte order; `.` and `..` left out.
  package static func names(in folder: String) throws(ArchiveError) -> [String] {
    guard let handle = opendir(folder) else { throw refusal(folder, "list it") }
    defer { closedir(handle) }
    var names: [String] = []
    while let record = readdir(handle) {
      let name = withUnsafePointer(to: &record.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The regular files below a folder, in byte order of their paths; links are passed by.
  ///
  /// - Throws: also when there are more than 100,000 files, folders lie deeper than 64 levels, or a name is not UTF-8.
  package static func files(below folder: String) throws(ArchiveError) -> [File] {
    let found = try search(below: folder)
    if let path = found.unnameable.first {
      throw .file(path: "\(folder)/\(path)", operation: "open it", reason: "its name is not UTF-8; rename it")
    }
    return found.files
  }

  /// What a walk found.
  package struct Found {
    /// The regular files, in byte order of their paths.
    package var files: [File] = []
    /// Paths that no text can say, since a name in them is not UTF-8: its bytes are replaced.
    package var unnameable: [String] = []
  }

  /// The regular files below a folder as ``files(below:)`` gives them, and what has no name that can be said.
  package static func search(below folder: String) throws(ArchiveError) -> Found {
    var found = Found()
    try walk(folder, prefix: "", depth: 0, into: &found)
    return found
  }

  private static func walk(
    _ folder: String,
    prefix: String,
    depth: Int,
    into found: inout Found
  ) throws(ArchiveError) {
    guard depth < 64 else {
      throw .file(path: folder, operation: "list it", reason: "folders lie deeper than 64 levels")
    }
    for name in try names(in: folder) {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else {
        // What has just been removed has a name that can be said.
        if name.contains("\u{FFFD}") { found.unnameable.append(prefix + name) }
        continue
      }
      switch kind(of: status) {
      case .file: found.files.append(File(path: prefix + name, size: Int(status.st_size)))
      case .folder: try walk(path, prefix: prefix + name + "/", depth: depth + 1, into: &found)
      default: continue
      }
      guard found.files.count <= 100_000 else {
        throw .file(path: folder, operation: "list it", reason: "it holds more than 100,000 files")
      }
    }
  }

  /// Makes a folder and those above it; those that exist already may be links.
  package static func makeFolder(_ path: String) throws(ArchiveError) {
    if kind(path) == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST && kind(path) == .folder else { throw refusal(path, "make it") }
  }

  /// Writes a file that must not exist yet, without following a link in its place.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(ArchiveError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw refusal(path, "create it") }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw refusal(path, "write it") }
      written += count
    }
  }

  /// Removes a file, a link (not what it points to), or a folder with all that is in it.
  package static func remove(_ path: String) throws(ArchiveError) {
    switch kindOfEntry(path) {
    case .nothing: return
    case .folder:
      for name in try names(in: path) { try remove(path + "/" + name) }
      guard rmdir(path) == 0 else { throw refusal(path, "remove it") }
    default:
      guard unlink(path) == 0 else { throw refusal(path, "remove it") }
    }
  }

  /// Renames within one file system.
  package static func move(_ path: String, to target: String) throws(ArchiveError) {
    guard rename(path, target) == 0 else { throw refusal(target, "put \(path) in its place") }
  }

  private static func refusal(_ path: String, _ operation: String) -> ArchiveError {
    .file(path: path, operation: operation, reason: String(cString: strerror(errno)))
  }
}
