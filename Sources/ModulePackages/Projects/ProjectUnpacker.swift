import Archives
import Findings

/// Writes a package to a project folder that `ProjectBuilder` makes the same package from.
public enum ProjectUnpacker {
  /// What was written.
  public struct Outcome: Hashable, Sendable {
    /// The files, relative to the folder, in the order of the package's entries.
    public var files: [String]
  }

  /// Writes every entry of a package to its place in a project folder (cli.md, "Project folder").
  ///
  /// Everything is written to a folder beside the target and moved into place at the end. Nothing is ever written
  /// outside: a name that could lead there, on this system or another, refuses the whole package.
  ///
  /// - Parameters:
  ///   - package: the package.
  ///   - folder: the project folder; made when it does not exist.
  ///   - force: whether a folder that is not empty is taken, too. Then the parts that a package has are replaced; what
  ///     else lies there, such as `scenarios/`, stays.
  /// - Throws: `ProjectError`: refused, because the folder is not empty or a name is not safe; a content that cannot be
  ///   read; what the file system says.
  public static func unpack(
    _ package: ModulePackage,
    to folder: String,
    force: Bool = false
  ) throws(ProjectError) -> Outcome {
    let folder = trimmed(folder)
    try checkTarget(folder, force: force)
    let plan = try plan(package)
    do throws(ArchiveError) {
      if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
        try FileSystem.makeFolder(String(folder[..<slash]))
      }
      let beside = try TemporaryDirectory(prefix: folder + ".unpacking")
      for item in plan.files { try write(item, of: package, below: beside.path) }
      if !plan.untold.isEmpty {
        let list = plan.untold.map { $0 + "\n" }.joined()
        try FileSystem.makeFolder(beside.path + "/" + ProjectLayout.other)
        try FileSystem.create(beside.path + "/" + ProjectLayout.folders, Array(list.utf8))
      }
      try install(beside.path, as: folder)
    } catch {
      throw ProjectError(error, file: package.path)
    }
    return Outcome(files: plan.files.map(\.file))
  }

  private struct Plan {
    var files: [(entry: PackageEntry, file: String)] = []
    /// Entries that files alone would not tell; see `EntryCollector.addUntold()`.
    var untold: [String] = []
  }

  private static func trimmed(_ folder: String) -> String {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  private static func checkTarget(_ folder: String, force: Bool) throws(ProjectError) {
    switch FileSystem.kind(folder) {
    case .nothing: return
    case .folder:
      let names: [String]
      do throws(ArchiveError) { names = try FileSystem.names(in: folder) } catch {
        throw ProjectError(error, file: folder)
      }
      if !names.isEmpty, !force {
        throw ProjectError(
          .refused,
          file: folder,
          "the folder is not empty",
          hint: "name another, or replace with --force"
        )
      }
    default: throw ProjectError(.refused, file: folder, "is not a folder")
    }
  }

  /// Every entry with its file, or why it must not be written.
  private static func plan(_ package: ModulePackage) throws(ProjectError) -> Plan {
    let resources = ProjectLayout.resourceFiles(package.fileResources)
    var plan = Plan()
    var problems: [ProjectProblem] = []
    var entries: Set<String> = []
    var files: [String: String] = [:]
    for entry in package.entries {
      func refuse(_ reason: String) {
        problems.append(
          ProjectProblem(file: package.path, message: "entry \"\(printable(entry.path))\" is not unpacked: \(reason)")
        )
      }
      if let reason = SafeName.refusal(path: entry.path) { refuse(reason) }
      if entry.entry.isSymbolicLink { refuse("it is a symbolic link") }
      if entry.entry.rawName != Array(entry.path.utf8) { refuse("its name is not UTF-8") }
      if !entries.insert(entry.path).inserted { refuse("another entry has the same name") }
      if entry.kind == .folder {
        if entry.entry.size > 0 { refuse("its name is that of a folder, but it has content") }
        plan.untold.append(entry.path)
        continue
      }
      if EntryCollector.isLitter(entry.path) { plan.untold.append(entry.path) }
      let file = ProjectLayout.file(ofEntry: entry.path, resources: resources)
      if let other = files.updateValue(entry.path, forKey: file.lowercased()), other != entry.path {
        refuse("it would be the same file as \"\(printable(other))\" where upper and lower case are one")
      }
      plan.files.append((entry, file))
    }
    guard problems.isEmpty else { throw ProjectError(.refused, problems) }
    return plan
  }

  /// A name with control characters made visible.
  private static func printable(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars.prefix(200) {
      if scalar.value < 0x20 || scalar.value == 0x7F {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func write(
    _ item: (entry: PackageEntry, file: String),
    of package: ModulePackage,
    below folder: String
  ) throws(ArchiveError) {
    let content = try package.archive.content(of: item.entry.entry)
    let path = folder + "/" + item.file
    if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
    try FileSystem.create(path, content)
  }

  /// Moves each part into place; the parts of an earlier project that the package does not have go.
  private static func install(_ source: String, as folder: String) throws(ArchiveError) {
    try FileSystem.makeFolder(folder)
    let parts = [
      ProjectLayout.descriptor, ProjectLayout.classes, ProjectLayout.libraries, ProjectLayout.resources,
      ProjectLayout.other,
    ]
    for part in parts {
      let (from, to) = (source + "/" + part, folder + "/" + part)
      try FileSystem.remove(to)
      if FileSystem.kindOfEntry(from) != .nothing { try FileSystem.move(from, to: to) }
    }
  }
}

extension ProjectError {
  /// What the archive layer says, as a failure of a project.
  init(_ error: ArchiveError, file: String) {
    switch error {
    case .file(let path, let operation, let reason):
      self.init(.file, file: path, "cannot \(operation): \(reason)")
    case .defect(let finding):
      self.init(.source, file: file, finding.message, hint: "`sfm validate` tells all that is wrong with it")
    case .unwritable(let entry, let reason):
      self.init(.source, file: file, "cannot write entry \"\(entry)\": \(reason)")
    }
  }
}
