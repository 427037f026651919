private import Archives

/// `ModuleInstance.getFileResource(id)`: a file of the package, laid out beside the instances' data so that Java code can
/// open it.
extension ModuleRuntime {
  func fileResource(_ call: PlatformCall) -> PlatformAnswer {
    guard let id = call.text(0), let module = call.receiver.property("moduleId")?.text,
      let file = core.modules[module]?.files?.find(id), let data = core.dataFolder
    else { return .value(.null) }
    // The name is the package's: it may not lead elsewhere.
    let last = file.name.split(separator: "/").last.map(String.init) ?? ""
    let name = last.isEmpty || last == "." || last == ".." ? "file" : last
    let folder = "\(data)/resources/\(module)"
    let path = "\(folder)/\(name)"
    guard FileTree.makeFolders(folder) else {
      return .failure(JavaException("java.io.IOException", "\(folder) cannot be made"))
    }
    do throws(ArchiveError) {
      try AtomicFile.write(file.bytes, to: path)
    } catch {
      return .failure(JavaException("java.io.IOException", error.description))
    }
    let dot = name.lastIndex(of: ".")
    return .value(
      .bean(
        "de.vertico.starface.module.core.model.resource.FileResource",
        [
          "id": .string(id), "name": .string(file.name), "realFile": .string(path), "realFileName": .string(name),
          "realFileExtension": .string(dot.map { String(name[name.index(after: $0)...]) } ?? ""),
        ]
      )
    )
  }
}
