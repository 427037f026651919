#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A `java.io.InputStream` over a file or bytes. `@unchecked Sendable` for the same reason as ``JavaList``.
final class HostInputStream: OpaqueObject, RunResource, @unchecked Sendable {
  private enum Source {
    case file(Int32)
    case bytes(ArraySlice<UInt8>)
    case closed
  }

  let javaClass: String
  private let name: String
  private var source: Source

  /// Over bytes that are there already; nobody minds when it is not closed.
  init(bytes: [UInt8], name: String) {
    javaClass = "java.io.ByteArrayInputStream"
    self.name = name
    source = .bytes(bytes[...])
  }

  /// Over a file.
  init(path: String, name: String) throws(JavaException) {
    javaClass = "java.io.FileInputStream"
    self.name = name
    guard case .file = FileTree.kind(path) else { throw .fileNotFound(name, FileTree.kind(path)) }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .fileNotFound(name, nil) }
    source = .file(file)
  }

  var javaText: String { "\(javaClass)@\(name)" }

  /// The next bytes, none at the end.
  func read(upTo count: Int) throws(JavaException) -> [UInt8] {
    switch source {
    case .closed: throw JavaException("java.io.IOException", "Stream Closed")
    case .bytes(let left):
      source = .bytes(left.dropFirst(count))
      return Array(left.prefix(count))
    case .file(let file):
      guard let bytes = FileTree.read(file, upTo: count) else {
        throw JavaException("java.io.IOException", "'\(name)' cannot be read")
      }
      return bytes
    }
  }

  /// Everything that is left; more than `limit` bytes do not fit.
  func readAll(limit: Int) throws(JavaException) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try read(upTo: 65_536)
      if part.isEmpty { return bytes }
      bytes += part
      if bytes.count > limit { throw JavaException("java.lang.OutOfMemoryError", "Java heap space") }
    }
  }

  func closeStream() {
    if case .file(let file) = source { close(file) }
    source = .closed
  }

  func runEnds(failed: Bool) -> (level: LogLevel, message: String)? {
    guard case .file = source else { return nil }
    return (.debug, "InputStream of '\(name)' was not closed")
  }

  deinit { closeStream() }
}

/// A `java.io.FileOutputStream`. `@unchecked Sendable` for the same reason as ``JavaList``.
final class HostOutputStream: OpaqueObject, RunResource, @unchecked Sendable {
  let javaClass = "java.io.FileOutputStream"
  private let name: String
  private var file: Int32?
  private var left: Int

  /// Over a file, which may grow by `limit` bytes.
  init(path: String, name: String, append: Bool, limit: Int) throws(JavaException) {
    self.name = name
    left = limit
    let file = FileTree.openForWriting(path, append: append)
    guard file >= 0 else { throw .fileNotFound(name, FileTree.kind(path)) }
    self.file = file
  }

  var javaText: String { "\(javaClass)@\(name)" }

  func write(_ bytes: [UInt8]) throws(JavaException) {
    guard let file else { throw JavaException("java.io.IOException", "Stream Closed") }
    left -= bytes.count
    guard left >= 0, FileTree.write(bytes, to: file) else {
      throw JavaException("java.io.IOException", "'\(name)' cannot be written: No space left on device")
    }
  }

  func closeStream() {
    if let file { close(file) }
    file = nil
  }

  func runEnds(failed: Bool) -> (level: LogLevel, message: String)? {
    file == nil ? nil : (.debug, "OutputStream of '\(name)' was not closed")
  }

  deinit { closeStream() }
}

extension JavaException {
  /// As `FileInputStream` says it.
  static func fileNotFound(_ name: String, _ kind: FileTree.Kind?) -> JavaException {
    let reason =
      switch kind {
      case nil: "No such file or directory"
      case .folder?: "Is a directory"
      default: "Permission denied"
      }
    return JavaException("java.io.FileNotFoundException", "\(name) (\(reason))")
  }
}
