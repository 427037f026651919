import Testing

@testable import Linkage

@Suite struct SymbolTableTests {
  @Test func equalTextsAreOneSymbol() {
    var table = SymbolTable()
    let first = table.intern("a/B")
    #expect(table.intern("a/B") == first)
    #expect(table.intern("a/C") != first)
    #expect(table.text(first) == "a/B")
    #expect(table.find("a/D") == nil)
  }

  @Test func wellKnownSymbolsHaveFixedIds() {
    let table = SymbolTable()
    #expect(table.count == Symbol.wellKnown.count)
    #expect(table.find("java/lang/Object") == .object)
    #expect(table.find("java/lang/Exception") == .exception)
  }

  @Test func absorbingKeepsTexts() {
    var one = SymbolTable()
    var other = SymbolTable()
    for number in 0..<5_000 {
      _ = one.intern("x/\(number)")
      _ = other.intern("x/\(number * 2)")
    }
    let map = one.absorb(other)
    for index in 0..<other.count {
      #expect(one.text(map[index]) == other.text(Symbol(id: UInt32(index))))
    }
  }

  @Test func mapsKeepWhatIsPut() {
    var map = SymbolMap()
    for number in 1..<3_000 { map[Symbol(id: UInt32(number))] = Int32(number * 3) - 100 }
    for number in 1..<3_000 { #expect(map[Symbol(id: UInt32(number))] == Int32(number * 3) - 100) }
    #expect(map[Symbol(id: 99_999)] == nil)
  }
}
