import ModuleDescriptors
import ModulePackages
import ModuleRuntime

/// One revision of a module: its classes, and the process that runs them while there is one.
actor JavaRevision {
  private let settings: RevisionSettings
  private let folder: ModuleFolder
  /// Class names with dots by function id.
  private let classes: [String: String]
  private let platformPath: [String]
  private var session: Task<JavaSession, any Error>?

  /// Lays the classes out; nil when the package has no Java functions or cannot be laid out.
  init?(_ package: ModulePackage, _ settings: RevisionSettings) {
    guard !package.javaFunctions.isEmpty, let folder = try? ModuleFolder(package) else { return nil }
    self.settings = settings
    self.folder = folder
    platformPath = [settings.hostJar] + (Self.supplement(package, settings, folder) ?? settings.platformPath)
    var classes: [String: String] = [:]
    for function in package.javaFunctions {
      let name = function.implementation?.internalName ?? function.function.id
      classes[function.function.id] = String(name.map { $0 == "/" ? "." : $0 })
    }
    self.classes = classes
  }

  /// The module's own stubs, where the platform's manifest does not know all that it uses.
  private static func supplement(
    _ package: ModulePackage,
    _ settings: RevisionSettings,
    _ folder: ModuleFolder
  ) -> [String]? {
    guard case .stubs(let view) = settings.configuration.platform,
      let bytes = try? SupplementedStubs(view, for: package).bytes
    else { return nil }
    let path = folder.scratch.path + "/platform.jar"
    return (try? FileSystem.create(path, bytes)).map { [path] }
  }

  func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
    let session: JavaSession
    do {
      session = try await ready(environment)
    } catch {
      return .linked(reason: "\(error)")
    }
    return await session.run(call, className: classes[call.function.id] ?? call.function.id, in: environment)
  }

  /// What the revision leaves behind; it is over then.
  func unload() async -> [Leftover] {
    guard let session = try? await session?.value else { return [] }
    self.session = nil
    let left = await session.leftovers()
    await session.close()
    return left
  }

  func shutDown() async {
    guard let session = try? await session?.value else { return }
    self.session = nil
    await session.close()
  }

  /// The process, started when there is none that lives.
  private func ready(_ environment: JavaEnvironment) async throws -> JavaSession {
    if let session {
      let current = try? await session.value
      if let current, await !current.hasEnded { return current }
      // Another call may have started a new one meanwhile.
      if self.session == session {
        self.session = nil
        if let current {
          let reason = await current.reason(for: nil).message ?? ""
          await environment.log(
            .warn,
            "The Java process of module \(environment.module.name) is started anew, with fresh static variables, as the "
              + "last one ended: \(reason)"
          )
        }
      }
      return try await ready(environment)
    }
    let command = JavaCommandLine(
      java: settings.java,
      platformPath: platformPath,
      modulePath: folder.path,
      limits: settings.configuration.limits,
      networkGuard: settings.networkGuard,
      allowsPrograms: settings.configuration.allowsPrograms,
      javaLevel: settings.configuration.javaLevel,
      properties: settings.configuration.properties,
      folder: folder.scratch.path
    )
    let settings = settings
    let starting = Task { try await JavaSession.start(command, settings) as JavaSession }
    session = starting
    do {
      return try await starting.value
    } catch {
      if session == starting { session = nil }
      throw error
    }
  }
}
