/// The verifier's view of locals and operand stack before an instruction.
struct FlowState {
  var locals: [FlowType] = []
  var stack: [FlowType] = []
  /// False where the code is only reached by a branch and no frame tells the types (class files before 50).
  var isKnown = true

  mutating func pop() -> FlowType { stack.popLast() ?? .top }
  // One by one: `removeLast(_:)` goes by way of a general replacement, and there are few.
  mutating func pop(_ count: Int) { for _ in 0..<min(count, stack.count) { stack.removeLast() } }
  mutating func push(_ type: FlowType) { stack.append(type) }
  mutating func push2(_ first: FlowType, _ second: FlowType) {
    stack.append(first)
    stack.append(second)
  }
  func peek(_ depth: Int) -> FlowType { depth < stack.count ? stack[stack.count - 1 - depth] : .top }
  func local(_ index: Int) -> FlowType { index < locals.count ? locals[index] : .top }
  mutating func setLocal(_ index: Int, _ type: FlowType) {
    guard index < 1 << 16 else { return }
    while locals.count <= index { locals.append(.top) }
    locals[index] = type
  }
}
