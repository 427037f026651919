#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What files there are, by the system's own calls; paths are taken as they are (``InstanceFolder`` checks them).
enum FileTree {
  /// What stands at a path.
  enum Kind: Equatable {
    case file(size: Int)
    case folder
    case link
    case other
  }

  /// What stands at a path, a link not followed; nil for nothing.
  static func kind(_ path: String) -> Kind? {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    return switch info.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(info.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The path without links; nil when nothing is there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder, in byte order; nil when it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The bytes of a file; 0 for everything else.
  static func size(_ path: String) -> Int {
    if case .file(let size) = kind(path) { size } else { 0 }
  }

  /// The path without its last part.
  static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The last part of a path.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Renames what is at a path; false when something has the new name.
  static func rename(_ path: String, to new: String) -> Bool {
    kind(path) != nil && kind(new) == nil && renameEntry(path, new) == 0
  }

  /// Makes a symbolic link.
  static func link(_ path: String, to target: String) -> Bool { symlink(target, path) == 0 }

  /// The bytes that are free where a folder is; nil when that is not known.
  static func freeBytes(_ path: String) -> Double? {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return nil }
    return Double(info.f_bavail) * Double(info.f_frsize)
  }

  /// Makes a folder and those above it.
  @discardableResult
  static func makeFolders(_ path: String) -> Bool {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { return false }
    }
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a file, or a folder with what is in it; links are removed, not followed. True when it is gone.
  @discardableResult
  static func remove(_ path: String) -> Bool {
    guard let kind = kind(path) else { return true }
    guard kind == .folder else { return unlink(path) == 0 }
    for name in names(in: path) ?? [] where !remove("\(path)/\(name)") { return false }
    return rmdir(path) == 0
  }

  /// The bytes of a file; nil when it cannot be read, or is larger than `limit`.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    while true {
      guard let part = read(file, upTo: 65_536) else { return nil }
      if part.isEmpty { return bytes }
      bytes += part
      if bytes.count > limit { return nil }
    }
  }

  /// Some bytes of an open file, none at its end; nil for an error.
  static func read(_ file: Int32, upTo count: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got: Int
      repeat { got = readBytes(file, buffer.baseAddress, count) } while got < 0 && errno == EINTR
      failed = got < 0
      filled = max(0, got)
    }
    return failed ? nil : bytes
  }

  /// Writes a file anew, or behind its end.
  static func write(_ bytes: [UInt8], to path: String, append: Bool) -> Bool {
    let file = openForWriting(path, append: append)
    guard file >= 0 else { return false }
    defer { close(file) }
    return write(bytes, to: file)
  }

  /// Opens a file for writing; negative for an error.
  static func openForWriting(_ path: String, append: Bool) -> Int32 {
    open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o644)
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let wrote = writeBytes(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else { return false }
        done += wrote
      }
      return true
    }
  }
}

// `FileTree` has members of these names.
private func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func writeBytes(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}

private func renameEntry(_ old: String, _ new: String) -> Int32 { rename(old, new) }
