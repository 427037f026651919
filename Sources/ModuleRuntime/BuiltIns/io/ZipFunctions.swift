import Archives

/// ZIP archives in the instance's directory, within the budgets of ``ArchiveLimits``.
enum ZipFunctions {
  static let functions: [BuiltInFunction] = [
    // The level changes the size only; here it is always the same.
    .value(
      "starface.io",
      "CompressToZIP",
      "List source, String destination, int compressionLevel, boolean forceOverwrite, boolean deleteSource",
      "boolean successful"
    ) { call in
      let destination = try FileFunctions.file(call.text(1), call.context)
      guard (0...9).contains(call.int(2) ?? 0) else {
        throw JavaException.illegalArgument("the compression level has to be from 0 to 9")
      }
      var sources: [String] = []
      for source in try call.list(0).elements {
        let path = try InstanceFolder(call.context).path(source.text)
        guard !source.text.isEmpty, FileTree.kind(path) != nil else {
          return FileFunctions.answer(call, "'\(source.text)' does not exist") { false }
        }
        sources.append(path)
      }
      return try FileFunctions.answer(call, "'\(call.text(1))' cannot be written") {
        guard call.boolean(3) || FileTree.kind(destination) == nil else { return false }
        let bytes = try archive(sources, except: destination, at: call.context.now)
        guard try FileFunctions.write(bytes, to: destination, append: false, call.context) else { return false }
        return !call.boolean(4) || sources.filter { $0 != destination }.allSatisfy { FileTree.remove($0) }
      }
    },
    .value("starface.io", "UnzipFile", "String targetDir, String zipFileName", "boolean successful") { call in
      let folder = try InstanceFolder(call.context)
      let target = try folder.path(call.text(0))
      let bytes = try FileFunctions.content(call.text(1), call.context)
      do {
        let archive = Archive(bytes: bytes)
        guard !archive.entries.isEmpty else {
          return FileFunctions.answer(call, "'\(call.text(1))' is no ZIP archive, or empty") { false }
        }
        for entry in archive.entries {
          try unpack(entry, of: archive, below: target, folder, call.context)
        }
        return .boolean(true)
      } catch let error as ArchiveError {
        return FileFunctions.answer(call, "'\(call.text(1))' cannot be unpacked: \(error)") { false }
      }
    },
  ]

  private static func archive(_ sources: [String], except own: String, at time: Int64) throws -> [UInt8] {
    var writer = ArchiveWriter(epoch: Int(time / 1000))
    var left = ArchiveLimits().totalBytes
    func add(_ path: String, as name: String) throws {
      switch FileTree.kind(path) {
      case .file? where path != own:
        guard let bytes = FileTree.read(path, limit: min(left, FileLimits.fileBytes)) else {
          throw JavaException("java.io.IOException", "'\(name)' cannot be read, or the archive would be too large")
        }
        left -= bytes.count
        try writer.add(name, bytes)
      case .folder?:
        try writer.add(name + "/", [])
        for child in FileTree.names(in: path) ?? [] { try add("\(path)/\(child)", as: "\(name)/\(child)") }
      // Links are left out: what they lead to is in the directory anyhow.
      default: break
      }
    }
    do {
      for source in sources { try add(source, as: FileTree.name(source)) }
      return try writer.bytes()
    } catch let error as ArchiveError {
      throw JavaException("java.util.zip.ZipException", "\(error)")
    }
  }

  private static func unpack(
    _ entry: ArchiveEntry,
    of archive: Archive,
    below target: String,
    _ folder: InstanceFolder,
    _ context: any BuiltInContext
  ) throws {
    let isClimbing = entry.name.split(separator: "/").contains("..")
    guard !entry.name.hasPrefix("/"), !isClimbing, !entry.name.contains("\\"), !entry.isSymbolicLink else {
      throw JavaException("java.lang.SecurityException", "entry '\(entry.name)' leaves the target directory")
    }
    let path = try folder.path("\(target)/\(entry.name)")
    if entry.isDirectory {
      guard FileTree.makeFolders(path) else {
        throw JavaException("java.io.IOException", "'\(entry.name)' cannot be made")
      }
      return
    }
    guard try FileFunctions.write(archive.content(of: entry), to: path, append: false, context) else {
      throw JavaException("java.io.IOException", "'\(entry.name)' cannot be written")
    }
  }
}
