/// How a runtime is set up: the appliance that it stands for.
public struct RuntimeConfiguration: Sendable {
  /// The clock that entry points, timers and the log go by.
  public enum Clock: Sendable, Hashable {
    /// Stands still until ``ModuleRuntime/advance(by:)``; begins at milliseconds since 1970 UTC.
    case virtual(start: Int64)
    /// The machine's own.
    case system
  }

  /// The platform's version, four parts.
  public var platformVersion: String
  /// The clock.
  public var clock: Clock
  /// The zone of the appliance, in which the log is written and calendars count.
  public var zone: ZoneRules
  /// The language of the appliance.
  public var language: String
  /// The log level of new instances.
  public var logLevel: LogLevel
  /// What one run may use.
  public var limits: RuntimeLimits
  /// Whether a function that is not emulated fails the run; else it warns and its outputs keep their defaults.
  public var isStrict: Bool
  /// Modules by id that have a licence although their `noLicenseId` does not match.
  public var licensedModules: Set<String>
  /// Seeds what is random.
  public var seed: UInt64
  /// How many rounds of saving itself in `InstanceChanged` an instance gets before the loop is stopped.
  public var selfSaveRounds: Int
  /// How long, on a virtual clock, whoever fires an event waits for a run that sleeps (milliseconds).
  public var patience: Int64
  /// How many entries of each instance's log stay in memory.
  public var keptLogEntries: Int
  /// The folder below which each instance has its data directory, named by its id. Nil gives instances temporary ones
  /// and keeps their databases in memory.
  public var dataFolder: String?
  /// The folder for log files: `<instance name>.log` and `system-error.log`; nil for none.
  public var logFolder: String?
  /// Which effects on the world around the appliance a run may have.
  public var hostEffects: HostEffectPolicy
  /// What sends the HTTP requests that the policy allows; nil refuses them.
  public var httpClient: (any HostHTTPClient)?

  /// The simulated telephone system at the start.
  public var pbx: PBXState

  /// 2 January 2019, 15:16:17.310 UTC: the moment of the vendor FAQ's sample log.
  public static let sampleTime: Int64 = 1_546_442_177_310

  /// Takes the parts; without arguments a 10.0 appliance on a virtual clock in UTC.
  public init(
    platformVersion: String = "10.0.0.4",
    clock: Clock = .virtual(start: sampleTime),
    zone: ZoneRules = .utc,
    language: String = "de",
    logLevel: LogLevel = .info,
    limits: RuntimeLimits = RuntimeLimits(),
    isStrict: Bool = true,
    licensedModules: Set<String> = [],
    seed: UInt64 = 1,
    selfSaveRounds: Int = 5,
    patience: Int64 = 3_600_000,
    keptLogEntries: Int = 100_000,
    dataFolder: String? = nil,
    logFolder: String? = nil,
    pbx: PBXState = PBXState(),
    hostEffects: HostEffectPolicy = HostEffectPolicy(),
    httpClient: (any HostHTTPClient)? = nil
  ) {
    self.platformVersion = platformVersion
    self.clock = clock
    self.zone = zone
    self.language = language
    self.logLevel = logLevel
    self.limits = limits
    self.isStrict = isStrict
    self.licensedModules = licensedModules
    self.seed = seed
    self.selfSaveRounds = selfSaveRounds
    self.patience = patience
    self.keptLogEntries = keptLogEntries
    self.dataFolder = dataFolder
    self.logFolder = logFolder
    self.pbx = pbx
    self.hostEffects = hostEffects
    self.httpClient = httpClient
  }
}
