import Glibc
import JavaHosting
import Linkage
import ModuleRuntime

/// Makes what runs Java functions: one host for each run of a module on a platform version.
struct JavaHosts: Sendable {
  /// How they are run.
  var mode: JavaMode
  /// What a call may use in JVM mode.
  var limits = JavaLimits()
  /// Whether module code may use the network.
  var allowsNetwork = false
  /// Whether module code may start programs.
  var allowsPrograms = false
  /// A folder with the platform's own jars; nil for stubs.
  var platformJars: String?
  /// Homes of Java, or folders of homes, in order of preference among equals.
  var javaFolders: [String]
  /// Where what is compiled once is kept; nil when this user has no home.
  var cacheFolder: String?

  /// A host, and what there is to say about it.
  struct Choice: Sendable {
    /// Runs the functions; whoever asked for it ends it by `shutDown`.
    var host: any JavaFunctionHost
    /// Which Java is used when it is not the platform's, or why functions are linked although they were to run.
    var note: String?
  }

  /// Looks in `javaHome` alone, or where `JAVA_HOME`, the system's folders and `PATH` point.
  init(mode: JavaMode, javaHome: String? = nil, in context: CommandContext) {
    self.mode = mode
    var folders = [context.environment("JAVA_HOME")].compactMap(\.self).filter { !$0.isEmpty }
    folders += JavaInstallation.usualFolders
    // `java` on the path is a link into its home.
    if let java = context.programOnPath("java"), let real = realpath(java, nil) {
      folders.append(String(cString: real).split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" })
      free(real)
    }
    javaFolders = javaHome.map { [$0] } ?? folders
    let cache = context.environment("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = context.environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    cacheFolder = cache.map { $0 + "/sfm" } ?? home.map { $0 + "/.cache/sfm" }
  }

  /// The host for a platform: in JVM mode the real one, or the linking one with the reason why.
  func choose(for platform: LinkPlatform) async -> Choice {
    let linked = LinkedJavaHost(platform)
    guard mode == .jvm else { return Choice(host: linked) }
    guard let cacheFolder else {
      return Choice(
        host: linked,
        note: "Java functions are linked, not run: set HOME or XDG_CACHE_HOME for the Java host"
      )
    }
    do {
      let classes: JavaPlatform =
        if let platformJars {
          try .jars(inFolder: platformJars)
        } else if let view = platform.view {
          .stubs(view)
        } else {
          try .stubs(ofVersion: RuntimeConfiguration().platformVersion)
        }
      let host = try await JavaProcessHost(
        JavaHostConfiguration(
          platform: classes,
          javaLevel: platform.javaLevel,
          javaFolders: javaFolders,
          cacheFolder: cacheFolder,
          limits: limits,
          allowsNetwork: allowsNetwork,
          allowsPrograms: allowsPrograms
        ),
        fallback: linked
      )
      return Choice(host: host, note: host.note)
    } catch {
      return Choice(host: linked, note: "\(error)")
    }
  }

  /// The host for a STARFACE version, as ``LinkPlatform/starface(_:)`` finds it; nil is one that nothing is known of.
  func choose(for platform: LinkPlatform?) async -> Choice {
    guard let platform else {
      return Choice(host: NoJavaHost(), note: "Java functions do not run: no platform manifest is known")
    }
    return await choose(for: platform)
  }
}
