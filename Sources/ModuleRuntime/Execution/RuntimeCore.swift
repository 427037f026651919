#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What all threads of control of one runtime share. Only the runtime's actor touches it.
final class RuntimeCore {
  let configuration: RuntimeConfiguration
  let registry: BuiltInRegistry
  var mocks: MockTable
  let coverage = CoverageCounters()
  let services = RuntimeServices()
  /// The simulated telephone system; one of the services too.
  let pbx: PBX
  var modules: [String: LoadedModule] = [:]
  var instances: [String: Instance] = [:]
  private var temporaryFolder: TemporaryDataFolder?
  private var virtualTime: Int64
  private var randomState: UInt64

  init(configuration: RuntimeConfiguration, registry: BuiltInRegistry, mocks: MockTable) {
    self.configuration = configuration
    self.registry = registry
    self.mocks = mocks
    randomState = configuration.seed
    services.set(HostEffectJournal(configuration, coverage))
    virtualTime = if case .virtual(let start) = configuration.clock { start } else { Self.systemTime }
    var state = configuration.pbx
    state.licence.validModules.formUnion(configuration.licensedModules)
    pbx = PBX(state, now: virtualTime)
    services.set(pbx)
  }

  /// The folder for instances' files; a temporary one, which goes with the runtime, when none is configured. Nil when
  /// none can be made.
  var dataFolder: String? {
    if let folder = configuration.dataFolder { return folder }
    if temporaryFolder == nil { temporaryFolder = TemporaryDataFolder() }
    return temporaryFolder?.path
  }

  /// The host effects asked for so far.
  var recordedEffects: [RecordedEffect] { services.find(HostEffectJournal.self)?.effects ?? [] }

  /// The time, in milliseconds since 1970 UTC.
  var now: Int64 {
    switch configuration.clock {
    case .virtual: return virtualTime
    case .system: return Self.systemTime
    }
  }

  private static var systemTime: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Moves a virtual clock; never back.
  func setTime(_ time: Int64) { virtualTime = max(virtualTime, time) }

  /// SplitMix64: any seed will do.
  func random() -> UInt64 {
    randomState &+= 0x9E37_79B9_7F4A_7C15
    var z = randomState
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
