/// A help page's text: what the command does, then lines to copy.
func discussion(_ text: String, examples: [String]) -> String {
  (text.isEmpty ? "" : text + "\n\n") + "EXAMPLES\n" + examples.map { "  " + $0 }.joined(separator: "\n")
}
