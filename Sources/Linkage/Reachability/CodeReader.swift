import ClassFiles

/// Reads what the methods of application classes use, a class at a time, each once.
struct CodeReader {
  /// A use, and the handlers around it.
  struct Use {
    var use: PoolUse
    var caught: [String]
  }

  private let scope: LinkScope
  private let inputs: [LinkInput]
  private var reader = ClassReader()
  private var flow = TypeFlow()
  private var files: [ClassID: ClassFile] = [:]
  private var summaries: [ClassID: Int] = [:]
  private var cache: [ClassID: [[Use]]] = [:]
  private var reflective: [MethodNode: [(name: String, caught: [String])]] = [:]

  init(_ scope: LinkScope, inputs: [LinkInput]) {
    self.scope = scope
    self.inputs = inputs
    reader.symbols = scope.world.symbols
    for (number, id) in scope.world.applicationIDs.enumerated() { summaries[id] = number }
  }

  /// The class file of an application class.
  mutating func file(_ id: ClassID) -> ClassFile? {
    if let known = files[id] { return known }
    guard let number = summaries[id] else { return nil }
    let unit = Int(scope.world.summaries[number].unit)
    guard unit < inputs.count, let file = try? inputs[unit].read().get() else { return nil }
    files[id] = file
    return file
  }

  /// The position in its class file of a member of the world.
  mutating func methodIndex(_ member: MemberID) -> Int? {
    guard let file = file(member.owner) else { return nil }
    let facts = scope.world.members[Int(member.index)]
    let name = scope.world.symbols.text(facts.name)
    let descriptor = scope.world.symbols.text(facts.descriptor)
    return file.methods.firstIndex { (try? $0.name) == name && (try? $0.descriptor) == descriptor }
  }

  /// The world's facts of a method of a class file.
  mutating func memberFacts(_ id: ClassID, _ index: Int) -> MemberFacts? {
    guard let file = file(id), index < file.methods.count, let name = try? file.methods[index].name,
      let descriptor = try? file.methods[index].descriptor, let nameSymbol = scope.world.symbols.find(name),
      let descriptorSymbol = scope.world.symbols.find(descriptor),
      let found = scope.world.method(nameSymbol, descriptorSymbol, in: scope.world.facts(id))
    else { return nil }
    return scope.world.members[found]
  }

  /// What a method uses, in the order of its code.
  mutating func uses(_ node: MethodNode) -> [Use] {
    if cache[node.owner] == nil { cache[node.owner] = read(node.owner) }
    guard let methods = cache[node.owner], node.method < methods.count else { return [] }
    return methods[node.method]
  }

  private mutating func read(_ id: ClassID) -> [[Use]] {
    guard let file = file(id) else { return [] }
    var all: [[Use]] = []
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      let bootstraps = BootstrapTable(file, reader.pool)
      for method in file.methods {
        var sink = EventSink()
        sink.bootstraps = bootstraps
        guard let code = try? method.code else {
          all.append([])
          continue
        }
        flow.walk(method, code: code, of: scope.world.facts(id).name, reader: &reader, sink: &sink)
        all.append(
          sink.events.flatMap { event -> [Use] in
            let caught = Handlers.caught(event.offset, code, file)
            return event.uses.map { Use(use: $0, caught: caught) }
          }
        )
      }
      reader.pool = PoolReader()
    }
    return all
  }

  /// The class names that a method passes as constants to `Class.forName` or `loadClass`.
  mutating func reflectiveNames(_ node: MethodNode) -> [(name: String, caught: [String])] {
    if let known = reflective[node] { return known }
    let names = readReflectiveNames(node)
    reflective[node] = names
    return names
  }

  private mutating func readReflectiveNames(_ node: MethodNode) -> [(name: String, caught: [String])] {
    guard let file = file(node.owner), node.method < file.methods.count,
      uses(node).contains(where: { $0.isReflection(scope.world.symbols) }),
      let code = try? file.methods[node.method].code
    else { return [] }
    var names: [(String, [String])] = []
    var constant: String?
    var instructions = code.instructions
    while let instruction = ((try? instructions.next()) ?? nil) {
      switch instruction.opcode {
      case .ldc, .ldc_w: constant = instruction.poolIndex.flatMap { try? file.pool.string($0) }
      case .invokestatic, .invokevirtual:
        guard let text = constant, let index = instruction.poolIndex,
          let member = try? file.pool.memberReference(index)
        else { continue }
        if member.name == "forName" && member.owner == "java/lang/Class" || member.name == "loadClass" {
          let internalName = String(text.map { $0 == "." ? "/" : $0 })
          names.append((internalName, Handlers.caught(instruction.offset, code, file)))
        }
        constant = nil
      default: break
      }
    }
    return names
  }
}

extension CodeReader.Use {
  /// Whether it is a call that takes a class by its name.
  func isReflection(_ symbols: SymbolTable) -> Bool {
    guard case .member(let member) = use else { return false }
    let name = symbols.text(member.name)
    return name == "loadClass" || name == "forName" && member.owner == .classClass
  }
}

extension TraceEvent {
  /// Everything that the event uses.
  var uses: [PoolUse] {
    switch kind {
    case .member(let use, _, _): [.member(use)]
    case .type(let use, _): [.type(use)]
    case .constant(let uses): uses
    case .dynamic(let uses, _): uses
    }
  }
}
