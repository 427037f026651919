/// Which host effects a run may have. Everything is refused unless the policy says otherwise; a mock wins over it.
public struct HostEffectPolicy: Sendable, Hashable {
  /// What becomes of an effect that no mock answers.
  public enum Treatment: String, Sendable, Hashable, CaseIterable {
    /// The call fails by name; in lenient mode it warns and its outputs keep their defaults.
    case refused
    /// Nothing happens but a record: flags of success say yes, all other outputs keep their defaults.
    case recorded
    /// It happens for real, on this machine only; for kinds that ``HostEffectKind/canBeAllowed``.
    case allowed
  }

  private var treatments: [HostEffectKind: Treatment]

  /// Takes what differs from `otherwise`.
  public init(_ treatments: [HostEffectKind: Treatment] = [:], otherwise: Treatment = .refused) {
    self.treatments = [:]
    for kind in HostEffectKind.allCases { self[kind] = treatments[kind] ?? otherwise }
  }

  /// The treatment of a kind. A kind that cannot happen for real is recorded where it is allowed.
  public subscript(kind: HostEffectKind) -> Treatment {
    get { treatments[kind] ?? .refused }
    set { treatments[kind] = newValue == .allowed && !kind.canBeAllowed ? .recorded : newValue }
  }
}
