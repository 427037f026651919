/// Every rule the tool knows, by id, in byte order of the ids.
public struct RuleCatalogue: Sendable {
  /// The rules, sorted by id.
  public let rules: [Rule]
  private let index: [RuleID: Int]

  /// Gathers the rules of several layers; the first of two with one id counts.
  public init(_ lists: [Rule]...) {
    var seen: Set<RuleID> = []
    rules = lists.joined().filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    index = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  /// The rule of that id, if there is one.
  public subscript(id: RuleID) -> Rule? { index[id].map { rules[$0] } }

  /// The known ids most like a mistyped one: at most three.
  public func nearest(to text: String) -> [RuleID] {
    nearestNames(to: text, in: rules.map(\.id.rawValue)).map { RuleID(rawValue: $0) }
  }
}
