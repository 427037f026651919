public import InterfaceManifests

/// The changes between two platform versions for people and programs.
public struct PlatformDiffReport: Sendable {
  private let from: String
  private let to: String
  private let changes: [InterfaceChange]

  /// Takes a comparison; with `breakingOnly` what can break nothing is left out.
  public init(_ diff: ManifestDiff, breakingOnly: Bool = false) {
    from = diff.from.description
    to = diff.to.description
    changes = breakingOnly ? diff.changes.filter(\.isBreaking) : diff.changes
  }

  /// How many changes break something, or may.
  public var breaks: Int { changes.count(where: \.isBreaking) }

  /// One line: how much changed, how much of it breaks.
  public var summary: String {
    "\(counted(changes.count, "change")) from \(from) to \(to), \(breaks) of them breaking"
  }

  /// The changes grouped by class.
  public func text(_ style: TerminalStyle) -> String {
    var out = ""
    var owner: String?
    for change in changes {
      if change.owner != owner {
        owner = change.owner
        out += style(change.owner, .bold) + "\n"
      }
      let line = change.member.map { "\(change.kind.words): \($0.name) \($0.descriptor)" } ?? change.kind.words
      out += "  " + style(line, change.isBreaking ? .red : nil) + style(change.effect.words, .dim) + "\n"
    }
    return out
  }

  /// The document, schema `sfm.platform.diff/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.platform.diff/1", "from": .string(from), "to": .string(to),
      "changes": .array(
        changes.map { change in
          .object([
            "class": .string(change.owner),
            "member": change.member.map { .object(["name": .string($0.name), "descriptor": .string($0.descriptor)]) },
            "change": .string(change.kind.words), "effect": .string(effect(change)), "error": error(change),
          ])
        }
      ),
    ])
  }

  private func effect(_ change: InterfaceChange) -> String {
    switch change.effect {
    case .compatible: "compatible"
    case .sourceOnly: "source"
    case .breaks: "breaks"
    case .mayBreak: "mayBreak"
    }
  }

  private func error(_ change: InterfaceChange) -> JSONValue? {
    switch change.effect {
    case .breaks(let error, _), .mayBreak(let error, _): .string(error)
    case .compatible, .sourceOnly: nil
    }
  }
}
