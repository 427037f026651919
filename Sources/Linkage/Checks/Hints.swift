import ClassFiles
import Findings
import InterfaceManifests

/// Says what would fit in place of what is missing, and in which version it went or came.
struct Hints {
  let scope: LinkScope
  let platform: LinkPlatform
  /// What was said of a fault; the class that is missing here is missing everywhere.
  private var known: [LinkFault: String?] = [:]
  private let guessing = Guessing()
  /// The platform's classes by their names without the package; made when a class is missed.
  private lazy var bySimpleName = Self.simpleNames(platform.view)

  init(scope: LinkScope, platform: LinkPlatform) {
    self.scope = scope
    self.platform = platform
  }

  private var world: World { _read { yield scope.world } }
  private var names: JavaNames { JavaNames(symbols: scope.world.symbols) }

  /// A sentence or two; nil when nothing helps.
  mutating func hint(_ fault: LinkFault) -> String? {
    if let hint = known[fault] { return hint }
    let hint = make(fault)
    known[fault] = .some(hint)
    return hint
  }

  private mutating func make(_ fault: LinkFault) -> String? {
    let parts: [String?] =
      switch fault {
      case .methodMissing(let use, _), .constructorMissing(let use, _): [nearestMethod(use), history(use)]
      case .fieldMissing(let use, _): [nearestField(use), history(use)]
      case .staticExpected(let use, _, _), .instanceExpected(let use, _, _), .dispatchChanged(let use, _):
        [history(use)]
      case .classMissing(let name): [unresolved(name), moved(name), classHistory(name)]
      case .unsupportedVersion(_, let version):
        [
          "compiled for Java \(Int(version.major) - 44)\(version.minor == 0 ? "" : " with preview features"), "
            + "the platform runs Java \(scope.javaLevel)"
        ]
      default: []
      }
    let text = parts.compactMap { $0 }.joined(separator: "; ")
    return text.isEmpty ? nil : text
  }

  private func nearestMethod(_ use: MemberUse) -> String? {
    guard case .found(let owner) = scope.find(use.owner) else { return nil }
    var overload: String?
    var queue = [owner]
    var position = 0
    var seen: Set<ClassID> = []
    while position < queue.count {
      let current = queue[position]
      position += 1
      guard seen.insert(current).inserted else { continue }
      let facts = world.facts(current)
      for member in world.members(named: use.name, in: facts.methods) where !member.flags.contains(.synthetic) {
        if scope.sameParameters(member.descriptor, use.descriptor) {
          return "its result type is now \(names.types(member.descriptor).last ?? "void")"
        }
        overload = overload ?? "there is \(names.method(member.name, member.descriptor, owner: facts.name))"
      }
      queue += [scope.superclass(current)].compactMap { $0 } + scope.interfaces(current)
    }
    return overload ?? similar(use, owner)
  }

  private func nearestField(_ use: MemberUse) -> String? {
    guard case .found(let owner) = scope.find(use.owner) else { return nil }
    let facts = world.facts(owner)
    if let member = world.members(named: use.name, in: facts.fields).first {
      return "its type is now \(names.types(member.descriptor).first ?? "?")"
    }
    return nil
  }

  /// A method of the same descriptor whose name is a slip away.
  private func similar(_ use: MemberUse, _ owner: ClassID) -> String? {
    guard use.name != .initializer else { return nil }
    let names = methodNames(use.descriptor, in: world.facts(owner))
    return guessing.nearest(to: world.symbols.text(use.name), among: names).first.map {
      "there is \($0) with these parameters"
    }
  }

  /// The names of a class's methods of a descriptor.
  private func methodNames(_ descriptor: Symbol, in facts: ClassFacts) -> [String] {
    let names = facts.methods.range.filter { world.members[$0].descriptor == descriptor }.map {
      world.symbols.text(world.members[$0].name)
    }
    // Of a manifest's class the world only has what the application names.
    let view = facts.loader == .java ? platform.java : facts.loader == .platform ? platform.view : nil
    let record = view.flatMap { view in world.symbols.withBytes(facts.name) { view.findClass($0).record } }
    guard let record else { return names }
    return world.symbols.withBytes(descriptor) { wanted in
      names + record.members.filter { $0.descriptor == wanted }.map(\.name.string)
    }
  }

  /// The versions of the platform's line that have a member.
  private func history(_ use: MemberUse) -> String? {
    for view in [platform.view, platform.java].compactMap({ $0 }) {
      let text = lastOrFirst(view, with: use.owner) { other in
        world.symbols.withBytes(use.owner) { owner in
          guard case .found(let record) = other.findClass(owner) else { return false }
          return world.symbols.withBytes(use.name) { name in
            world.symbols.withBytes(use.descriptor) { descriptor in
              use.kind.isField ? record.field(name, descriptor) != nil : record.method(name, descriptor) != nil
            }
          }
        }
      }
      if let text { return text }
    }
    return nil
  }

  private func classHistory(_ name: Symbol) -> String? {
    for view in [platform.view, platform.java].compactMap({ $0 }) {
      let text = lastOrFirst(view, with: name) { other in
        world.symbols.withBytes(name) { bytes in
          if case .found = other.findClass(bytes) { true } else { false }
        }
      }
      if let text { return text }
    }
    return nil
  }

  /// Java has it in a module that its JVM leaves alone.
  private func unresolved(_ name: Symbol) -> String? {
    guard let java = platform.java else { return nil }
    let state = world.symbols.withBytes(name) { bytes in
      java.packageState(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0)]))
    }
    return state == .unresolved ? "Java takes the module that has it only when asked to: --add-modules" : nil
  }

  /// A class of the platform that has the same name in another package.
  private mutating func moved(_ name: Symbol) -> String? {
    guard platform.view != nil, let simple = world.symbols.text(name).split(separator: "/").last else { return nil }
    return bySimpleName[String(simple)].map { "there is \(JavaNames.dotted($0))" }
  }

  /// Of several classes of one name none is told: which one is meant nobody knows.
  private static func simpleNames(_ view: ManifestView?) -> [String: String] {
    guard let view else { return [:] }
    var names: [String: String] = [:]
    var ambiguous: Set<String> = []
    for record in view.classes {
      let name = record.name.string
      guard let simple = name.split(separator: "/").last.map(String.init) else { continue }
      if names.updateValue(name, forKey: simple) != nil { ambiguous.insert(simple) }
    }
    return names.filter { !ambiguous.contains($0.key) }
  }

  /// The last version before this one that has a class or something in it, else the first one after it.
  private func lastOrFirst(_ view: ManifestView, with owner: Symbol, _ has: (ManifestView) -> Bool) -> String? {
    // Of most missing classes no version ever heard.
    if world.symbols.withBytes(owner, { view.line.versions(ofClass: $0).isEmpty }) { return nil }
    let line = view.line.name == "java" ? "Java " : ""
    let versions = view.line.views.filter { !$0.version.isFamily }
    if let last = versions.last(where: { $0.index < view.index && has($0) }) {
      return "last seen in \(line)\(last.version)"
    }
    if let first = versions.first(where: { $0.index > view.index && has($0) }) {
      return "first seen in \(line)\(first.version)"
    }
    return nil
  }
}
