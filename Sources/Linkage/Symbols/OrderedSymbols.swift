/// Symbols, each once, in the order in which they came. Their ids are small and dense, so a flag for each id is enough.
struct OrderedSymbols {
  /// The symbols.
  private(set) var list: [Symbol] = []
  private var isKnown: [Bool] = []

  /// Adds a symbol unless it is known, or none.
  mutating func add(_ symbol: Symbol) {
    let id = Int(symbol.id)
    if id >= isKnown.count { isKnown += repeatElement(false, count: max(id + 1, isKnown.count * 2) - isKnown.count) }
    guard !symbol.isNone, !isKnown[id] else { return }
    isKnown[id] = true
    list.append(symbol)
  }
}
