import Glibc

extension World {
  /// Every class name that the application mentions in a way that the machine may have to look up.
  func mentionedClassNames() -> [Symbol] {
    var mentioned = OrderedSymbols()
    func add(_ symbol: Symbol) { mentioned.add(symbol) }
    for summary in summaries {
      let facts = summary.facts
      add(facts.name)
      add(facts.superclass)
      add(facts.nestHost)
      for index in facts.interfaces.range { add(names[index]) }
      for index in facts.nestMembers.range { add(names[index]) }
      for index in facts.permitted.range { add(names[index]) }
    }
    for use in memberUses {
      add(use.owner)
      add(use.receiver)
      if use.kind.isHandle || use.owner == .methodHandle || use.owner == .varHandle { add(use.descriptor) }
    }
    for use in typeUses { add(use.type) }
    for use in assignments {
      add(use.from)
      add(use.to)
    }
    for site in lambdas {
      add(site.interface)
      add(site.descriptor)
      add(site.instantiated)
      add(site.site)
    }
    return mentioned.list
  }

  /// Tells the class names inside a class name, array descriptor, field descriptor or method descriptor.
  mutating func classNames(in symbol: Symbol, _ tell: (Symbol) -> Void) {
    let first = symbols.firstByte(symbol)
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "(") else {
      if first != 0 { tell(symbol) }
      return
    }
    let bytes = symbols.withBytes(symbol) { Array($0) }
    bytes.withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "L") {
          let start = position + 1
          guard let base = bytes.baseAddress,
            let semicolon = memchr(base + start, Int32(UInt8(ascii: ";")), bytes.count - start)
          else { break }
          let end = base.distance(to: UnsafeRawPointer(semicolon))
          tell(symbols.intern(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
          position = end
        }
        position += 1
      }
    }
  }
}
