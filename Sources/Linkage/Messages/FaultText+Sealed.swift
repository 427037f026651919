import ClassFiles

extension FaultText {
  /// A subclass that a sealed class does not permit (JVMS §5.3.5 item 3). Java 25 says which of three checks failed; of
  /// those between 21 and it none is known here.
  func notPermitted(_ id: ClassID, _ parent: ClassID) -> String {
    let (facts, other) = (world.facts(id), world.facts(parent))
    guard level >= 25 else {
      let verb =
        !other.isInterface
        ? "cannot inherit from sealed class"
        : facts.isInterface ? "cannot extend sealed interface" : "cannot implement sealed interface"
      return "class \(name(id)) \(verb) \(name(parent))"
    }
    if facts.loader != other.loader {
      return
        "Failed same module check: subclass \(name(id)) is in module '\(moduleName(id))' with loader \(loaderName(id)), "
        + "and sealed class \(name(parent)) is in module '\(moduleName(parent))' with loader \(loaderName(parent))"
    }
    if facts.package != other.package, !facts.flags.contains(.public) {
      return "Failed same package check: non-public subclass \(name(id)) is in package '\(internalPackage(id))' with "
        + "classloader \(loaderName(id)), and sealed class \(name(parent)) is in package '\(internalPackage(parent))' with "
        + "classloader \(loaderName(parent))"
    }
    return "Failed listed permitted subclass check: class \(name(id)) is not a permitted subclass of \(name(parent))"
  }

  private func moduleName(_ id: ClassID) -> String {
    world.facts(id).loader == .java ? "java.base" : "unnamed module"
  }

  /// A package as HotSpot keeps it, with slashes.
  private func internalPackage(_ id: ClassID) -> String {
    let package = world.symbols.text(world.facts(id).package)
    return package.isEmpty ? "unnamed" : package
  }
}
