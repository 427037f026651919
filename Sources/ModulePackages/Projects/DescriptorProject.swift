import Archives
import Findings
import ModuleDescriptors
import XMLTrees

/// A project whose `module-descriptor.xml` is the source of truth: mostly an unpacked package.
struct DescriptorProject {
  let folder: String
  let options: BuildOptions

  func build() async throws(ProjectError) -> BuiltPackage {
    var collector = EntryCollector(folder: folder)
    let original = try collector.read(ProjectLayout.descriptor)
    var descriptor = try parse(original)
    if let time = options.bump { descriptor = try bumped(descriptor, to: time) }
    try collect(descriptor, into: &collector)
    let compiled = try await compile(descriptor, into: &collector)
    var renewal = FunctionRenewal(descriptor)
    for signature in try compiled.functions(beside: companionClasses(collector)) {
      renewal.renew(signature, entry: fileName(ofClass: signature.simpleName, descriptor))
    }
    descriptor = renewal.descriptor
    let isUntouched = options.bump == nil && renewal.changes.isEmpty
    let bytes = isUntouched ? original : descriptor.write()
    collector.add(ProjectLayout.descriptor, bytes, from: ProjectLayout.descriptor)
    let changed = descriptor.lastChangedTime
    let hadManifest = collector.entries[PackageEntry.manifestPath] != nil
    if !hadManifest {
      let platform = platform(of: descriptor)?.description ?? descriptor.createdWith
      let manifest = PackageManifest.made(moduleID: descriptor.id, platform: platform, milliseconds: changed)
      collector.add(PackageEntry.manifestPath, manifest.bytes(), from: "the manifest")
    }
    let package = try collector.archive(epoch: options.sourceDateEpoch ?? changed / 1000)
    if options.bump != nil { try save(bytes) }
    return BuiltPackage(
      bytes: package,
      fileName: descriptor.fileName,
      descriptor: descriptor,
      compiledSources: try JavaSources(collector).files,
      renewals: renewal.changes
    )
  }

  private func parse(_ bytes: [UInt8]) throws(ProjectError) -> ModuleDescriptor {
    do throws(DescriptorError) {
      return try ModuleDescriptor.parse(bytes).descriptor
    } catch {
      throw ProjectError(
        .source,
        file: ProjectLayout.descriptor,
        line: error.position.line,
        column: error.position.column,
        error.finding.message,
        hint: error.mend
      )
    }
  }

  private func collect(_ descriptor: ModuleDescriptor, into collector: inout EntryCollector) throws(ProjectError) {
    try collector.addUntold()
    try collector.addFiles(of: ProjectLayout.classes) { $0 }
    try collector.addFiles(of: ProjectLayout.libraries) { $0 }
    try collector.addFiles(of: ProjectLayout.other) {
      ProjectLayout.other + "/" + $0 == ProjectLayout.folders ? nil : $0
    }
    let files = ProjectLayout.resourceFiles(descriptor.fileResources)
    let entries = Dictionary(files.map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
    for file in try collector.files(of: ProjectLayout.resources) {
      let path = ProjectLayout.resources + "/" + file
      if let entry = entries[path] {
        collector.add(entry, try collector.read(path), from: path)
      } else {
        collector.report(
          path,
          "the descriptor declares no file resource of this name",
          hint: ModuleComposer.nearest(
            file,
            entries.keys.map { String($0.dropFirst(ProjectLayout.resources.count + 1)) }.sorted()
          )
        )
      }
    }
  }

  private func platform(of descriptor: ModuleDescriptor) -> PlatformLevel? {
    descriptor.createdWith.split(separator: " ").last.flatMap { PlatformLevel(version: String($0)) }
  }

  private func compile(
    _ descriptor: ModuleDescriptor,
    into collector: inout EntryCollector
  ) async throws(ProjectError) -> [CompiledClass] {
    let sources = try JavaSources(collector)
    guard !sources.isEmpty else { return [] }
    guard let platform = platform(of: descriptor) else {
      throw ProjectError(
        .source,
        file: ProjectLayout.descriptor,
        "createdWith is \"\(descriptor.createdWith)\", so the Java level to compile for is not known",
        hint: "write it as `STARFACE 7.3.0.5`"
      )
    }
    let classes = try await sources.compile(
      for: platform,
      options: options,
      beside: collector.companions(companionClasses(collector))
    )
    for compiled in classes {
      let name = fileName(ofClass: compiled.simpleName, descriptor)
      let entry = name == compiled.simpleName + ".class" ? name : "res/" + name
      collector.add(entry, compiled.bytes, from: compiled.source)
    }
    return classes
  }

  /// The classes that came with the project; what cannot be read is for the validator to tell.
  private func companionClasses(_ collector: EntryCollector) -> [CompiledClass] {
    collector.entries.filter { $0.key.hasSuffix(".class") }.sorted { $0.key < $1.key }.compactMap { path, bytes in
      try? CompiledClass(bytes, source: path)
    }
  }

  /// The name of the entry that a compiled class belongs to: that of the file resource which holds the class when it
  /// was uploaded in the designer, else its own.
  private func fileName(ofClass simpleName: String, _ descriptor: ModuleDescriptor) -> String {
    let name = simpleName + ".class"
    let resource = descriptor.fileResources.first { $0.name == name }
    return resource.map { String($0.entry.dropFirst("res/".count)) } ?? name
  }

  // MARK: raising the version

  /// Version and last change raised. The licence hash is only renewed where it fitted before: a module that needed no
  /// platform licence goes on needing none, and one that its vendor licenses is never set free.
  private func bumped(_ descriptor: ModuleDescriptor, to time: Int) throws(ProjectError) -> ModuleDescriptor {
    let current = ModuleIdentity.noLicenseID(
      moduleID: descriptor.id,
      lastChangedTime: String(descriptor.lastChangedTime)
    )
    guard descriptor.noLicenseID == current else {
      throw ProjectError(
        .refused,
        file: ProjectLayout.descriptor,
        "--bump would have to write a new noLicenseId, but the one that stands there is not that of a module "
          + "without a platform licence",
        hint: "such a module is licensed by its vendor; only the vendor can release a new version of it. Build it "
          + "without --bump"
      )
    }
    var descriptor = descriptor
    descriptor.head.version += 1
    descriptor.lastChangedTime = max(time, descriptor.lastChangedTime + 1)
    descriptor.noLicenseID = ModuleIdentity.noLicenseID(
      moduleID: descriptor.id,
      lastChangedTime: String(descriptor.lastChangedTime)
    )
    return descriptor
  }

  private func save(_ bytes: [UInt8]) throws(ProjectError) {
    do throws(ArchiveError) {
      try AtomicFile.write(bytes, to: folder + "/" + ProjectLayout.descriptor)
    } catch {
      throw ProjectError(error, file: ProjectLayout.descriptor)
    }
  }
}
