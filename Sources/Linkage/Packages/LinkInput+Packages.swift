import Archives
import ClassFiles
public import ModulePackages

extension LinkInput {
  /// A class of a package, jar or folder.
  public init(_ one: PackageClass) {
    var release: Int?
    var name: String?
    let path = one.path.hasSuffix(".class") ? String(one.path.dropLast(6)) : one.path
    switch one.origin {
    case .versioned(let number):
      release = number
      name = path.split(separator: "/", maxSplits: 3).last.map(String.init)
    case .folder: name = path
    case .root: name = one.library == nil ? nil : path
    case .resource: break
    }
    let known = name ?? path
    self.init(entry: one.displayPath, expectedName: name, release: release) {
      one.parsed.mapError { error in
        switch error {
        case .content(let error): LinkInputError(unavailable: error.description)
        case .malformed(let error): LinkInputError(error, name: known)
        }
      }
    }
  }

  /// All classes of a package: its own, then those of its bundled jars, in the archive's order.
  public static func all(of package: ModulePackage) -> [LinkInput] {
    seen(package.classes, MetadataFile.all(of: package.archive)) + libraries(package.libraries)
  }

  /// All classes of a jar or folder with the jars inside.
  public static func all(of set: ClassSet) -> [LinkInput] { seen(set.classes, set.metadata) + libraries(set.libraries) }

  private static func libraries(_ libraries: [PackageLibrary]) -> [LinkInput] {
    libraries.flatMap { seen($0.classes, $0.metadata) }
  }

  /// A jar's release directories count only when its manifest says so (JAR File Specification, Multi-release JAR files).
  private static func seen(_ classes: [PackageClass], _ metadata: [MetadataFile]) -> [LinkInput] {
    let isMultiRelease = metadata.isMultiRelease
    return classes.compactMap { one in
      if case .versioned = one.origin, !isMultiRelease { return nil }
      return LinkInput(one)
    }
  }
}
