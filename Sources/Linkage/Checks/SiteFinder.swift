import ClassFiles

/// Reads a class again to tell where its faults lie.
struct SiteFinder {
  private var reader = ClassReader()
  private var flow = TypeFlow()

  init(symbols: SymbolTable) { reader.symbols = symbols }

  /// For each cause, by its number, the sites in the class's code.
  mutating func sites(of causes: [Violation.Cause: Int], in file: ClassFile) -> [[CallSite]] {
    // A class that only lacks something has no code to be looked at.
    if causes.isEmpty { return [] }
    var sink = SiteSink(causes, file: file)
    let scan = CauseScan(causes.keys)
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      sink.bootstraps = BootstrapTable(file, reader.pool)
      reader.finals = OwnFinals(file, &reader)
      let name = reader.className(Int(file.thisClassIndex))
      sink.thisClass = name
      for (index, method) in file.methods.enumerated() {
        guard let code = try? method.code, scan.mayHold(code.codeRange, &reader) else { continue }
        sink.method = index
        sink.code = code
        flow.walk(method, code: code, of: name, reader: &reader, sink: &sink)
      }
      reader.pool = PoolReader()
    }
    return sink.sites
  }
}
