public import InterfaceManifests

/// Platform versions and what is known of each.
public struct PlatformListing: Sendable {
  private let views: [ManifestView]

  /// Takes views in the order to show.
  public init(_ views: [ManifestView]) { self.views = views }

  /// A table: platform, version, Java level, coverage, classes, source.
  public func text(_ style: TerminalStyle) -> String {
    var table = TextTable(rightAligned: [4])
    table.rows.append(["platform", "version", "java", "knowledge", "classes", "from"].map { TextTable.Cell($0, .dim) })
    for view in views {
      table.add(
        TextTable.Cell(view.line.name),
        TextTable.Cell(view.version.description),
        TextTable.Cell("\(view.javaLevel)"),
        TextTable.Cell(coverage(view)),
        TextTable.Cell("\(classCount(view))"),
        TextTable.Cell(view.sources.joined(separator: "; "), .dim)
      )
    }
    return table.text(style)
  }

  /// The document, schema `sfm.platforms/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.platforms/1",
      "platforms": .array(
        views.map { view in
          .object([
            "platform": .string(view.line.name), "version": .string(view.version.description),
            "java": .integer(view.javaLevel), "coverage": .string(coverage(view)),
            "classes": .integer(classCount(view)), "sources": .strings(view.sources),
          ])
        }
      ),
    ])
  }

  private func coverage(_ view: ManifestView) -> String { view.coverage == .complete ? "complete" : "observed" }

  private func classCount(_ view: ManifestView) -> Int { view.classes.reduce(0) { count, _ in count + 1 } }
}
