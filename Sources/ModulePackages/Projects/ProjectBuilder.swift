public import ModuleDescriptors
import Archives
import Findings

/// How a project is built.
public struct BuildOptions: Hashable, Sendable {
  /// The time of all entries, in seconds since 1970 (`SOURCE_DATE_EPOCH`); nil takes the module's last change.
  public var sourceDateEpoch: Int?
  /// Raises the version and sets the last change to this time, in milliseconds since 1970; the project's own file is
  /// changed, too, once the build has succeeded.
  public var bump: Int?
  /// The Java compiler; nil when there is none.
  public var javac: String?

  /// Options; what is left out is not done.
  public init(sourceDateEpoch: Int? = nil, bump: Int? = nil, javac: String? = nil) {
    self.sourceDateEpoch = sourceDateEpoch
    self.bump = bump
    self.javac = javac
  }
}

/// What a build made.
public struct BuiltPackage: Sendable {
  /// The package.
  public var bytes: [UInt8]
  /// The name that the appliance would give it: `<name>_v<version>.sfm`.
  public var fileName: String
  /// The descriptor in it.
  public var descriptor: ModuleDescriptor
  /// The Java sources that were compiled, relative to the project folder.
  public var compiledSources: [String]
  /// What the classes compiled from `src/` changed in the function entries of a project's own descriptor.
  public var renewals: [String] = []
}

/// Makes a package from a project folder (cli.md, "Project folder").
///
/// The same folder gives the same bytes on every machine, as long as Java sources meet the same compiler. The licence
/// hash of a finished package is never rewritten (package-format.md section 2): a project around a
/// `module-descriptor.xml` is built with the hashes that stand in it.
public enum ProjectBuilder {
  /// Whether a folder is a project: it has a descriptor or a `module.yml`.
  public static func isProject(_ folder: String) -> Bool {
    FileSystem.kind(folder + "/" + ProjectLayout.descriptor) == .file
      || FileSystem.kind(folder + "/" + ProjectLayout.source) == .file
  }

  /// Builds a project.
  ///
  /// - Throws: `ProjectError` with every problem of the sources that could be found, each with its place.
  public static func build(
    _ folder: String,
    _ options: BuildOptions = BuildOptions()
  ) async throws(ProjectError) -> BuiltPackage {
    let hasDescriptor = FileSystem.kind(folder + "/" + ProjectLayout.descriptor) == .file
    let hasSource = FileSystem.kind(folder + "/" + ProjectLayout.source) == .file
    switch (hasDescriptor, hasSource) {
    case (true, true):
      throw ProjectError(
        .source,
        file: folder,
        "has both module.yml and module-descriptor.xml, so it is not clear which one counts",
        hint: "remove one of them"
      )
    case (false, false) where FileSystem.kind(folder) == .nothing:
      throw ProjectError(
        .file,
        file: folder,
        FileSystem.obstacle(folder) ?? "it has just gone",
        hint: "`sfm init DIR` makes a project"
      )
    case (false, false) where FileSystem.kind(folder) != .folder:
      throw ProjectError(
        .file,
        file: folder,
        "is not a folder, and a project is one",
        hint: "`sfm unpack PKG DIR` makes a project of a package"
      )
    case (false, false):
      throw ProjectError(
        .file,
        file: folder,
        "is no project: it has neither module.yml nor module-descriptor.xml",
        hint: "`sfm init DIR` makes one, `sfm unpack PKG DIR` makes one of a package"
      )
    case (true, false): return try await DescriptorProject(folder: folder, options: options).build()
    case (false, true): return try await SourceProject(folder: folder, options: options).build()
    }
  }
}

/// What both kinds of project have in common: entries that gather from files.
struct EntryCollector {
  let folder: String
  private(set) var entries: [String: [UInt8]] = [:]
  private(set) var folders: [String] = []
  /// Litter that the unpacked package had, so that building carries it on.
  private var carried: Set<String> = []
  private var origins: [String: String] = [:]
  private(set) var problems: [ProjectProblem] = []

  init(folder: String) { self.folder = folder }

  /// Adds an entry that comes from a file of the project.
  mutating func add(_ path: String, _ bytes: [UInt8], from file: String) {
    if let other = origins[path] {
      problems.append(
        ProjectProblem(
          file: file,
          message: "would be the entry \"\(path)\", which \(other) is already",
          hint: "remove one of them"
        )
      )
      return
    }
    if let reason = SafeName.refusal(path: path) {
      problems.append(ProjectProblem(file: file, message: "cannot be an entry: \(reason)"))
    }
    origins[path] = file
    entries[path] = bytes
  }

  /// Adds every file below a part of the project, each under the path that `entry` gives; nil passes it by.
  mutating func addFiles(of part: String, as entry: (String) -> String?) throws(ProjectError) {
    for file in try files(of: part) {
      guard let path = entry(file) else { continue }
      add(path, try read(part + "/" + file), from: part + "/" + file)
    }
  }

  /// The files below a part of the project, relative to it; none when there is no such part.
  func files(of part: String) throws(ProjectError) -> [String] {
    let path = folder + "/" + part
    guard FileSystem.kind(path) == .folder else { return [] }
    do throws(ArchiveError) {
      return try FileSystem.files(below: path).map(\.path).filter {
        !Self.isLitter($0) || part == ProjectLayout.other && carried.contains($0)
      }
    } catch {
      throw ProjectError(error, file: part)
    }
  }

  /// All bytes of a file of the project.
  func read(_ file: String) throws(ProjectError) -> [UInt8] {
    do throws(ArchiveError) {
      return try FileSystem.read(folder + "/" + file)
    } catch {
      throw ProjectError(error, file: file)
    }
  }

  /// Notes a problem.
  mutating func report(_ file: String, _ message: String, hint: String? = nil) {
    problems.append(ProjectProblem(file: file, message: message, hint: hint))
  }

  /// Entries of an unpacked package that its files alone do not tell: folders, and litter that was really in it. To be
  /// read before the files of `other`.
  mutating func addUntold() throws(ProjectError) {
    guard FileSystem.kind(folder + "/" + ProjectLayout.folders) == .file else { return }
    let text = String(decoding: try read(ProjectLayout.folders), as: UTF8.self)
    for line in text.split(separator: "\n") {
      if let reason = SafeName.refusal(path: String(line)) {
        report(ProjectLayout.folders, "\"\(line)\" cannot be an entry: \(reason)")
      } else if line.hasSuffix("/") {
        folders.append(String(line))
      } else {
        carried.insert(String(line))
      }
    }
  }

  /// What file managers leave behind.
  static func isLitter(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name == ".DS_Store" || name == "Thumbs.db" || name == ".gitkeep"
  }

  /// The package.
  func archive(epoch: Int) throws(ProjectError) -> [UInt8] {
    guard problems.isEmpty else { throw ProjectError(.source, problems) }
    do throws(ArchiveError) {
      var writer = ArchiveWriter(epoch: epoch)
      for path in folders { try writer.add(path, []) }
      for (path, bytes) in entries { try writer.add(path, bytes) }
      return try writer.bytes()
    } catch {
      throw ProjectError(error, file: folder)
    }
  }
}

extension PackageManifest {
  /// The manifest of a built package (package-format.md section 1).
  static func made(moduleID: String, platform: String, milliseconds: Int) -> JarManifest {
    JarManifest(main: [
      .init("Manifest-Version", "1.0"), .init("ObjectId", moduleID), .init("StarfaceModule_SpecVersion", "5"),
      .init("Created-By", "STARFACE Version \(platform)"),
      .init("Create-Date", Timestamp.manifestDate(milliseconds: milliseconds)),
    ])
  }
}

extension ModuleDescriptor {
  /// `<name>_v<version>.sfm`, with whatever a file system refuses in the name replaced.
  var fileName: String {
    let safe = name.unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-._".unicodeScalars.contains(scalar)
        ? Character(scalar) : "_"
    }
    let stem = String(safe.drop { $0 == "." })
    return "\(stem.isEmpty ? "module" : stem)_v\(head.version).sfm"
  }
}
