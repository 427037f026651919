/// The appliance's machine as the libraries that the platform has show it (Sigar up to 7.1, OSHI since): one that works
/// at its ease, always the same, so that what a module computes of it can be expected.
struct HardwareComponents {
  private static let cores = 4
  private static let memory: Int64 = 8 << 30
  private static let freeMemory: Int64 = 5 << 30
  private static let load = 0.1
  /// Clock ticks since the start: user, nice, system, idle, waiting, interrupts (hard, soft), stolen.
  private static let ticks: [Int64] = [600_000, 0, 400_000, 9_000_000, 0, 0, 0, 0]

  /// Answers a method; nil when it is none of these libraries'.
  func answer(_ call: PlatformCall) -> PlatformAnswer? {
    let value: Value? =
      if call.owner.hasPrefix("oshi.") { oshi(call) } else if call.owner.hasPrefix("org.hyperic.sigar.") {
        sigar(call)
      } else { nil }
    return value.map { .value($0) }
  }

  private func oshi(_ call: PlatformCall) -> Value? {
    switch call.method {
    case "getTotal": .long(Self.memory)
    case "getAvailable": .long(Self.freeMemory)
    case "getSystemCpuLoad", "getSystemCpuLoadBetweenTicks": .double(Self.load)
    case "getSystemCpuLoadTicks": Self.list(Self.ticks.map { .long($0) })
    case "getProcessorCpuLoad", "getProcessorCpuLoadBetweenTicks": Self.eachCore(.double(Self.load))
    case "getProcessorCpuLoadTicks": Self.eachCore(Self.list(Self.ticks.map { .long($0) }))
    case "getLogicalProcessorCount", "getPhysicalProcessorCount": .int(Self.cores)
    default: nil
    }
  }

  private func sigar(_ call: PlatformCall) -> Value? {
    switch call.method {
    case "getTotal": .long(Self.memory)
    case "getActualFree", "getFree": .long(Self.freeMemory)
    case "getActualUsed", "getUsed": .long(Self.memory - Self.freeMemory)
    case "getUsedPercent": .double(100 * Double(Self.memory - Self.freeMemory) / Double(Self.memory))
    case "getCpuPercList": Self.eachCore(.bean("org.hyperic.sigar.CpuPerc", ["combined": .double(Self.load)]))
    default: nil
    }
  }

  private static func list(_ values: [Value]) -> Value { .list(JavaList(values)) }

  private static func eachCore(_ value: Value) -> Value { list((0..<cores).map { _ in value.deepCopy() }) }
}
