/// An entry point whose function is a Java one: it works, and silently gets no parameters (package-format.md 3.5).
extension Machine {
  /// Whether the only frame is that of a Java function.
  var isInJavaEntry: Bool {
    guard frames.count == 1, let frame = frames.first else { return false }
    return frame.program.functions[frame.function].java != nil
  }

  /// Takes the outputs by name; running on leaves the function.
  mutating func finishJavaEntry(_ outputs: [String: Value]) {
    guard let frame = frames.first else { return }
    for output in frame.program.functions[frame.function].outputs {
      if let value = outputs[output.name] { stack[frame.base + output.slot] = value.converted(to: output.kind) }
    }
  }
}
