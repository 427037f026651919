#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few file system calls that extraction needs.
enum FileBytes {
  /// The whole content of a regular file.
  static func read(_ path: String) throws(ManifestError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError(path) }
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

  /// Every file below a folder by its path relative to it, in byte order; links to folders are not followed.
  static func tree(_ root: String) throws(ManifestError) -> [String] {
    var files: [String] = []
    try walk(root, "", depth: 0, &files)
    return files
  }

  private static func walk(
    _ root: String,
    _ prefix: String,
    depth: Int,
    _ files: inout [String]
  ) throws(ManifestError) {
    guard depth < 64 else { throw .unreadable(path: root, reason: "folders are nested more than 64 deep") }
    for name in try list(prefix.isEmpty ? root : "\(root)/\(prefix)") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var status = stat()
      guard lstat("\(root)/\(path)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(root, path, depth: depth + 1, &files)
      case S_IFREG: files.append(path)
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
