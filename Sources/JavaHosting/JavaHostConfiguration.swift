/// How Java functions are run for real.
public struct JavaHostConfiguration: Sendable {
  /// Answers a platform method in the place of the runtime; nil leaves it to the runtime and the type.
  public typealias Answer = @Sendable (PlatformCall) -> PlatformAnswer?

  /// The platform's classes.
  public var platform: JavaPlatform
  /// The Java level of the platform: the installed Java is chosen by it.
  public var javaLevel: Int
  /// Folders with installed Javas.
  public var javaFolders: [String]
  /// A folder of the user's for what is made once: the host's classes, stub jars.
  public var cacheFolder: String
  /// What a call may use.
  public var limits: JavaLimits
  /// Whether module code may use the network.
  public var allowsNetwork: Bool
  /// What shuts the network when it is not allowed; nil for the strongest guard that the system permits.
  public var networkGuard: NetworkGuard?
  /// The folder below which each instance has its data directory, named by its id.
  public var dataFolder: String?
  /// System properties that module code sees, such as `user.timezone`.
  public var properties: [String: String]
  /// The mocks of platform methods.
  public var answer: Answer

  /// Takes the parts.
  public init(
    platform: JavaPlatform,
    javaLevel: Int,
    javaFolders: [String] = JavaInstallation.usualFolders,
    cacheFolder: String,
    limits: JavaLimits = JavaLimits(),
    allowsNetwork: Bool = false,
    networkGuard: NetworkGuard? = nil,
    dataFolder: String? = nil,
    properties: [String: String] = [:],
    answer: @escaping Answer = { _ in nil }
  ) {
    self.platform = platform
    self.javaLevel = javaLevel
    self.javaFolders = javaFolders
    self.cacheFolder = cacheFolder
    self.limits = limits
    self.allowsNetwork = allowsNetwork
    self.networkGuard = networkGuard
    self.dataFolder = dataFolder
    self.properties = properties
    self.answer = answer
  }
}
