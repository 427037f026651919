import ClassFiles

/// Reads what the methods of application classes use, a class at a time, each once for all platforms.
struct CodeReader {
  private(set) var graph: CodeGraph
  private let world: World
  private let inputs: [LinkInput]
  private var reader = ClassReader()
  private var flow = TypeFlow()
  private var sink = CodeSink()

  /// A reader for the application's classes of a world.
  init(_ world: World, inputs: [LinkInput]) {
    self.world = world
    self.inputs = inputs
    graph = CodeGraph(world)
    reader.symbols = world.symbols
  }

  /// What stands in `slots` for a class whose file cannot be read.
  private static let unreadable: Int32 = -2

  /// The place of an application class in the graph, read if need be.
  mutating func open(_ id: ClassID) -> Int? {
    let number = Int(id.index)
    guard number < graph.slots.count, graph.slots[number] != Self.unreadable else { return nil }
    if graph.slots[number] >= 0 { return Int(graph.slots[number]) }
    // A file that was written meanwhile is another one than the world knows.
    guard let file = try? inputs[Int(world.summaries[number].unit)].read().get(),
      file.methods.count == Int(world.facts(id).methods.count)
    else {
      graph.slots[number] = Self.unreadable
      return nil
    }
    let slot = graph.classes.count
    graph.slots[number] = Int32(slot)
    read(id, file)
    return slot
  }

  private mutating func read(_ id: ClassID, _ file: ClassFile) {
    let facts = world.facts(id)
    let start = graph.methods.count
    graph.nodes += repeatElement(Int32(start), count: file.methods.count)
    graph.classes.append(
      CodeGraph.Class(id: id, methods: Slice(start: UInt32(start), count: UInt32(file.methods.count)))
    )
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      sink.begin(file, BootstrapTable(file, reader.pool))
      for (position, method) in file.methods.enumerated() {
        let name = reader.utf8(Int(method.nameIndex))
        let descriptor = reader.utf8(Int(method.descriptorIndex))
        // Each is a member of the world, which has the class's methods in another order.
        let member = world.method(name, descriptor, in: facts) ?? facts.methods.range.lowerBound
        graph.nodes[start + member - facts.methods.range.lowerBound] = Int32(start + position)
        graph.methods.append(CodeGraph.Method(owner: id, position: Int32(position), member: Int32(member)))
        guard let code = try? method.code else { continue }
        let first = graph.uses.count
        sink.begin(code)
        flow.walk(method, code: code, of: facts.name, reader: &reader, sink: &sink)
        sink.end(&graph)
        graph.methods[start + position].uses = Slice(start: UInt32(first), count: UInt32(graph.uses.count - first))
      }
      reader.pool = PoolReader()
    }
  }
}
