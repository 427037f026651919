import ClassFiles
import ModulePackages

/// Who extends and implements whom, as far as the package's own classes tell.
struct ClassHierarchy {
  private var subtypes: [String: [String]] = [:]
  private var own: Set<String> = []

  init(_ package: ModulePackage) {
    for candidate in package.classes + package.libraries.flatMap(\.classes) {
      guard let file = candidate.file, let name = candidate.internalName, name != "java/lang/Object",
        own.insert(name).inserted
      else { continue }
      let superName = (try? file.superName) ?? nil
      for above in [superName].compactMap(\.self) + ((try? file.interfaceNames) ?? []) {
        subtypes[above, default: []].append(name)
      }
    }
  }

  /// Which classes are one of `wanted`, or extend or implement one, however far up.
  ///
  /// Found from above, once: a package may have thousands of classes that extend each other in one line.
  func kinship(with wanted: Set<String>) -> Kinship {
    let outside = subtypes.keys.filter { !own.contains($0) && !$0.hasPrefix("java/") }
    return Kinship(kin: below(wanted), own: own, doubtful: below(outside))
  }

  private func below(_ tops: some Sequence<String>) -> Set<String> {
    var queue = Array(tops)
    var found: Set<String> = []
    while let next = queue.popLast() {
      if found.insert(next).inserted { queue += subtypes[next] ?? [] }
    }
    return found
  }
}

/// Which classes descend from wanted ones.
struct Kinship {
  /// An answer that knows its limits.
  enum Answer: Equatable {
    case yes
    case no
    /// A supertype lies outside the package.
    case unknown
  }

  fileprivate let kin: Set<String>
  fileprivate let own: Set<String>
  fileprivate let doubtful: Set<String>

  /// Whether the class of that name is a descendant.
  func answer(_ name: String) -> Answer {
    if kin.contains(name) { return .yes }
    return doubtful.contains(name) || !own.contains(name) && !name.hasPrefix("java/") ? .unknown : .no
  }
}
