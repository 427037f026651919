import ClassFiles

/// Where in a class's code something is used.
struct CallSite: Hashable, Sendable {
  /// Position of the method in the class file.
  var method: Int
  var offset: Int
  /// The handlers around the site.
  var handlers: HandlerList
}

/// Finds the sites of a few uses by walking a class's code once more.
struct SiteSink: FlowSink {
  var causes: [Violation.Cause: Int]
  /// A bit for each name that a cause begins with, modulo 64: most uses are no cause, and are not hashed to find out.
  private var mayBeCause: UInt64 = 0
  /// For each cause its sites, in the order of the code.
  var sites: [[CallSite]]
  var bootstraps = BootstrapTable()
  var method = 0
  var code: CodeAttribute?
  var file: ClassFile
  var thisClass: Symbol = .none

  init(_ causes: [Violation.Cause: Int], file: ClassFile) {
    self.causes = causes
    for cause in causes.keys { mayBeCause |= Self.bit(cause) }
    sites = Array(repeating: [], count: causes.count)
    self.file = file
  }

  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    noteCause(.member(reader.use(index, kind, on: receiver, in: thisClass)), offset)
  }

  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    noteCause(.type(TypeUse(type: reader.className(index), kind: kind)), offset)
  }

  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader) {
    reader.uses(ofConstant: index, bootstraps) { note($0, offset) }
  }

  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader) {
    reader.uses(ofDynamic: index, bootstraps) { note($0, offset) }
  }

  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason) {
    noteCause(.assignment(Assignment(from: from, to: to, reason: reason)), offset)
  }

  private mutating func note(_ use: PoolUse, _ offset: Int) {
    switch use {
    case .member(let use): noteCause(.member(use), offset)
    case .type(let use): noteCause(.type(use), offset)
    case .lambda(let site): noteCause(.lambda(site), offset)
    }
  }

  private mutating func noteCause(_ cause: Violation.Cause, _ offset: Int) {
    guard mayBeCause & Self.bit(cause) != 0, let index = causes[cause], sites[index].count < 64 else { return }
    let handlers = HandlerList(types: code.map { Handlers.caught(offset, $0, file) } ?? [])
    let site = CallSite(method: method, offset: offset, handlers: handlers)
    // Code without frames is walked twice for its assignments.
    if case .assignment = cause, sites[index].contains(site) { return }
    sites[index].append(site)
  }

  private static func bit(_ cause: Violation.Cause) -> UInt64 {
    let name: Symbol =
      switch cause {
      case .member(let use): use.owner
      case .type(let use): use.type
      case .assignment(let use): use.from
      case .lambda(let site): site.interface
      case .loading, .unimplemented: .none
      }
    return 1 << UInt64(name.id & 63)
  }
}
