import Archives
import ClassFiles
import ModuleDescriptors

/// A project written by hand: `module.yml`, Java classes or their sources, files.
struct SourceProject {
  let folder: String
  let options: BuildOptions

  func build() async throws(ProjectError) -> BuiltPackage {
    var collector = EntryCollector(folder: folder)
    let original = String(decoding: try collector.read(ProjectLayout.source), as: UTF8.self)
    var text = original
    if let time = options.bump { text = try SourceBump.bumped(original, changed: time) }
    let source = try ModuleSource(yaml: text, file: ProjectLayout.source)
    guard let platform = PlatformLevel(version: source.platform) else {
      throw ProjectError(.source, file: ProjectLayout.source, "platform \"\(source.platform)\" is not known")
    }
    try collector.addFiles(of: ProjectLayout.libraries) { $0 }
    try collector.addFiles(of: ProjectLayout.other) { $0 }
    let files = try collectResources(source, into: &collector)
    var classes = try collectClasses(into: &collector)
    let sources = try JavaSources(collector)
    for compiled in try await sources.compile(for: platform, options: options, beside: collector.companions(classes)) {
      collector.add(compiled.simpleName + ".class", compiled.bytes, from: compiled.source)
      classes.append(compiled)
    }
    guard collector.problems.isEmpty else { throw ProjectError(.source, collector.problems) }
    var composer = ModuleComposer(source, javaFunctions: try classes.functions(), files: files)
    let descriptor = try composer.compose()
    collector.add(ProjectLayout.descriptor, descriptor.write(), from: ProjectLayout.source)
    let manifest = PackageManifest.made(moduleID: source.id, platform: source.platform, milliseconds: source.changed)
    collector.add(PackageEntry.manifestPath, manifest.bytes(), from: ProjectLayout.source)
    let package = try collector.archive(epoch: options.sourceDateEpoch ?? source.changed / 1000)
    if text != original { try save(text) }
    return BuiltPackage(
      bytes: package,
      fileName: descriptor.fileName,
      descriptor: descriptor,
      compiledSources: sources.files
    )
  }

  /// The files of `resources/`, each a `file` resource under an id that follows from its name.
  private func collectResources(
    _ source: ModuleSource,
    into collector: inout EntryCollector
  ) throws(ProjectError) -> [FileResource] {
    var files: [FileResource] = []
    for name in try collector.files(of: ProjectLayout.resources) {
      let path = ProjectLayout.resources + "/" + name
      guard SafeName.isPlain(name) else {
        collector.report(path, "cannot be a file resource", hint: "files lie directly in resources/, with plain names")
        continue
      }
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 1, let fileExtension = parts.last else {
        collector.report(path, "has no extension, which a file resource needs")
        continue
      }
      let resource = FileResource(
        id: ModuleIdentity.derivedID(moduleID: source.id, path: "resource", name),
        name: name,
        fileExtension: String(fileExtension)
      )
      collector.add(resource.entry, try collector.read(path), from: path)
      files.append(resource)
    }
    return files
  }

  /// The compiled classes, flat in the root by their simple names, as the appliance keeps them.
  private func collectClasses(into collector: inout EntryCollector) throws(ProjectError) -> [CompiledClass] {
    var classes: [CompiledClass] = []
    for file in try collector.files(of: ProjectLayout.classes) {
      let path = ProjectLayout.classes + "/" + file
      let bytes = try collector.read(path)
      guard file.hasSuffix(".class") else {
        collector.add(file, bytes, from: path)
        continue
      }
      do throws(ClassFileError) {
        let compiled = try CompiledClass(bytes, source: path)
        collector.add(compiled.simpleName + ".class", bytes, from: path)
        classes.append(compiled)
      } catch {
        collector.report(path, "is no class file: \(error)")
      }
    }
    return classes
  }

  private func save(_ text: String) throws(ProjectError) {
    do throws(ArchiveError) {
      try AtomicFile.write(Array(text.utf8), to: folder + "/" + ProjectLayout.source)
    } catch {
      throw ProjectError(error, file: ProjectLayout.source)
    }
  }
}
