import Findings

extension CompatibilityMatrix {
  /// Judges broken cells anew by what is left to be told of them: what a suppression, a severity of the configuration or the
  /// baseline accepts breaks no cell, as it fails no run. How much that is, the cell keeps.
  mutating func judge(by told: [FindingsReport.Entry]) {
    guard hasBreaks else { return }
    var counts: [String: [String: (certain: Int, possible: Int)]] = [:]
    for entry in told where entry.finding.severity == .error {
      guard let certainty = entry.finding.certainty else { continue }
      let platform = entry.finding.platform ?? Self.javaAlone
      var count = counts[entry.finding.package]?[platform] ?? (0, 0)
      if certainty == .certain { count.certain += 1 } else { count.possible += 1 }
      counts[entry.finding.package, default: [:]][platform] = count
    }
    for row in rows.indices {
      for (column, platform) in platforms.enumerated() where rows[row].cells[column].verdict.isBreak {
        let left = counts[rows[row].package]?[platform] ?? (0, 0)
        rows[row].cells[column].keep(certain: left.certain, possible: left.possible)
      }
    }
  }

  /// The column of a run without a platform version: Java's own classes alone.
  public static let javaAlone = "java"
}

extension CompatibilityMatrix.Cell {
  fileprivate mutating func keep(certain: Int, possible: Int) {
    guard certain + possible < problems else { return }
    accepted = problems - certain - possible
    if certain > 0 {
      verdict = .broken
    } else if possible > 0 {
      verdict = .possible
    } else {
      verdict = judgedReferences == 0 && unknownReferences > 0 ? .unknown : .ok
    }
  }
}
