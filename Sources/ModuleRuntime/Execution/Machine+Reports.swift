/// What the interpreter says about itself at DEBUG and TRACE. Every caller asks first whether anyone listens.
extension Machine {
  private static let longestValue = 200

  func reportDecision(_ program: Program, _ pc: Int, _ text: String) {
    let number = Int(program.statementOf[pc])
    guard program.statements.indices.contains(number) else { return }
    let statement = program.statements[number]
    context.log(.debug, "\(statement.id)(\(statement.name)): \(text)")
  }

  func reportRead(_ operand: Operand, _ value: Value, _ program: Program) {
    let name: String? =
      switch operand {
      case .local(let slot): slotName(Int(slot), program)
      case .module(let index): program.variables[Int(index)].name
      case .unset, .constant, .collection: nil
      }
    if let name { context.log(.trace, "Read \(name) = \(shown(value))") }
  }

  func reportWrite(_ receiver: Receiver, _ value: Value, _ program: Program) {
    let name: String? =
      switch receiver {
      case .local(let slot): slotName(Int(slot), program)
      case .module(let index): program.variables[Int(index)].name
      }
    if let name { context.log(.trace, "Write \(name) = \(shown(value))") }
  }

  func reportConversion(_ value: Value, _ converted: Value) {
    if value.javaClass != converted.javaClass {
      context.log(.trace, "Convert \(value.javaClass) \(shown(value)) to \(converted.javaClass) \(shown(converted))")
    }
  }

  private func slotName(_ slot: Int, _ program: Program) -> String? {
    guard let frame = frames.last(where: { $0.program === program }) else { return nil }
    let slots = program.functions[frame.function].slots
    guard slots.indices.contains(slot), !slots[slot].name.isEmpty else { return nil }
    return slots[slot].name
  }

  private func shown(_ value: Value) -> String {
    let text = value.javaText
    let short = text.count > Self.longestValue ? text.prefix(Self.longestValue) + "…" : text[...]
    if case .string = value { return "'\(short)'" }
    return String(short)
  }
}
