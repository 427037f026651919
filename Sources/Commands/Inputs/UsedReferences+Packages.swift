import Archives
import ClassFiles
import InterfaceManifests
import ModulePackages

extension UsedReferences {
  /// What the classes of packages, and of their bundled jars, refer to.
  init(packages paths: [String]) throws(CommandError) {
    self.init()
    for path in paths {
      let package: ModulePackage
      do throws(ArchiveError) {
        package = try PackageReader.read(path: path).package
      } catch {
        throw .unreadable(error.description)
      }
      for item in package.classes + package.libraries.flatMap(\.classes) {
        guard let file = item.file else { continue }
        if let name = try? file.superName { supertypes.insert(name) }
        if let names = try? file.interfaceNames { supertypes.formUnion(names) }
        add(file.pool)
      }
    }
  }

  private mutating func add(_ pool: ConstantPool) {
    for index in pool.indices {
      switch try? pool.tag(of: index) {
      case .class: if let name = try? pool.className(index) { classes.insert(name) }
      case .fieldref, .methodref, .interfaceMethodref:
        if let reference = try? pool.memberReference(index) {
          members.insert(
            Member(owner: reference.owner, name: reference.name, descriptor: reference.descriptor)
          )
        }
      default: continue
      }
    }
  }
}
