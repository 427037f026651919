import ClassFiles
import ModulePackages

/// Who extends and implements whom, as far as the package's own classes tell.
struct ClassHierarchy {
  /// An answer that knows its limits.
  enum Answer: Equatable {
    case yes
    case no
    /// A supertype lies outside the package.
    case unknown
  }

  private var supertypes: [String: [String]] = [:]

  init(_ package: ModulePackage) {
    for candidate in package.classes + package.libraries.flatMap(\.classes) {
      guard let file = candidate.file, let name = candidate.internalName, supertypes[name] == nil else { continue }
      let superName = (try? file.superName) ?? nil
      supertypes[name] = [superName].compactMap(\.self) + ((try? file.interfaceNames) ?? [])
    }
  }

  /// Whether the class of that name is one of `wanted`, or extends or implements one, however far up.
  func isA(_ name: String, _ wanted: Set<String>) -> Answer {
    var answer = Answer.no
    var queue = [name]
    var seen: Set<String> = []
    while let next = queue.popLast() {
      if wanted.contains(next) { return .yes }
      guard seen.insert(next).inserted, next != "java/lang/Object" else { continue }
      if let above = supertypes[next] {
        queue += above
      } else if !next.hasPrefix("java/") {
        answer = .unknown
      }
    }
    return answer
  }
}
