import Findings
import Testing

@Suite("Rule catalogue") struct RuleCatalogueTests {
  static func rule(_ id: RuleID) -> Rule {
    Rule(id: id, severity: .error, title: "t", what: "w", why: "y", mend: "m", source: "s")
  }

  let catalogue = RuleCatalogue(
    [rule("zip.entry.duplicate"), rule("zip.entry.crc")],
    [rule("link.method.missing"), rule("zip.entry.crc")]
  )

  @Test("sorted, each id once") func sorted() {
    #expect(catalogue.rules.map(\.id) == ["link.method.missing", "zip.entry.crc", "zip.entry.duplicate"])
    #expect(catalogue["zip.entry.crc"] != nil)
    #expect(catalogue["zip.entry.none"] == nil)
  }

  @Test("a mistyped id finds its neighbour") func nearest() {
    #expect(catalogue.nearest(to: "zip.entry.duplicated").first == "zip.entry.duplicate")
    #expect(catalogue.nearest(to: "nothing like it").isEmpty)
  }

  @Test("edit distance") func distance() {
    #expect(editDistance("kitten", "sitting") == 3)
    #expect(editDistance("", "abc") == 3)
    #expect(editDistance("same", "same") == 0)
    #expect(partialEditDistance(of: "poling", in: "now polling 3") == 1)
    #expect(partialEditDistance(of: "abc", in: "") == 3)
    #expect(partialEditDistance(of: "abc", in: "xabcx") == 0)
  }
}
