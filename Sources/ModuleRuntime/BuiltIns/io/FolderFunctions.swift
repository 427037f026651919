/// Folders in the instance's directory. Paths that come out are absolute, as on the appliance.
enum FolderFunctions {
  static let functions: [BuiltInFunction] = [
    .effect("starface.io", "CleanDataDir", "") { call in
      let root = try InstanceFolder(call.context).root
      for name in FileTree.names(in: root) ?? [] { FileTree.remove("\(root)/\(name)") }
    },
    .values("starface.io", "CreateDir", "String parentDir, String dirName", "String dir, boolean successful") { call in
      let path = try child(call.text(0), call.text(1), call.context)
      let isFolder = FileTree.kind(path) == .folder || FileTree.makeFolders(path)
      if !isFolder { call.context.log(.warn, "'\(path)' cannot be made") }
      return [.string(path), .boolean(isFolder)]
    },
    .values(
      "starface.io",
      "CreateLink",
      "String parentDir, String target, String fileName",
      "String file, boolean successful"
    ) { call in
      guard !call.text(1).isEmpty else { throw JavaException.illegalArgument("no target is named") }
      let target = try InstanceFolder(call.context).path(call.text(1))
      let path = try child(call.text(0), call.text(2), call.context)
      let isMade = FileTree.kind(target) != nil && FileTree.kind(path) == nil && FileTree.link(path, to: target)
      if !isMade { call.context.log(.warn, "the link '\(path)' to '\(call.text(1))' cannot be made") }
      return [.string(path), .boolean(isMade)]
    },
    .value("starface.io", "DirExists", "String path", "Boolean dirExists") { call in
      .boolean(FileTree.kind(try InstanceFolder(call.context).path(call.text(0))) == .folder)
    },
    .value("starface.io", "ListFiles", "String path", "List fileList") { call in
      try list(call) { if case .file? = $0 { true } else { false } }
    },
    .value("starface.io", "ListDirs", "String path", "List dirList") { call in try list(call) { $0 == .folder } },
    .value("starface.io", "GetFileOrDirName", "String path", "String fileOrDirName") { call in
      .string(FileTree.name(call.text(0)))
    },
    .value("starface.io", "GetParentDir", "String path", "String parentDirectory") { call in
      let path = call.text(0)
      if path.isEmpty { return .string(try InstanceFolder(call.context).root) }
      guard path.contains("/"), path != "/" else { return .string("") }
      let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
      return .string(trimmed.contains("/") ? FileTree.parent(trimmed) : "")
    },
    .value("starface.io", "GetFreeSpace", "String returnIn", "double freeSpace") { call in
      let units = ["": 1, "kilobytes": 1, "megabytes": 2, "gigabytes": 3, "terabytes": 4]
      guard let power = units[call.text(0).lowercased()] else {
        throw JavaException.illegalArgument("unit '\(call.text(0))' is not known")
      }
      guard let bytes = FileTree.freeBytes(try InstanceFolder(call.context).root) else { return .double(-1) }
      return .double((0..<power).reduce(bytes) { size, _ in size / 1024 })
    },
    .value("starface.experimentalFunctions", "GetAbsolutePathToInstanceDataDir", "", "String absolutePathToDataDir") {
      call in .string(try InstanceFolder(call.context).root)
    },
  ]

  /// A path below a folder; a name that nothing has when none is given.
  private static func child(
    _ parent: String,
    _ name: String,
    _ context: any BuiltInContext
  ) throws(JavaException) -> String {
    let folder = try InstanceFolder(context)
    let base = try folder.path(parent)
    if name.isEmpty { return unique(in: base, context) }
    return try folder.path("\(base)/\(name)", followsLast: false)
  }

  /// A path in a folder that nothing has.
  static func unique(in folder: String, _ context: any BuiltInContext) -> String {
    while true {
      let path = "\(folder)/\(String(context.random(), radix: 16))"
      if FileTree.kind(path) == nil { return path }
    }
  }

  private static func list(_ call: BuiltInCall, _ isWanted: (FileTree.Kind?) -> Bool) throws(JavaException) -> Value {
    let folder = try InstanceFolder(call.context)
    let path = try folder.path(call.text(0))
    guard let names = FileTree.names(in: path) else {
      throw JavaException("java.io.IOException", "'\(call.text(0))' is no directory")
    }
    // A link counts as what it leads to.
    return .list(
      names.map { "\(path)/\($0)" }.filter { isWanted(FileTree.real($0).flatMap { FileTree.kind($0) }) }
        .map { .string($0) }
    )
  }
}
