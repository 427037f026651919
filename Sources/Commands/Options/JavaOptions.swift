import ArgumentParser
import JavaHosting

/// How the Java functions of a module are run.
enum JavaMode: String, ExpressibleByArgument, CaseIterable {
  /// Linked against the platform's manifest, without a JVM.
  case linked
  /// Run for real, each revision of a module in a process of its own.
  case jvm
}

/// What Java functions may use in JVM mode.
struct JavaOptions: ParsableArguments {
  @Option(help: ArgumentHelp("JVM: the longest that one call of a Java function may take: 20s, 5m.", valueName: "time"))
  var javaTime: TimeSpan?

  @Option(help: ArgumentHelp("JVM: the heap of a module's process, such as 256M.", valueName: "size"))
  var javaMemory: ByteCount?

  @Option(
    help: ArgumentHelp("JVM: what one call may write to the log and System.out, such as 8M.", valueName: "size")
  )
  var javaOutput: ByteCount?

  @Option(
    help: ArgumentHelp(
      "JVM: a JDK, or a folder of JDKs, in place of JAVA_HOME, the system's and that on PATH.",
      valueName: "folder"
    )
  )
  var javaHome: String?

  @Flag(help: "JVM: module code may use the network; without it, no connection is possible, not even to this machine.")
  var allowNetwork = false

  @Flag(help: "JVM: module code may start programs; without it, Runtime.exec fails.")
  var allowPrograms = false

  @Option(
    help: ArgumentHelp(
      "JVM: a folder with the platform's own jars, or its WEB-INF (default: stubs made from the platform's manifest).",
      valueName: "folder"
    )
  )
  var platformJars: String?

  /// The choices for a mode.
  func hosts(_ mode: JavaMode, in context: CommandContext) -> JavaHosts {
    var limits = JavaLimits()
    if let javaTime { limits.wallTime = .milliseconds(javaTime.milliseconds) }
    if let javaMemory { limits.heapBytes = javaMemory.bytes }
    if let javaOutput { limits.outputBytes = javaOutput.bytes }
    var hosts = JavaHosts(mode: mode, javaHome: javaHome, in: context)
    hosts.limits = limits
    hosts.allowsNetwork = allowNetwork
    hosts.allowsPrograms = allowPrograms
    hosts.platformJars = platformJars
    return hosts
  }
}
