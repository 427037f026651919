import Findings
import InterfaceManifests
import Linkage
import ModuleDescriptors
import ModulePackages
import ModuleRuntime
import Synchronization

/// Java functions without a JVM: linked against the platform's manifest at the call, then raising the error that the JVM
/// would raise, or passing with their outputs at their defaults (runtime.md section 5, "Linked").
final class LinkedJavaHost: JavaFunctionHost {
  private struct Key: Hashable {
    var moduleID: String
    var revision: Int
  }

  /// A module's classes, linked, and what its functions came to so far.
  private struct Revision {
    var module: LinkedModule
    var classNames: [String: String]
    var outcomes: [String: JavaFunctionOutcome] = [:]
  }

  private let platform: LinkPlatform
  private let revisions = Mutex<[Key: Revision]>([:])

  /// Links against one platform version.
  init(_ platform: LinkPlatform) { self.platform = platform }

  /// Reads and links the classes.
  func load(_ package: ModulePackage, moduleID: String, revision: Int) async {
    let functions = package.javaFunctions
    if functions.isEmpty { return }
    var classNames: [String: String] = [:]
    for function in functions {
      if let name = function.implementation?.internalName { classNames[function.function.id] = name }
    }
    let loaded = Revision(module: await LinkedModule(package, platform: platform), classNames: classNames)
    revisions.withLock { $0[Key(moduleID: moduleID, revision: revision)] = loaded }
  }

  /// Forgets the classes; nothing ran, so nothing is left behind.
  func unload(moduleID: String, revision: Int) async -> [Leftover] {
    revisions.withLock { $0[Key(moduleID: moduleID, revision: revision)] = nil }
    return []
  }

  /// The first error on the way from `execute`, else that the function was linked and not run.
  func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome? {
    let key = Key(moduleID: call.module.id, revision: call.revision)
    return revisions.withLock { revisions in
      if let known = revisions[key]?.outcomes[call.function.id] { return known }
      guard let revision = revisions[key] else { return .linked(reason: "its module's classes were not read") }
      guard let name = revision.classNames[call.function.id] else {
        return .failed(JavaException("java.lang.ClassNotFoundException", call.function.id))
      }
      let failure = revision.module.firstFailure(in: name)
      let outcome = failure.map { JavaFunctionOutcome.failed(JavaException($0)) } ?? .linked(reason: "linked, no JVM")
      revisions[key]?.outcomes[call.function.id] = outcome
      return outcome
    }
  }

  /// Never needed: every call is answered at once.
  func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
    answer(call) ?? .linked(reason: "linked, no JVM")
  }
}

extension LinkPlatform {
  /// The known STARFACE nearest to `version`: the newest that is not newer, among those of its Java level if there are
  /// any, since a class file that fits the one would be refused by the other. Nil when nothing is known.
  static func starface(_ version: String) -> LinkPlatform? {
    guard let line = try? PlatformLine.starface() else { return nil }
    let level = PlatformLevel(version: version)?.javaLevel
    let kin = line.concreteViews.filter { level == nil || $0.javaLevel == level }
    let known = kin.isEmpty ? line.concreteViews : kin
    let wanted = PlatformVersion(version)
    let view = known.last { view in wanted.map { view.version <= $0 } ?? true } ?? known.first
    return view.flatMap { try? LinkPlatform($0) }
  }
}

extension JavaException {
  /// A linkage error with the frames of the module's own classes.
  fileprivate init(_ failure: LinkFailure) {
    var frames: [Frame] = []
    if let className = failure.className, let method = failure.method {
      frames.append(Frame(className: className, method: method, file: failure.sourceFile, line: failure.line))
    }
    frames += failure.callers.compactMap(Frame.init(trace:))
    self.init(failure.error, failure.message, frames: frames)
  }
}

extension JavaException.Frame {
  /// Reads `a.B.c(B.java:7)`, `a.B.c(B.java)` or `a.B.c(Unknown Source)`.
  fileprivate init?(trace: String) {
    guard let open = trace.firstIndex(of: "("), trace.last == ")",
      let dot = trace[..<open].lastIndex(of: ".")
    else { return nil }
    let place = trace[trace.index(after: open)...].dropLast()
    let parts = place.split(separator: ":")
    self.init(
      className: String(trace[..<dot]),
      method: String(trace[trace.index(after: dot)..<open]),
      file: place == "Unknown Source" ? nil : parts.first.map(String.init),
      line: parts.count == 2 ? Int(parts[1]) : nil
    )
  }
}
