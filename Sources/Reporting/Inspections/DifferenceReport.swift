public import ModulePackages

/// What changed between two packages, for people and programs.
public struct DifferenceReport: Sendable {
  private let difference: PackageDifference
  private let from: String
  private let to: String

  /// Names the two packages.
  public init(_ difference: PackageDifference, from: String, to: String) {
    self.difference = difference
    self.from = from
    self.to = to
  }

  /// The changes by subject: `+` added, `-` removed, `~` changed, with what changed below.
  public func text(_ style: TerminalStyle) -> String {
    if difference.isEmpty { return "no difference\n" }
    var out = ""
    var subject: PackageDifference.Subject?
    for change in difference.changes {
      if change.subject != subject {
        if subject != nil { out += "\n" }
        subject = change.subject
        out += style(Self.title(change.subject), .bold) + "\n"
      }
      let (sign, emphasis): (String, TerminalStyle.Emphasis) =
        switch change.kind {
        case .added: ("+", .green)
        case .removed: ("-", .red)
        case .changed: ("~", .yellow)
        }
      out += "  " + style("\(sign) \(terminalSafe(change.name))", emphasis) + "\n"
      for detail in change.details { out += "      " + terminalSafe(detail) + "\n" }
    }
    return out
  }

  /// The document, schema `sfm.diff/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.diff/1", "old": .string(from), "new": .string(to),
      "changes": .array(
        difference.changes.map { change in
          .object([
            "subject": .string(change.subject.rawValue), "kind": .string(change.kind.rawValue),
            "name": .string(change.name), "details": change.details.isEmpty ? nil : .strings(change.details),
          ])
        }
      ),
    ])
  }

  private static func title(_ subject: PackageDifference.Subject) -> String {
    switch subject {
    case .identity: "Identity"
    case .variable: "Variables"
    case .function: "Functions"
    case .entryPoint: "Entry points"
    case .page: "Pages"
    case .resource: "Resources"
    case .class: "Classes"
    case .library: "Libraries"
    case .apiUse: "Use of the platform"
    case .entry: "Other entries"
    }
  }
}
