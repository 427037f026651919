/// Passes on what must be assignable, and nothing else: all other uses of the code were told when it was walked first.
struct AssignmentSink<Sink: FlowSink>: FlowSink {
  let sink: UnsafeMutablePointer<Sink>

  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason) {
    sink.pointee.assign(at: offset, from: from, to: to, reason: reason)
  }

  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {}

  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {}

  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader) {}

  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader) {}
}
