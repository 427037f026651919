public import ModulePackages
public import ModuleRuntime
import Synchronization

/// Runs Java functions for real: one process for each revision of a module, started at its first call (runtime.md
/// section 5).
///
/// A process that crashes, exits, loops, hungers or floods ends with the calls in it; the next call gets a fresh one, with
/// fresh statics. Modules never share a process.
public final class JavaProcessHost: JavaFunctionHost {
  /// The Java that runs modules.
  public let java: JavaInstallation
  /// What keeps module code off the network; nil when it is allowed.
  public let networkGuard: NetworkGuard?

  private struct Key: Hashable {
    var module: String
    var revision: Int
  }

  private let settings: RevisionSettings
  private let fallback: any JavaFunctionHost
  private let revisions = Mutex<[Key: JavaRevision]>([:])

  /// Finds a Java, and compiles the host's own classes when the cache does not have them.
  ///
  /// - Parameter fallback: answers for modules whose classes were never loaded, and when no process comes up.
  /// - Throws: when there is no Java new enough, or no compiler: then functions are to be linked.
  public init(
    _ configuration: JavaHostConfiguration,
    fallback: any JavaFunctionHost = NoJavaHost()
  ) async throws(JavaHostingError) {
    let installations = JavaInstallation.find(in: configuration.javaFolders)
    guard let java = JavaInstallation.best(for: configuration.javaLevel, among: installations) else {
      throw .noJava(level: configuration.javaLevel, found: installations.map { "Java \($0.version) in \($0.home)" })
    }
    let jar = try await HostJar.path(for: java, among: installations, cache: configuration.cacheFolder)
    let platform = try configuration.platform.path(cache: configuration.cacheFolder)
    if configuration.allowsNetwork {
      networkGuard = nil
    } else if let chosen = configuration.networkGuard {
      networkGuard = chosen
    } else {
      networkGuard = await NetworkGuard.best()
    }
    self.java = java
    self.fallback = fallback
    settings = RevisionSettings(
      java: java,
      hostJar: jar,
      platformPath: platform,
      networkGuard: networkGuard,
      configuration: configuration
    )
  }

  /// One line about the Java that was chosen, when it is not the platform's own level.
  public var note: String? {
    let level = settings.configuration.javaLevel
    guard java.feature != level else { return nil }
    return "the platform has Java \(level); module code runs on Java \(java.version), where the library of Java differs"
  }

  /// Lays the classes out.
  public func load(_ package: ModulePackage, moduleID: String, revision: Int) async {
    guard let loaded = JavaRevision(package, settings) else { return }
    revisions.withLock { $0[Key(module: moduleID, revision: revision)] = loaded }
  }

  /// Ends the revision's process after asking what goes on in it.
  public func unload(moduleID: String, revision: Int) async -> [Leftover] {
    let key = Key(module: moduleID, revision: revision)
    guard let old = revisions.withLock({ $0.removeValue(forKey: key) }) else {
      return await fallback.unload(moduleID: moduleID, revision: revision)
    }
    return await old.unload()
  }

  /// Ends all processes.
  public func shutDown() async {
    let all = revisions.withLock { revisions in
      defer { revisions.removeAll() }
      return Array(revisions.values)
    }
    for revision in all { await revision.shutDown() }
  }

  private func revision(of call: JavaFunctionCall) -> JavaRevision? {
    revisions.withLock { $0[Key(module: call.module.id, revision: call.revision)] }
  }

  /// What the fallback says of a module without loaded classes; everything else takes its time.
  public func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome? {
    revision(of: call) == nil ? fallback.answer(call) : nil
  }

  /// Runs the function in its revision's process.
  public func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
    guard let revision = revision(of: call) else { return await fallback.run(call, in: environment) }
    return await revision.run(call, in: environment)
  }
}

/// What all revisions share.
struct RevisionSettings: Sendable {
  var java: JavaInstallation
  var hostJar: String
  var platformPath: [String]
  var networkGuard: NetworkGuard?
  var configuration: JavaHostConfiguration
}
