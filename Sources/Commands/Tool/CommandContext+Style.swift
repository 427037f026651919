import Reporting

extension CommandContext {
  /// Colours for standard output: on a terminal, unless `NO_COLOR` is set to something or the terminal is `dumb`.
  var outputStyle: TerminalStyle { style(of: output) }

  /// Colours for standard error, likewise.
  var errorStyle: TerminalStyle { style(of: errors) }

  private func style(of stream: Stream) -> TerminalStyle {
    guard stream.isTerminal else { return .plain }
    if let wish = environment("NO_COLOR"), !wish.isEmpty { return .plain }
    return TerminalStyle(isColoured: environment("TERM") != "dumb")
  }
}
