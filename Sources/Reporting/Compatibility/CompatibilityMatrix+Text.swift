extension CompatibilityMatrix {
  /// The matrix for a terminal of `width` columns: a table when it fits, else each package's ranges of versions.
  public func text(_ style: TerminalStyle, width: Int = 100) -> String {
    let names = rows.map { displayWidth($0.module ?? $0.package) }.max() ?? 0
    let cells = platforms.reduce(0) { $0 + max($1.utf8.count, 8) + 2 }
    return names + 2 + cells + 40 <= max(width, 80) ? table(style) : list(style)
  }

  private func table(_ style: TerminalStyle) -> String {
    var table = TextTable()
    table.rows.append([TextTable.Cell("module", .dim)] + platforms.map { TextTable.Cell($0, .dim) })
    for row in rows {
      let verdicts = row.cells.map { TextTable.Cell($0.label, $0.emphasis) }
      table.rows.append(
        [TextTable.Cell(row.module ?? row.package)] + verdicts + [TextTable.Cell(advice(for: row) ?? "", .dim)]
      )
    }
    return table.text(style)
  }

  private func list(_ style: TerminalStyle) -> String {
    var out = ""
    for row in rows {
      out += style(terminalSafe(row.module ?? row.package), .bold)
      if let advice = advice(for: row) { out += style("  " + advice, .dim) }
      out += "\n"
      var table = TextTable(indent: "  ")
      for range in ranges(of: row) {
        var cell = Cell(range.verdict)
        cell.accepted = range.accepted
        let count = range.count == 1 ? "" : counted(range.count, "version")
        table.add(
          TextTable.Cell(cell.label, cell.emphasis),
          TextTable.Cell(range.versions),
          TextTable.Cell(count, .dim)
        )
      }
      let failed = zip(platforms, row.cells).filter { $1.run == .failed }.map(\.0)
      if !failed.isEmpty {
        table.add(TextTable.Cell("run failed", .red), TextTable.Cell(failed.joined(separator: ", ")))
      }
      out += table.text(style)
    }
    return out
  }

  /// The matrix as a Markdown table.
  public var markdown: String {
    var out = "| module | " + platforms.map(markdownEscaped).joined(separator: " | ") + " | |\n"
    out += "|---|" + String(repeating: "---|", count: platforms.count) + "---|\n"
    for row in rows {
      let cells = row.cells.map(\.label).joined(separator: " | ")
      out += "| \(markdownEscaped(row.module ?? row.package)) | \(cells) | \(advice(for: row) ?? "") |\n"
    }
    return out
  }

  /// The matrix as JSON: a member of the findings document.
  public var json: JSONValue {
    .object([
      "platforms": .strings(platforms),
      "rows": .array(
        rows.map { row in
          .object([
            "package": .string(row.package),
            "module": row.module.map(JSONValue.string),
            "firstBroken": firstBroken(in: row).map(JSONValue.string),
            "lastGood": lastGood(in: row).map(JSONValue.string),
            "cells": .array(
              zip(platforms, row.cells).map { platform, cell in
                .object([
                  "platform": .string(platform),
                  "verdict": .string(cell.verdict.rawValue),
                  "problems": .integer(cell.problems),
                  "accepted": cell.accepted == 0 ? nil : .integer(cell.accepted),
                  "judgedReferences": .integer(cell.judgedReferences),
                  "unknownReferences": .integer(cell.unknownReferences),
                  "run": cell.run.map { .string($0.rawValue) },
                  "scenarios": cell.scenarios.map {
                    .object(["count": .integer($0.count), "failed": .integer($0.failed)])
                  },
                ])
              }
            ),
          ])
        }
      ),
    ])
  }
}

extension CompatibilityMatrix.Cell {
  /// The verdict in a word, how many scenarios hold, and how much is accepted; a failed run is said in place of a verdict.
  var label: String {
    let word = run == .failed && !verdict.isBreak ? "fails" : verdict.rawValue
    let scenarios = scenarios.map { " \($0.count - $0.failed)/\($0.count)" } ?? ""
    return word + scenarios + (accepted == 0 ? "" : " (\(accepted) accepted)")
  }

  var emphasis: TerminalStyle.Emphasis? {
    switch verdict {
    case _ where run == .failed: .red
    case .ok: .green
    case .possible: .yellow
    case .broken: .red
    case .unknown: .dim
    }
  }
}
