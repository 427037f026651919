/// The reference list of every built-in function of the platform, with parameters: what can be mocked, and what
/// "not emulated" is counted against.
public struct BuiltInReference: Sendable {
  /// One function of the list.
  public struct Entry: Hashable, Sendable {
    /// The group, as a call's `targetDomainId` names it.
    public let domain: String
    /// The class, as a call's `targetId` names it.
    public let id: String
    /// Not offered to every designer: `Private`; kept for old modules: `Deprecated`; else nil.
    public let visibility: String?
    /// Whether the platform calls it experimental.
    public let isExperimental: Bool
    /// What goes in.
    public let inputs: [BuiltInParameter]
    /// What comes out.
    public let outputs: [BuiltInParameter]

    /// The class on the platform, with dots.
    public var className: String {
      let group =
        switch domain {
        case "starface.experimentalFunctions": "experimentalFunctions"
        case "starface.string", "starface.math", "starface.date", "starface.variables", "starface.string.regexp":
          "functions.lang." + domain.dropFirst("starface.".count)
        default: "functions." + domain.dropFirst("starface.".count)
        }
      return "de.vertico.starface.module.core.runtime.\(group).\(id)"
    }
  }

  /// Every function, in the order of the list.
  public let entries: [Entry]
  private let positions: [BuiltInRegistry.Key: Int]

  /// The list that is compiled in; parsed at first use.
  public static let standard = BuiltInReference(text: builtInReferenceText)

  /// Reads one function a line: domain, id, visibility, experimental, inputs, outputs, with tabs between.
  public init(text: String) {
    entries = text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 6 else { return nil }
      return Entry(
        domain: String(fields[0]),
        id: String(fields[1]),
        visibility: fields[2].isEmpty ? nil : String(fields[2]),
        isExperimental: fields[3] == "1",
        inputs: BuiltInParameter.list(fields[4]),
        outputs: BuiltInParameter.list(fields[5])
      )
    }
    positions = Dictionary(
      entries.enumerated().map { (BuiltInRegistry.Key(domain: $1.domain, id: $1.id), $0) },
      uniquingKeysWith: { a, _ in a }
    )
  }

  /// The entry of a domain and id.
  public func find(domain: String, id: String) -> Entry? {
    positions[BuiltInRegistry.Key(domain: domain, id: id)].map { entries[$0] }
  }
}
