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

  /// The known ids most like a mistyped one: those with the smallest edit distance, at most three.
  public func nearest(to text: String) -> [RuleID] {
    let ranked = rules.map { (id: $0.id, distance: editDistance($0.id.rawValue, text)) }
      .filter { $0.distance <= max(3, text.utf8.count / 3) }
      .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
    return ranked.prefix(3).map(\.id)
  }
}
