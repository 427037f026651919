import Findings

extension CompatibilityMatrix {
  /// Judges broken cells anew by what is left to be told of them: what a suppression, a severity of the configuration or the
  /// baseline accepts breaks no cell, as it fails no run. How much that is, the cell keeps.
  mutating func judge(by told: [FindingsReport.Entry]) {
    guard hasBreaks else { return }
    let counts = Self.counts(told)
    for row in rows.indices {
      for (column, platform) in platforms.enumerated() where rows[row].cells[column].verdict.isBreak {
        rows[row].cells[column].keep(counts[Place(package: rows[row].package, platform: platform)] ?? Count())
      }
    }
  }

  private struct Place: Hashable {
    var package: String
    var platform: String
  }

  fileprivate struct Count {
    var certain = 0
    var possible = 0
  }

  /// What is told of each cell. Findings lie together by package and platform, and are many: each run of them is counted
  /// before it is looked up.
  private static func counts(_ told: [FindingsReport.Entry]) -> [Place: Count] {
    var counts: [Place: Count] = [:]
    var start = 0
    while start < told.count {
      let place = Place(
        package: told[start].finding.package,
        platform: told[start].finding.platform ?? javaAlone
      )
      var count = Count()
      while start < told.count, told[start].finding.package == place.package,
        (told[start].finding.platform ?? javaAlone) == place.platform
      {
        if told[start].finding.severity == .error, let certainty = told[start].finding.certainty {
          if certainty == .certain { count.certain += 1 } else { count.possible += 1 }
        }
        start += 1
      }
      counts[place, default: Count()].certain += count.certain
      counts[place, default: Count()].possible += count.possible
    }
    return counts
  }

  /// The column of a run without a platform version: Java's own classes alone.
  public static let javaAlone = "java"
}

extension CompatibilityMatrix.Cell {
  fileprivate mutating func keep(_ told: CompatibilityMatrix.Count) {
    guard told.certain + told.possible < problems else { return }
    accepted = problems - told.certain - told.possible
    if told.certain > 0 {
      verdict = .broken
    } else if told.possible > 0 {
      verdict = .possible
    } else {
      verdict = judgedReferences == 0 && unknownReferences > 0 ? .unknown : .ok
    }
  }
}
