/// How Java functions are run for real.
public struct JavaHostConfiguration: Sendable {
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
  /// Whether module code may start programs.
  public var allowsPrograms: Bool
  /// What shuts the network when it is not allowed; nil for the strongest guard that the system permits.
  public var networkGuard: NetworkGuard?
  /// System properties that module code sees, such as `user.timezone`.
  public var properties: [String: String]

  /// Takes the parts.
  public init(
    platform: JavaPlatform,
    javaLevel: Int,
    javaFolders: [String] = JavaInstallation.usualFolders,
    cacheFolder: String,
    limits: JavaLimits = JavaLimits(),
    allowsNetwork: Bool = false,
    allowsPrograms: Bool = false,
    networkGuard: NetworkGuard? = nil,
    properties: [String: String] = [:]
  ) {
    self.platform = platform
    self.javaLevel = javaLevel
    self.javaFolders = javaFolders
    self.cacheFolder = cacheFolder
    self.limits = limits
    self.allowsNetwork = allowsNetwork
    self.allowsPrograms = allowsPrograms
    self.networkGuard = networkGuard
    self.properties = properties
  }
}
