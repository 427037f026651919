/// Single files in the instance's directory; files of the module's package can be read by the resource's id or name.
///
/// A function with a flag of success answers `false` when the system says no, and the log says why; a path that leaves
/// the directory always throws.
enum FileFunctions {
  static let functions: [BuiltInFunction] = [
    .value("starface.io", "ReadFromFile", "String file, String encoding", "String text") { call in
      let encoding = try TextEncoding(call.text(1))
      return .string(encoding.text(try content(call.text(0), call.context)))
    },
    .value(
      "starface.io",
      "WriteToFile",
      "String file, String encoding, Boolean append, String text",
      "boolean successful"
    ) { call in
      let encoding = try TextEncoding(call.text(1))
      let path = try file(call.text(0), call.context)
      return try answer(call, "'\(call.text(0))' cannot be written") {
        try write(encoding.bytes(call.text(3)), to: path, append: call.boolean(2), call.context)
      }
    },
    .value("starface.io", "FileExists", "String file", "Boolean exists") { call in
      let path = try InstanceFolder(call.context).path(call.text(0))
      if case .file = FileTree.kind(path) { return .boolean(true) }
      return .boolean(call.context.packageFile(call.text(0)) != nil)
    },
    .value("starface.io", "DeleteFile", "String file", "boolean successful") { call in
      let folder = try InstanceFolder(call.context)
      let path = try folder.path(call.text(0), followsLast: false)
      guard path != folder.root else {
        throw JavaException.illegalArgument("the instance's directory itself cannot be deleted")
      }
      return answer(call, "'\(call.text(0))' cannot be deleted") { FileTree.remove(path) }
    },
    .value(
      "starface.io",
      "CopyFile",
      "String source, String destination, boolean forceOverwrite",
      "boolean successful"
    ) { call in
      let destination = try file(call.text(1), call.context)
      guard let source = try existing(call.text(0), call.context) else {
        guard let packaged = call.context.packageFile(call.text(0)) else {
          return answer(call, "'\(call.text(0))' does not exist") { false }
        }
        return try answer(call, "'\(call.text(1))' cannot be written") {
          guard call.boolean(2) || FileTree.kind(destination) == nil else { return false }
          return try write(packaged.bytes, to: destination, append: false, call.context)
        }
      }
      return try answer(call, "'\(call.text(0))' cannot be copied to '\(call.text(1))'") {
        try TreeCopy(overwrites: call.boolean(2), call.context).copy(source, to: destination)
      }
    },
    .value(
      "starface.io",
      "MoveFile",
      "String source, String destination, boolean forceOverwrite",
      "boolean successful"
    ) { call in
      let folder = try InstanceFolder(call.context)
      let source = try folder.path(call.text(0), followsLast: false)
      let destination = try file(call.text(1), call.context)
      guard source != folder.root else {
        throw JavaException.illegalArgument("the instance's directory itself cannot be moved")
      }
      return try answer(call, "'\(call.text(0))' cannot be moved to '\(call.text(1))'") {
        try TreeCopy(overwrites: call.boolean(2), call.context).copy(source, to: destination)
          && (source == destination || FileTree.remove(source))
      }
    },
    .value(
      "starface.io",
      "RenameFileOrDir",
      "String parentDir, String originalName, String newName",
      "boolean successful"
    ) { call in
      let folder = try InstanceFolder(call.context)
      let parent = try folder.path(call.text(0))
      for name in [call.text(1), call.text(2)] where name.isEmpty || name.contains("/") || name == ".." || name == "." {
        throw JavaException.illegalArgument("'\(name)' is no name of a file or directory")
      }
      return answer(call, "'\(call.text(1))' cannot be renamed to '\(call.text(2))'") {
        FileTree.rename("\(parent)/\(call.text(1))", to: "\(parent)/\(call.text(2))")
      }
    },
  ]

  /// The bytes of a file of the instance, else of the module's package.
  static func content(_ name: String, _ context: any BuiltInContext) throws(JavaException) -> [UInt8] {
    let path = try InstanceFolder(context).path(name)
    let kind = FileTree.kind(path)
    guard case .file = kind else {
      if let packaged = context.packageFile(name) { return packaged.bytes }
      throw .fileNotFound(name, kind)
    }
    guard let bytes = FileTree.read(path, limit: FileLimits.fileBytes) else {
      throw JavaException(
        "java.io.IOException",
        "'\(name)' cannot be read, or has more than \(FileLimits.fileBytes) bytes"
      )
    }
    return bytes
  }

  /// Where a file is written; the directory itself is none.
  static func file(_ name: String, _ context: any BuiltInContext) throws(JavaException) -> String {
    let folder = try InstanceFolder(context)
    let path = try folder.path(name)
    guard path != folder.root else { throw .illegalArgument("no file is named") }
    return path
  }

  /// The path of something that is there.
  static func existing(_ name: String, _ context: any BuiltInContext) throws(JavaException) -> String? {
    let path = try InstanceFolder(context).path(name)
    return name.isEmpty || FileTree.kind(path) == nil ? nil : path
  }

  /// Writes a file; missing folders above it are made.
  static func write(
    _ bytes: [UInt8],
    to path: String,
    append: Bool,
    _ context: any BuiltInContext
  ) throws(JavaException) -> Bool {
    let used = append ? FileTree.size(path) : 0
    guard used + bytes.count <= FileLimits.fileBytes else {
      throw JavaException("java.io.IOException", "a file may have \(FileLimits.fileBytes) bytes")
    }
    FileTree.makeFolders(FileTree.parent(path))
    return FileTree.write(bytes, to: path, append: append)
  }

  /// The flag of success; the log says why when it is `false`.
  static func answer(_ call: BuiltInCall, _ failure: String, _ work: () throws -> Bool) rethrows -> Value {
    let done = try work()
    if !done { call.context.log(.warn, failure) }
    return .boolean(done)
  }
}

/// What files of a module may cost.
enum FileLimits {
  /// Bytes of one file.
  static let fileBytes = 256 << 20
  /// Files and folders in one copy or archive.
  static let entries = 100_000
}

/// Copies files and folders; folders merge.
struct TreeCopy {
  let overwrites: Bool
  private let folder: InstanceFolder
  private let context: any BuiltInContext

  init(overwrites: Bool, _ context: any BuiltInContext) throws(JavaException) {
    self.overwrites = overwrites
    self.context = context
    folder = try InstanceFolder(context)
  }

  /// Copies; false when something is in the way or cannot be read. A folder is never copied into itself.
  func copy(_ source: String, to destination: String) throws(JavaException) -> Bool {
    if source == destination { return overwrites }
    guard !destination.hasPrefix(source + "/") else {
      throw .illegalArgument("a directory cannot be copied into itself")
    }
    switch FileTree.kind(source) {
    case .file?:
      guard overwrites || FileTree.kind(destination) == nil,
        let bytes = FileTree.read(source, limit: FileLimits.fileBytes)
      else { return false }
      return try FileFunctions.write(bytes, to: destination, append: false, context)
    case .folder?:
      guard FileTree.makeFolders(destination) else { return false }
      for name in FileTree.names(in: source) ?? [] {
        guard try copy("\(source)/\(name)", to: "\(destination)/\(name)") else { return false }
      }
      return true
    case .link?:
      guard let target = FileTree.real(source), folder.contains(target) else { return false }
      return try copy(target, to: destination)
    case .other?, nil:
      return false
    }
  }
}
