/// How a Java process is started.
struct JavaCommandLine {
  var java: JavaInstallation
  /// The host's jar, then the platform's classes: they win over the module's.
  var platformPath: [String]
  /// The module's classes.
  var modulePath: [String]
  var limits: JavaLimits
  /// What shuts the network for this process; nil when it is open.
  var networkGuard: NetworkGuard?
  /// Whether module code may start programs.
  var allowsPrograms: Bool
  /// The platform's own Java.
  var javaLevel: Int
  /// System properties of the module's world.
  var properties: [String: String]
  /// Where the JVM may leave what it has to say about a crash.
  var folder: String

  /// Frames come from and go to descriptors that the module's `System.in` and `System.out` are not: the shell moves
  /// them away, and what anyone writes to the standard ones is kept apart.
  var arguments: [String] {
    var arguments = ["-c", "exec 3>&1 4<&0 1>&2 0</dev/null; exec \"$@\"", "sfm-java"]
    if case .namespace(let command)? = networkGuard { arguments += command }
    arguments += [
      java.java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
      "-Xmx\(limits.heapBytes >> 20)m", "-XX:MaxMetaspaceSize=\(limits.heapBytes >> 20)m",
      "-XX:MaxDirectMemorySize=\(limits.heapBytes >> 20)m", "-XX:ErrorFile=\(folder)/crash.log",
      "-Dfile.encoding=UTF-8",
      "-Djava.awt.headless=true", "-Djava.io.tmpdir=\(folder)",
    ]
    // The host looks thread locals up in memory; Java warns about it from 24 on.
    if java.feature >= 23 { arguments.append("--sun-misc-unsafe-memory-access=allow") }
    // Exceptions say what they say on the platform's Java.
    if java.feature >= 15, javaLevel < 15 { arguments.append("-XX:-ShowCodeDetailsInExceptionMessages") }
    if networkGuard == .javaSockets {
      arguments += [
        "-Djava.nio.channels.spi.SelectorProvider=sfm.host.NoNetwork", "-Djdk.net.hosts.file=/dev/null",
      ]
    }
    arguments += properties.sorted { $0.key < $1.key }.map { "-D\($0.key)=\($0.value)" }
    arguments += [
      "-cp", platformPath.joined(separator: ":"), "sfm.host.Main", "/dev/fd/4", "/dev/fd/3", "\(limits.outputBytes)",
      networkGuard == .javaSockets ? "closed" : "open", allowsPrograms ? "open" : "closed",
      "\(java.feature > javaLevel ? javaLevel + 44 : 0)", folder,
    ]
    return arguments + modulePath
  }
}

/// What a Java function may use before it is ended with an ERROR.
public struct JavaLimits: Hashable, Sendable {
  /// Time a call may take, without the time in which it waits for the runtime.
  public var wallTime: Duration
  /// Heap of the process of one revision.
  public var heapBytes: Int
  /// Bytes that one call may write to the log, `System.out` and `System.err`, its threads included.
  public var outputBytes: Int
  /// Time that a process may take to come up.
  public var startTime: Duration

  /// Takes the limits.
  public init(
    wallTime: Duration = .seconds(20),
    heapBytes: Int = 256 << 20,
    outputBytes: Int = 8 << 20,
    startTime: Duration = .seconds(20)
  ) {
    self.wallTime = wallTime
    self.heapBytes = max(heapBytes, 16 << 20)
    self.outputBytes = outputBytes
    self.startTime = startTime
  }
}
