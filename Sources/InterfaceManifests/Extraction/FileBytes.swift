#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few file system calls that extraction needs.
enum FileBytes {
  /// The most bytes that are taken from a pipe, whose size nobody knows before.
  static let mostPiped = 256 << 20

  /// The whole content of a regular file, or of a pipe (`<(…)` of a shell).
  static func read(_ path: String) throws(ManifestError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError(path) }
    if status.st_mode & S_IFMT == S_IFIFO { return try drain(descriptor, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "not a regular file") }
    let size = Int(status.st_size)
    var filled = 0
    var failure: ManifestError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size, let base = buffer.baseAddress {
        let got = Self.read(descriptor, base + filled, size - filled)
        if got == 0 { break }
        if got < 0 {
          failure = systemError(path)
          break
        }
        filled += got
      }
      count = filled
    }
    if let failure { throw failure }
    return bytes
  }

  private static func drain(_ descriptor: Int32, _ path: String) throws(ManifestError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: ManifestError?
    while failure == nil {
      let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        let count = Self.read(descriptor, base, buffer.count)
        if count > 0 { bytes.append(contentsOf: buffer.prefix(count)) }
        return count
      }
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { failure = systemError(path) }
      if bytes.count > mostPiped {
        failure = .unreadable(path: path, reason: "more than \(mostPiped) bytes from a pipe")
      }
    }
    throw failure ?? .unreadable(path: path, reason: "its pipe was closed")
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    systemRead(descriptor, buffer, count)
  }

  enum Kind { case file, folder }

  /// What lies at a path; nil for nothing, and for neither file nor folder. Links are followed.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: nil
    }
  }

  /// The names in a folder, in byte order.
  static func list(_ path: String) throws(ManifestError) -> [String] {
    guard let folder = opendir(path) else { throw systemError(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What lies below a folder.
  struct Tree {
    /// Every file by its path relative to the folder, in byte order.
    var files: [String] = []
    /// What cannot be opened, with the reason: a link to nothing, a name that is no UTF-8.
    var obstacles: [(path: String, reason: String)] = []
  }

  /// A folder and all that lies below it. Links are followed, as a JVM does, but for those that lead back up.
  static func tree(_ root: String) throws(ManifestError) -> Tree {
    var tree = Tree()
    try walk(root, "", within: [], &tree)
    return tree
  }

  private struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private static func walk(
    _ root: String,
    _ prefix: String,
    within above: Set<Identity>,
    _ tree: inout Tree
  ) throws(ManifestError) {
    guard above.count < 64 else { throw .unreadable(path: root, reason: "folders are nested more than 64 deep") }
    var above = above
    var own = stat()
    guard stat(prefix.isEmpty ? root : "\(root)/\(prefix)", &own) == 0 else { throw systemError("\(root)/\(prefix)") }
    guard above.insert(Identity(device: UInt64(own.st_dev), number: UInt64(own.st_ino))).inserted else { return }
    for name in try list(prefix.isEmpty ? root : "\(root)/\(prefix)") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var status = stat()
      guard stat("\(root)/\(path)", &status) == 0 else {
        let reason = path.contains("\u{FFFD}") ? "its name is not UTF-8" : String(cString: strerror(errno))
        tree.obstacles.append((path, reason))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(root, path, within: above, &tree)
      case S_IFREG: tree.files.append(path)
      default: continue
      }
    }
  }

  private static func systemError(_ path: String) -> ManifestError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}

/// Outside the type, whose own `read` would hide the system's.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
