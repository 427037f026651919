/// How the functions that a run called were answered: nothing is skipped in silence.
public struct Coverage: Hashable, Sendable {
  /// How one call was answered.
  public enum Answer: Int, Sendable, CaseIterable {
    /// The emulator ran the function.
    case emulated
    /// A mock answered.
    case mocked
    /// Nothing did: the call failed, or its outputs stayed at their defaults.
    case notEmulated
    /// A Java function whose class was linked and not run.
    case linked
    /// A Java function that ran.
    case ranInJava
    /// A host effect that was recorded and nothing else.
    case recorded
    /// A host effect that the policy refused.
    case refused
  }

  /// One function and how often it was answered in which way.
  public struct Line: Hashable, Sendable {
    /// The domain and id with a dot between (`starface.string.Append2`).
    public var name: String
    /// Calls by way of answer, indexed by ``Answer``'s raw value.
    public var calls: [Int]

    /// How often it was answered in one way.
    public func count(_ answer: Answer) -> Int { calls[answer.rawValue] }
  }

  /// The functions called, in byte order of their names.
  public var lines: [Line]

  /// The functions that were answered in one way at least once, with the count.
  public func functions(_ answer: Answer) -> [(name: String, count: Int)] {
    lines.filter { $0.count(answer) > 0 }.map { ($0.name, $0.count(answer)) }
  }

  /// All calls that were answered in one way.
  public func total(_ answer: Answer) -> Int { lines.reduce(0) { $0 + $1.count(answer) } }

  /// One line for people, with names: `emulated 1 (12 calls: starface.system.Log2), mocked 1 (1 call:
  /// starface.net.Email), not emulated 0`.
  public var summary: String {
    let parts: [(Answer, String)] = [
      (.emulated, "emulated"), (.mocked, "mocked"), (.notEmulated, "not emulated"), (.linked, "linked only"),
      (.ranInJava, "run in Java"), (.recorded, "recorded only"), (.refused, "refused"),
    ]
    return parts.compactMap { answer, title in
      let functions = functions(answer)
      if functions.isEmpty { return answer.rawValue <= Answer.notEmulated.rawValue ? "\(title) 0" : nil }
      let calls = total(answer)
      let names = functions.map(\.name).joined(separator: ", ")
      return "\(title) \(functions.count) (\(calls) \(calls == 1 ? "call" : "calls"): \(names))"
    }.joined(separator: ", ")
  }
}

/// Counts calls while they happen; programs keep a counter's number, so that counting costs an addition.
final class CoverageCounters {
  private var numbers: [BuiltInRegistry.Key: Int] = [:]
  private var names: [String] = []
  private var counts: [Int] = []

  /// The number of a function's counter.
  func counter(domain: String, id: String, name: String) -> Int {
    let key = BuiltInRegistry.Key(domain: domain, id: id)
    if let known = numbers[key] { return known }
    numbers[key] = names.count
    names.append("\(domain).\(id)")
    counts.append(contentsOf: Coverage.Answer.allCases.map { _ in 0 })
    return names.count - 1
  }

  /// Counts one call.
  func count(_ counter: Int, _ answer: Coverage.Answer) {
    counts[counter * Coverage.Answer.allCases.count + answer.rawValue] += 1
  }

  /// What was counted so far; functions never called are left out.
  var coverage: Coverage {
    let width = Coverage.Answer.allCases.count
    let lines = names.indices.map {
      Coverage.Line(name: names[$0], calls: Array(counts[$0 * width..<($0 + 1) * width]))
    }
    return Coverage(lines: lines.filter { $0.calls.contains { $0 > 0 } }.sorted { $0.name < $1.name })
  }
}
