/// Every rule the tool knows, by id, in byte order of the ids.
public struct RuleCatalogue: Sendable {
  /// The rules, sorted by id.
  public let rules: [Rule]

  /// Gathers the rules of several layers; the first of two with one id counts.
  public init(_ lists: [Rule]...) {
    // Every run gathers them, hardly any looks one up: they are sorted and not hashed.
    var rules: [Rule] = []
    for rule in lists.joined().sorted(by: { $0.id < $1.id }) where rule.id != rules.last?.id { rules.append(rule) }
    self.rules = rules
  }

  /// The rule of that id, if there is one.
  public subscript(id: RuleID) -> Rule? {
    var low = 0
    var high = rules.count
    while low < high {
      let middle = (low + high) / 2
      if rules[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < rules.count && rules[low].id == id ? rules[low] : nil
  }

  /// The known ids most like a mistyped one: at most three.
  public func nearest(to text: String) -> [RuleID] {
    nearestNames(to: text, in: rules.map(\.id.rawValue)).map { RuleID(rawValue: $0) }
  }
}
