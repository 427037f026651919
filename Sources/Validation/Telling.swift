import Findings
import Synchronization

/// Makes the findings of the rules that a descriptor can trip with a few bytes at every place, as long as they are told;
/// beyond that they are only counted, since sentence and place cost a hundred times as much.
final class Telling: Sendable {
  private struct Count {
    var told = 0
    var more = 0
  }

  private let most: Int
  private let counts = Mutex<[RuleID: Count]>([:])

  init(most: Int = Validator.mostOfOneRule) { self.most = most }

  /// The finding; nil when it is only counted.
  func callAsFunction(
    _ rule: Rule,
    _ message: @autoclosure () -> String,
    symbol: @autoclosure () -> String? = nil,
    at location: @autoclosure () -> Location,
    hint: @autoclosure () -> String? = nil
  ) -> Finding? {
    let isTold = counts.withLock { counts in
      if counts[rule.id, default: Count()].told < most {
        counts[rule.id, default: Count()].told += 1
        return true
      }
      counts[rule.id, default: Count()].more += 1
      return false
    }
    return isTold ? Finding(rule, message(), symbol: symbol(), at: location(), hint: hint()) : nil
  }

  /// How many findings of a rule were only counted.
  func untold(_ rule: RuleID) -> Int { counts.withLock { $0[rule]?.more ?? 0 } }
}
