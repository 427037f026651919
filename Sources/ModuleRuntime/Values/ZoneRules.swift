#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far a local clock is ahead of UTC, by moment.
public struct ZoneRules: Sendable {
  /// The zone's name as the appliance prints it (`UTC`, `CET`).
  public let name: @Sendable (_ utcMilliseconds: Int64) -> String
  /// Seconds ahead of UTC at a moment in milliseconds since 1970 UTC.
  public let offset: @Sendable (_ utcMilliseconds: Int64) -> Int

  /// Takes the two rules.
  public init(
    name: @escaping @Sendable (Int64) -> String,
    offset: @escaping @Sendable (Int64) -> Int
  ) {
    self.name = name
    self.offset = offset
  }

  /// Universal time.
  public static let utc = ZoneRules(name: { _ in "UTC" }, offset: { _ in 0 })

  /// A zone that never changes its clocks.
  public static func fixed(_ name: String, seconds: Int) -> ZoneRules {
    ZoneRules(name: { _ in name }, offset: { _ in seconds })
  }

  /// The zone of the machine.
  public static let system = ZoneRules(
    name: { moment in
      let local = localTime(moment)
      return local.tm_zone.map { String(cString: $0) } ?? "UTC"
    },
    offset: { localTime($0).tm_gmtoff }
  )

  private static func localTime(_ utcMilliseconds: Int64) -> tm {
    var seconds = time_t(utcMilliseconds.flooredDivision(by: 1_000).quotient)
    var local = tm()
    localtime_r(&seconds, &local)
    return local
  }

  /// What a local clock shows at a moment in milliseconds since 1970 UTC.
  public func civilTime(at utcMilliseconds: Int64) -> CivilTime {
    CivilTime(milliseconds: utcMilliseconds + Int64(offset(utcMilliseconds)) * 1_000)
  }

  /// The moment at which a local clock shows `local`; of two, the earlier; in a gap, shifted by the gap.
  public func milliseconds(of local: CivilTime) -> Int64 {
    let naive = local.milliseconds
    let before = Int64(offset(naive - 86_400_000)) * 1_000
    let after = Int64(offset(naive + 86_400_000)) * 1_000
    for candidate in [naive - before, naive - after] where Int64(offset(candidate)) * 1_000 == naive - candidate {
      return candidate
    }
    return naive - before
  }
}
