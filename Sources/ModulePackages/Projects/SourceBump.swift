import Yams

/// Raises `version` and sets `changed` in the text of a `module.yml`, leaving everything else as its author wrote it.
enum SourceBump {
  /// The text with both values replaced where they stand.
  static func bumped(_ text: String, changed: Int) throws(ProjectError) -> String {
    let root = try SourceNodes.compose(text, file: ProjectLayout.source)
    guard let module = value("module", of: root), let version = value("version", of: module),
      case .scalar(let scalar) = version, let number = Int(scalar.string), let place = version.mark
    else {
      throw ProjectError(.source, file: ProjectLayout.source, "has no module version to raise")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let time = Timestamp.manifestDate(milliseconds: changed).replacing("+00:00", with: "Z")
    if let old = value("changed", of: module), let mark = old.mark, case .scalar(let scalar) = old {
      try replace(scalar, at: mark, by: time, in: &lines)
      try replace(version, scalarText(version), at: place, by: String(number + 1), in: &lines)
    } else {
      // Beside the version: on a line of its own in a block, behind a comma in braces.
      let line = lines[place.line - 1]
      let isBlock = line.trimmingPrefix(while: { $0 == " " }).hasPrefix("version:")
      let next = isBlock ? String(number + 1) : "\(number + 1), changed: \(time)"
      try replace(version, scalarText(version), at: place, by: next, in: &lines)
      if isBlock {
        let indent = String(line.prefix { $0 == " " })
        lines.insert(indent + "changed: " + time, at: place.line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func value(_ key: String, of node: Node) -> Node? {
    guard case .mapping(let mapping) = node else { return nil }
    for (candidate, value) in mapping {
      if case .scalar(let scalar) = candidate, scalar.string == key { return value }
    }
    return nil
  }

  private static func scalarText(_ node: Node) -> String {
    if case .scalar(let scalar) = node { scalar.string } else { "" }
  }

  private static func replace(
    _ scalar: Node.Scalar,
    at mark: Mark,
    by text: String,
    in lines: inout [String]
  ) throws(ProjectError) {
    try replace(.scalar(scalar), scalar.string, at: mark, by: text, in: &lines)
  }

  /// Replaces a scalar in its line, with its quotes when it has them.
  private static func replace(
    _ node: Node,
    _ old: String,
    at mark: Mark,
    by text: String,
    in lines: inout [String]
  ) throws(ProjectError) {
    guard lines.indices.contains(mark.line - 1) else { return }
    let line = Array(lines[mark.line - 1].unicodeScalars)
    let start = mark.column - 1
    let isQuoted = line.indices.contains(start) && (line[start] == "\"" || line[start] == "'")
    let length = old.unicodeScalars.count + (isQuoted ? 2 : 0)
    let inner = line.dropFirst(start + (isQuoted ? 1 : 0)).prefix(old.unicodeScalars.count)
    guard start + length <= line.count, inner.elementsEqual(old.unicodeScalars) else {
      throw ProjectError(
        .source,
        file: ProjectLayout.source,
        line: mark.line,
        column: mark.column,
        "cannot be changed in place",
        hint: "write the value plainly on one line"
      )
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: line[..<start])
    view.append(contentsOf: text.unicodeScalars)
    view.append(contentsOf: line[(start + length)...])
    lines[mark.line - 1] = String(view)
  }
}
