import ClassFiles

/// Reads class files into a chunk: one walk over each method's code, everything it uses noted once a class.
struct ClassScanner {
  private(set) var reader = ClassReader()
  private var sink = SummarySink()
  private var flow = TypeFlow()

  /// What was read so far.
  var chunk: SummaryChunk { sink.chunk }

  /// Reads a class with all it uses.
  mutating func scan(_ file: ClassFile, unit: Int32) {
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      var summary = sink.chunk.addFacts(file, reader: &reader, unit: unit)
      reader.finals = OwnFinals(file, &reader)
      let starts = sink.begin(summary.facts, BootstrapTable(file, reader.pool))
      for method in file.methods {
        if method.accessFlags.contains(.native) { summary.hasNatives = true }
        guard let code = try? method.code else { continue }
        flow.walk(method, code: code, of: summary.facts.name, reader: &reader, sink: &sink)
      }
      sink.end(&summary, starts)
      reader.pool = PoolReader()
    }
  }

  /// Reads what a class says of itself, not what it uses: for classes of a platform.
  mutating func scanFacts(_ file: ClassFile, unit: Int32) {
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      let summary = sink.chunk.addFacts(file, reader: &reader, unit: unit)
      sink.chunk.classes.append(summary)
      reader.pool = PoolReader()
    }
  }

  /// Notes an input that is no class file.
  mutating func skip(unit: Int32, _ error: LinkInputError) { sink.chunk.unreadable.append((unit, error)) }
}
