/// Gathers what the classes of a chunk use, each use once a class.
struct SummarySink: FlowSink {
  var chunk = SummaryChunk()
  private var thisClass: Symbol = .none
  private var bootstraps = BootstrapTable()
  private var members = KeySet()
  private var types = KeySet()
  private var assignments = KeySet()
  private var constants = KeySet()

  /// Where the uses of the current class begin in the chunk's arrays.
  struct Starts {
    var members: Int
    var types: Int
    var assignments: Int
    var lambdas: Int
  }

  mutating func begin(_ facts: ClassFacts, _ bootstraps: BootstrapTable) -> Starts {
    thisClass = facts.name
    self.bootstraps = bootstraps
    members.removeAll()
    types.removeAll()
    assignments.removeAll()
    constants.removeAll()
    return Starts(
      members: chunk.memberUses.count,
      types: chunk.typeUses.count,
      assignments: chunk.assignments.count,
      lambdas: chunk.lambdas.count
    )
  }

  mutating func end(_ summary: inout ClassSummary, _ starts: Starts) {
    func slice(_ start: Int, _ end: Int) -> Slice { Slice(start: UInt32(start), count: UInt32(end - start)) }
    summary.members = slice(starts.members, chunk.memberUses.count)
    summary.types = slice(starts.types, chunk.typeUses.count)
    summary.assignments = slice(starts.assignments, chunk.assignments.count)
    summary.lambdas = slice(starts.lambdas, chunk.lambdas.count)
    chunk.classes.append(summary)
  }

  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    add(reader.use(index, kind, on: receiver, in: thisClass))
  }

  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    add(TypeUse(type: reader.className(index), kind: kind))
  }

  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader) {
    guard constants.insert(UInt64(index)) else { return }
    reader.uses(ofConstant: index, bootstraps) { add($0) }
  }

  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader) {
    guard constants.insert(UInt64(index)) else { return }
    reader.uses(ofDynamic: index, bootstraps) { add($0) }
  }

  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason) {
    let assignment = Assignment(from: from, to: to, reason: reason)
    // Symbols have 29 bits (`FlowType`).
    let key = UInt64(from.id) << 32 | UInt64(to.id) | UInt64(reason.rawValue) << 63
    if assignments.insert(key) { chunk.assignments.append(assignment) }
  }

  private mutating func add(_ use: PoolUse) {
    switch use {
    case .member(let use): add(use)
    case .type(let use): add(use)
    case .lambda(let site): chunk.lambdas.append(site)
    }
  }

  private mutating func add(_ use: MemberUse) {
    // Within a class the constant's index stands for owner, name and descriptor.
    // Who writes a final field is told with no receiver; symbols have 29 bits (`FlowType`).
    let kin = use.writer.isNone ? UInt64(use.receiver.id) : UInt64(use.writer.id) | 1 << 31
    let key = kin << 32 | UInt64(use.poolIndex) << 8 | UInt64(use.kind.rawValue)
    if members.insert(key) { chunk.memberUses.append(use) }
  }

  private mutating func add(_ use: TypeUse) {
    if types.insert(UInt64(use.type.id) << 8 | UInt64(use.kind.rawValue)) { chunk.typeUses.append(use) }
  }
}
