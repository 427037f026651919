import Testing
@testable import Linkage
@Suite struct SmokeTests { @Test func symbols() { var t = SymbolTable(); #expect(t.intern("a/B") == t.intern("a/B")) } }
