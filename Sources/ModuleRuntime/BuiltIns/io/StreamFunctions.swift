/// Streams over files; those that a run leaves open are named at DEBUG.
enum StreamFunctions {
  static let functions: [BuiltInFunction] = [
    .value("starface.io", "FileInputStream", "String file", "InputStream inputStream") { call in
      let name = call.text(0)
      let path = try InstanceFolder(call.context).path(name)
      if FileTree.kind(path) == nil, let packaged = call.context.packageFile(name) {
        return .object(HostInputStream(bytes: packaged.bytes, name: packaged.name))
      }
      let stream = try HostInputStream(path: path, name: name)
      try RunResources.of(call.context).add(stream)
      return .object(stream)
    },
    .value("starface.io", "FileOutputStream", "String file, Boolean append", "OutputStream outputStream") { call in
      let folder = try InstanceFolder(call.context)
      let isUnnamed = call.text(0).isEmpty
      let path =
        isUnnamed
        ? FolderFunctions.unique(in: folder.root, call.context) : try FileFunctions.file(call.text(0), call.context)
      FileTree.makeFolders(FileTree.parent(path))
      let stream = try HostOutputStream(
        path: path,
        name: isUnnamed ? FileTree.name(path) : call.text(0),
        append: call.boolean(1),
        limit: FileLimits.fileBytes
      )
      try RunResources.of(call.context).add(stream)
      return .object(stream)
    },
    .value("starface.io", "ReadFromStream", "InputStream inputStream, String encoding", "String text") { call in
      let encoding = try TextEncoding(call.text(1))
      return .string(encoding.text(try input(call.value(0)).readAll(limit: FileLimits.fileBytes)))
    },
    .effect("starface.io", "WriteToStream", "OutputStream outputStream, String text, String encoding") { call in
      try output(call.value(0)).write(TextEncoding(call.text(2)).bytes(call.text(1)))
    },
    .effect("starface.io", "CopyStream", "InputStream inputStream, OutputStream outputStream") { call in
      let source = try input(call.value(0))
      let target = try output(call.value(1))
      while true {
        let part = try source.read(upTo: 65_536)
        if part.isEmpty { return }
        try target.write(part)
      }
    },
    // Null is no stream to close and no mistake.
    .effect("starface.io", "CloseStream", "InputStream inputStream, OutputStream outputStream") { call in
      if !call.value(0).isNull { try input(call.value(0)).closeStream() }
      if !call.value(1).isNull { try output(call.value(1)).closeStream() }
    },
  ]

  static func input(_ value: Value) throws(JavaException) -> HostInputStream {
    switch value {
    case .null: throw .nullPointer
    case .object(let stream as HostInputStream): return stream
    default: throw .illegalArgument("\(value.javaClass) is no InputStream of this runtime")
    }
  }

  private static func output(_ value: Value) throws(JavaException) -> HostOutputStream {
    switch value {
    case .null: throw .nullPointer
    case .object(let stream as HostOutputStream): return stream
    default: throw .illegalArgument("\(value.javaClass) is no OutputStream of this runtime")
    }
  }
}
