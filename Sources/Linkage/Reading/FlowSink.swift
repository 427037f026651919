import ClassFiles

/// What a walk over a method's code reports, instruction by instruction.
protocol FlowSink {
  /// An instruction uses a member; `receiver` is the static type of its object, `top` when there is none or unknown.
  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  )
  /// An instruction uses a type of the pool.
  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  )
  /// `ldc` of any constant.
  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader)
  /// `invokedynamic`.
  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader)
  /// The verifier wants a value of one type where another is declared.
  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason)
}
