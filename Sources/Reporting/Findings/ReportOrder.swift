import Findings

/// Findings in report order: as the inputs, then by platform, entry, line, severity (worst first), rule and symbol.
func inReportOrder(_ findings: [Finding], inputs: [FindingsReport.Input]) -> [Finding] {
  // What decides nearly always, as numbers, and a place: texts would be compared, findings copied at each step.
  struct Key {
    var input: Int
    var platform: Int
    var entry: Int
    var line: Int
    var place: Int
  }
  var known: [String: Int] = [:]
  for (index, input) in inputs.enumerated() where known[input.path] == nil { known[input.path] = index }
  // Packages that are no input follow by name.
  let count = findings.count
  let packages = ranks(count, of: { findings[$0].package }) {
    (known[$0] ?? inputs.count, $0) < (known[$1] ?? inputs.count, $1)
  }
  let platforms = ranks(count, of: { findings[$0].platform ?? "" }) { PlatformOrder($0) < PlatformOrder($1) }
  let entries = ranks(count, of: { findings[$0].location.entry ?? "" }, by: <)
  var keys: [Key] = []
  keys.reserveCapacity(count)
  for place in findings.indices {
    keys.append(
      Key(
        input: packages[place],
        platform: platforms[place],
        entry: entries[place],
        line: findings[place].location.line ?? 0,
        place: place
      )
    )
  }
  keys.sort { a, b in
    if a.input != b.input { return a.input < b.input }
    if a.platform != b.platform { return a.platform < b.platform }
    if a.entry != b.entry { return a.entry < b.entry }
    if a.line != b.line { return a.line < b.line }
    let (more, less) = (findings[a.place].severity, findings[b.place].severity)
    if more != less { return more > less }
    let (x, y) = (findings[a.place], findings[b.place])
    return (x.rule.rawValue, x.symbol ?? "", x.message) < (y.rule.rawValue, y.symbol ?? "", y.message)
  }
  return keys.map { findings[$0.place] }
}

/// For each of `count` texts its place among the different ones in an order; texts that follow one another are mostly the
/// same.
private func ranks(_ count: Int, of text: (Int) -> String, by isBefore: (String, String) -> Bool) -> [Int] {
  var numbers: [String: Int] = [:]
  var different: [String] = []
  var number = 0
  let numbered = (0..<count).map { place in
    let text = text(place)
    if different.isEmpty || different[number] != text {
      number = numbers[text] ?? different.count
      if number == different.count {
        numbers[text] = number
        different.append(text)
      }
    }
    return number
  }
  var ranks = [Int](repeating: 0, count: different.count)
  for (rank, number) in different.indices.sorted(by: { isBefore(different[$0], different[$1]) }).enumerated() {
    ranks[number] = rank
  }
  return numbered.map { ranks[$0] }
}
