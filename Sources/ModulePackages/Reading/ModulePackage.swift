public import Archives
public import Findings
public import ModuleDescriptors

/// A `.sfm` package as one value: its archive, manifest, descriptor, classes and jars (package-format.md section 1).
///
/// Made by `PackageReader`. Manifest and descriptor are read; classes are parsed and jars opened when first asked for.
/// What is missing or cannot be understood is absent here and told by a finding.
public struct ModulePackage: Sendable {
  /// The path for people, as given.
  public let path: String
  /// The archive.
  public let archive: Archive
  /// The entries and what they are for, in the archive's order.
  public let entries: [PackageEntry]
  /// The manifest; nil when it is missing.
  public let manifest: PackageManifest?
  /// The descriptor; nil when it is missing or cannot be read.
  public let descriptor: ModuleDescriptor?
  /// Why there is no descriptor although there is such an entry.
  public let descriptorError: DescriptorError?
  /// What is unknown, missing or wrong in the descriptor; `findings` holds the same as findings.
  public let descriptorDefects: [DescriptorDefect]
  /// The package's own classes, in the archive's order; those of bundled jars are in `libraries`.
  public var classes: [PackageClass] { classList.value }
  /// The bundled jars, in the archive's order.
  public let libraries: [PackageLibrary]
  /// What was found on the way: the archive's structure, the manifest's and descriptor's syntax. Contents of bundled
  /// jars and of classes are not looked at.
  public let findings: [Finding]

  /// Made when asked for: listing a jar needs neither its classes nor its names in a dictionary.
  private let entryIndices: Lazy<[String: Int]>
  private let classList: Lazy<[PackageClass]>
  private let functions: Lazy<[JavaFunction]>

  init(
    path: String,
    archive: Archive,
    entries: [PackageEntry],
    manifest: PackageManifest?,
    descriptor: ModuleDescriptor?,
    descriptorError: DescriptorError?,
    descriptorDefects: [DescriptorDefect],
    findings: [Finding]
  ) {
    self.path = path
    self.archive = archive
    self.entries = entries
    self.manifest = manifest
    self.descriptor = descriptor
    self.descriptorError = descriptorError
    self.descriptorDefects = descriptorDefects
    self.findings = findings
    // Of several entries of one name the last counts, as in Java.
    entryIndices = Lazy { Dictionary(entries.indices.map { (entries[$0].path, $0) }, uniquingKeysWith: { $1 }) }
    let classes = Lazy { entries.filter { $0.kind == .class }.map { PackageClass($0, of: archive) } }
    classList = classes
    libraries = entries.indices.lazy.filter { entries[$0].kind == .library }.prefix(archive.limits.archives).map {
      PackageLibrary(entries[$0], of: archive)
    }
    functions = Lazy { descriptor.map { JavaFunction.all(of: $0, classes: classes.value) } ?? [] }
  }

  /// The entry at that path; of several, the last.
  public func entry(_ path: String) -> PackageEntry? { entryIndices.value[path].map { entries[$0] } }

  /// The functions of the descriptor that are written in Java, each with its class, in the descriptor's order.
  public var javaFunctions: [JavaFunction] { functions.value }

  /// What is wrong with the contents of the entries: every byte is read and held against its checksum.
  ///
  /// Classes and bundled jars are read for good, so that who asks for them later does not expand them a second time.
  ///
  /// Of a package with more jars than are looked into nothing more is read: that it is refused is said already.
  public var contentFindings: [Finding] {
    if libraries.count == archive.limits.archives, entries.count(where: { $0.kind == .library }) > libraries.count {
      return []
    }
    var classes: [Int: PackageClass] = [:]
    for (entry, file) in zip(entries.lazy.filter { $0.kind == .class }, self.classes) {
      classes[entry.entry.index] = file
    }
    var jars: [Int: PackageLibrary] = [:]
    for (entry, jar) in zip(entries.lazy.filter { $0.kind == .library }, libraries) { jars[entry.entry.index] = jar }
    return archive.verifyContents { entry throws(ArchiveError) in
      if let file = classes[entry.index] {
        if case .failure(.content(let error)) = file.parsed { throw error }
      } else if case .success? = jars[entry.index]?.opened {
        return
      } else {
        _ = try archive.content(of: entry)
      }
    }
  }

  /// The platform version that wrote the package (`7.3.0.5`): the descriptor's `createdWith`, else the manifest's
  /// `Created-By`.
  public var writtenBy: String? {
    let statements = [descriptor?.createdWith, manifest?.createdBy]
    for case let statement? in statements {
      let last = statement.split(separator: " ").last.map(String.init) ?? ""
      if PlatformLevel(version: last) != nil { return last }
    }
    return nil
  }

  /// The file resources of the descriptor, in its order.
  public var fileResources: [FileResource] { descriptor?.fileResources ?? [] }
}

/// A package's manifest with the attributes that the platform reads (package-format.md section 1).
public struct PackageManifest: Hashable, Sendable {
  /// All attributes.
  public var attributes: JarManifest
  /// The bytes as they stand in the package.
  public var bytes: [UInt8]

  /// The module's id: `ObjectId`.
  public var objectID: String? { attributes["ObjectId"] }
  /// The format's version as written: `StarfaceModule_SpecVersion`.
  public var specVersion: String? { attributes["StarfaceModule_SpecVersion"] }
  /// Who wrote the package: `Created-By`.
  public var createdBy: String? { attributes["Created-By"] }
  /// When it was written: `Create-Date`.
  public var createDate: String? { attributes["Create-Date"] }
}

extension PackageClass {
  init(_ entry: PackageEntry, of archive: Archive) {
    let origin: Origin = entry.resource.map { .resource($0) } ?? ClassSet.origin(of: entry.path)
    let archiveEntry = entry.entry
    self.init(path: entry.path, origin: origin, size: archiveEntry.size) {
      do throws(ArchiveError) {
        return .success(try archive.content(of: archiveEntry))
      } catch {
        return .failure(.content(error))
      }
    }
  }
}

extension ModuleDescriptor {
  /// The file resources of the module and of its functions, in order.
  var fileResources: [FileResource] {
    var files: [FileResource] = []
    for case .file(let file) in resources { files.append(file) }
    for function in functions {
      for case .file(let file) in function.resources { files.append(file) }
    }
    return files
  }
}
