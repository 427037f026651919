import ClassFiles

/// What is said of a class that cannot be loaded, linked or seen.
extension FaultText {
  /// The error's message, of whatever length.
  func wholeMessage(_ fault: LinkFault) -> String {
    if let nest = invalidNest(fault) { return text(nest) }
    switch fault {
    case .classMissing(let name): return world.symbols.text(name)
    case .arrayClassMissing(let name, let depth):
      return String(repeating: "[", count: Int(depth)) + "L\(world.symbols.text(name));"
    case .wrongName(let expected, let actual):
      let (first, second) = (9..<17).contains(level) ? (actual, expected) : (expected, actual)
      return "\(world.symbols.text(first)) (wrong name: \(world.symbols.text(second)))"
    case .initializationFailed(let id): return "Could not initialize class \(name(id))"
    case .unsupportedVersion(let name, let version): return unsupported(world.symbols.text(name), version)
    case .malformed(_, let text): return text
    case .circular(let name): return world.symbols.text(name)
    case .superIsInterface(let id, let parent):
      return "class \(name(id)) has interface \(name(parent)) as super class"
    case .superIsFinal(let id, let parent):
      return level >= 16
        ? "class \(name(id)) cannot inherit from final class \(name(parent))"
        : "Cannot inherit from final class"
    case .interfaceIsClass(let id, let parent):
      if level < 11 { return "Implementing class" }
      return "class \(name(id)) can not implement \(name(parent)), because it is not an interface (\(place(parent)))"
    case .superInaccessible(let id, let parent):
      let kind = world.facts(parent).flags.contains(.abstract) ? "abstract superclass" : "superclass"
      return level < 11
        ? "class \(name(id)) cannot access its superclass \(name(parent))"
        : "class \(name(id)) cannot access its \(kind) \(name(parent)) (\(places(id, parent)))"
    case .interfaceInaccessible(let id, let parent):
      return level < 11
        ? "class \(name(id)) cannot access its superinterface \(name(parent))"
        : "class \(name(id)) cannot access its superinterface \(name(parent)) (\(places(id, parent)))"
    case .notPermitted(let id, let parent): return notPermitted(id, parent)
    case .finalOverridden(let id, let member):
      return "class \(name(id)) overrides final method \(plain(member))"
    case .classInaccessible(let id, let user):
      return level < 11
        ? "tried to access class \(name(id)) from class \(name(user))"
        : "failed to access class \(name(id)) from class \(name(user)) (\(places(id, user)))"
    case .classConcealed(let name, let user): return concealed(name, from: user)
    case .superConcealed(let id, let name, let isInterface):
      return
        "super\(isInterface ? "interface" : "class") \(isInterface ? "" : "access ")check failed: \(concealed(name, from: id))"
    case .prohibitedPackage(let name): return "Prohibited package name: \(package(name))"
    default: return memberMessage(fault)
    }
  }

  /// HotSpot names the module, which manifests do not, and gives the unnamed one's address.
  func concealed(_ name: Symbol, from user: ClassID) -> String {
    "class \(self.name(user)) (in unnamed module) cannot access class \(names.external(name)) because its module "
      + "does not export \(package(name)) to unnamed module"
  }

  private func package(_ name: Symbol) -> String {
    names.external(name).split(separator: ".").dropLast().joined(separator: ".")
  }

  private func unsupported(_ name: String, _ version: ClassVersion) -> String {
    let newest = level + 44
    if level < 8 { return "\(name) : Unsupported major.minor version \(version.major).\(version.minor)" }
    let number = "class file version \(version.major).\(version.minor)"
    if level < 11 || Int(version.major) > newest {
      return "\(name) has been compiled by a more recent version of the Java Runtime (\(number)), this version of the "
        + "Java Runtime only recognizes class file versions up to \(newest).0"
    }
    if version.minor != ClassVersion.preview {
      return "\(name) (\(number)) was compiled with an invalid non-zero minor version"
    }
    return Int(version.major) == newest
      ? "Preview features are not enabled for \(name) (\(number)). Try running with '--enable-preview'"
      : "\(name) (\(number)) was compiled with preview features that are unsupported. This version of the Java Runtime "
        + "only recognizes preview features for class file version \(newest).\(ClassVersion.preview)"
  }
}
