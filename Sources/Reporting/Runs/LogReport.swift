public import ModuleRuntime

/// Lines of module logs for people and programs.
public struct LogReport: Sendable {
  private let lines: [LogReader.Line]
  /// Whether the lines are of several instances, so that each says of which.
  private let isShared: Bool

  /// Takes lines, already filtered.
  ///
  /// - Parameter isShared: whether they may be of several instances; nil looks whether they are.
  public init(lines: [LogReader.Line], isShared: Bool? = nil) {
    self.lines = lines
    self.isShared = isShared ?? (Set(lines.map(\.instance)).count > 1)
  }

  /// The lines in the form of the log, errors and warnings coloured; of several instances each with its owner, as in the
  /// system error log.
  public func text(_ style: TerminalStyle) -> String {
    lines.map { line in
      let text = isShared ? "\(line.instance): \(line.text)" : line.text
      let safe = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { terminalSafe(String($0).replacing("\t", with: "    ")) }.joined(separator: "\n")
      return style(safe, line.level.emphasis) + "\n"
    }.joined()
  }

  /// The lines, schema `sfm.log/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.log/1",
      "lines": .array(
        lines.map { line in
          .object([
            "line": .integer(line.number), "time": .string(line.time), "level": .string(line.level.name),
            "entryPoint": .string(line.bracket), "instance": .string(line.instance), "message": .string(line.message),
            "callStack": line.callStack.isEmpty ? nil : .strings(line.callStack),
          ])
        }
      ),
    ])
  }

  /// Errors by cause, the most frequent first.
  public func causesText(_ style: TerminalStyle) -> String {
    let causes = LogReader.causes(in: lines)
    if causes.isEmpty { return "no errors\n" }
    var out = ""
    for cause in causes {
      out += style("\(cause.count) x ", .bold) + style(terminalSafe(cause.text), .red) + "\n"
      if let place = cause.place { out += "      at \(terminalSafe(place))\n" }
      if let root = cause.root { out += "      caused by \(terminalSafe(root))\n" }
      let times = cause.first == cause.last ? cause.first : "\(cause.first) to \(cause.last)"
      let points = cause.entryPoints.map(terminalSafe).joined(separator: ", ")
      // One log's name says nothing new.
      let owners = isShared ? " of " + cause.instances.map(terminalSafe).joined(separator: ", ") : ""
      out += style("      \(times) in \(points)\(owners)\n", .dim)
    }
    return out
  }

  /// Errors by cause, schema `sfm.log.errors/1`.
  public var causesJSON: JSONValue {
    .object([
      "schema": "sfm.log.errors/1",
      "causes": .array(
        LogReader.causes(in: lines).map { cause in
          .object([
            "cause": .string(cause.text), "place": cause.place.map(JSONValue.string),
            "rootCause": cause.root.map(JSONValue.string), "count": .integer(cause.count),
            "first": .string(cause.first), "last": .string(cause.last), "entryPoints": .strings(cause.entryPoints),
            "instances": .strings(cause.instances),
          ])
        }
      ),
    ])
  }
}

extension LogLevel {
  /// How a line of the level stands out at a terminal.
  public var emphasis: TerminalStyle.Emphasis? {
    switch self {
    case .error: .red
    case .warn: .yellow
    case .info: nil
    case .debug, .trace: .dim
    }
  }
}
