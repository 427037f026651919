import ClassFiles

/// Gathers what a method uses of members and classes, with the handlers around each use.
struct CodeSink: FlowSink {
  private enum Target {
    case member(MemberUse)
    case made(Symbol)
    case named(Symbol)
  }

  private var file: ClassFile?
  private var code: CodeAttribute?
  private var bootstraps = BootstrapTable()
  private var found: [(target: Target, offset: Int)] = []
  /// The string that was pushed last, which the next call may be passed.
  private var text: Int?
  private var members: [MemberUse: Int32] = [:]
  private var handlers: [HandlerList: Int32] = [:]

  /// Goes on to another class.
  mutating func begin(_ file: ClassFile, _ bootstraps: BootstrapTable) {
    self.file = file
    self.bootstraps = bootstraps
  }

  /// Goes on to another method.
  mutating func begin(_ code: CodeAttribute) {
    self.code = code
    found.removeAll(keepingCapacity: true)
    text = nil
  }

  /// Adds what was found in the method.
  mutating func end(_ graph: inout CodeGraph) {
    for (target, offset) in found {
      let handlers = handlers(at: offset, &graph)
      switch target {
      case .member(let use): graph.uses.append(CodeGraph.Use(target: .member(number(use, &graph)), handlers: handlers))
      case .made(let type): graph.uses.append(CodeGraph.Use(target: .made(type), handlers: handlers))
      case .named(let type): graph.uses.append(CodeGraph.Use(target: .named(type), handlers: handlers))
      }
    }
  }

  private mutating func number(_ use: MemberUse, _ graph: inout CodeGraph) -> Int32 {
    var anywhere = use
    anywhere.poolIndex = 0
    if let known = members[anywhere] { return known }
    let number = Int32(graph.members.count)
    members[anywhere] = number
    graph.members.append(anywhere)
    return number
  }

  private mutating func handlers(at offset: Int, _ graph: inout CodeGraph) -> Int32 {
    guard let code, let file, !code.exceptionTable.isEmpty else { return 0 }
    let list = HandlerList(types: Handlers.caught(offset, code, file))
    if list.types.isEmpty { return 0 }
    if let known = handlers[list] { return known }
    let number = Int32(graph.handlers.count)
    handlers[list] = number
    graph.handlers.append(list)
    graph.caught.append(list.caught)
    return number
  }

  mutating func member(
    at offset: Int,
    kind: UseKind,
    index: Int,
    receiver: FlowType,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    let use = reader.use(index, kind)
    found.append((.member(use), offset))
    guard kind == .invokeStatic || kind == .invokeVirtual else { return }
    if let text, use.isReflection(reader.symbols) {
      // Class names are written with dots there, and with slashes in class files.
      let name = reader.pool.bytes(text).map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "/") : $0 }
      found.append((.named(name.withUnsafeBytes { reader.symbols.intern($0) }), offset))
    }
    text = nil
  }

  mutating func type(
    at offset: Int,
    kind: TypeUseKind,
    index: Int,
    flow: borrowing FlowState,
    reader: inout ClassReader
  ) {
    if kind == .new { found.append((.made(reader.className(index)), offset)) }
  }

  mutating func constant(at offset: Int, index: Int, reader: inout ClassReader) {
    text = reader.pool.tag(index) == 8 ? reader.pool.content(index, 0) : nil
    reader.uses(ofConstant: index, bootstraps) { note($0, offset) }
  }

  mutating func dynamic(at offset: Int, index: Int, flow: borrowing FlowState, reader: inout ClassReader) {
    reader.uses(ofDynamic: index, bootstraps) { note($0, offset) }
  }

  /// What a lambda runs stands among the call site's arguments, as a handle.
  private mutating func note(_ use: PoolUse, _ offset: Int) {
    if case .member(let handle) = use { found.append((.member(handle), offset)) }
  }

  mutating func assign(at offset: Int, from: Symbol, to: Symbol, reason: Assignment.Reason) {}
}

extension MemberUse {
  /// Whether it is a call that takes a class by its name.
  fileprivate func isReflection(_ symbols: SymbolTable) -> Bool {
    func isNamed(_ text: StaticString) -> Bool {
      symbols.withBytes(name) {
        $0.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      }
    }
    return isNamed("loadClass") || owner == .classClass && isNamed("forName")
  }
}
