import Findings
import Testing

@Suite("Suppressions") struct SuppressionTests {
  let link = Finding(
    rule: "link.method.missing",
    severity: .error,
    message: "gone",
    package: "build/a.sfm",
    platform: "7.3.0.5",
    symbol: "a.B.c()V",
    location: Location(entry: "B.class", line: 3)
  )

  @Test("rule, symbol and platform must all match") func allMustMatch() {
    let yes = Suppression(rule: Glob("link.*"), symbol: Glob("a.B.*"), platform: Glob("7.3*"), because: "known")
    #expect(yes.covers(link, today: "2026-01-01"))
    for other in [
      Suppression(rule: Glob("zip.*"), because: "other rule"),
      Suppression(rule: Glob("link.*"), symbol: Glob("x.*"), because: "other symbol"),
      Suppression(rule: Glob("link.*"), platform: Glob("8.*"), because: "other platform"),
    ] {
      #expect(!other.covers(link, today: "2026-01-01"))
    }
  }

  @Test("a platform is a pattern, or what versions begin with", arguments: ["7.3", "7", "7.3.0.5", "7.*", "*"])
  func platformPrefix(_ platform: String) {
    let suppression = Suppression(rule: Glob("link.*"), platform: Glob(platform), because: "known")
    #expect(suppression.covers(link, today: "2026-01-01"))
    var other = link
    for version in ["70.3.0.5", nil] where platform != "*" {
      other.platform = version
      #expect(!suppression.covers(other, today: "2026-01-01"))
    }
  }

  @Test("holds on its last day and not after") func expiry() {
    let suppression = Suppression(rule: Glob("*"), because: "until the next release", until: "2026-03-31")
    #expect(suppression.covers(link, today: "2026-03-31"))
    #expect(!suppression.covers(link, today: "2026-04-01"))
    #expect(!suppression.hasExpired(on: "2026-03-31"))
    #expect(suppression.hasExpired(on: "2026-04-01"))
  }

  @Test("unused ones are told") func unused() {
    let used = Suppression(rule: Glob("link.*"), because: "a")
    let idle = Suppression(rule: Glob("zip.*"), because: "b")
    let outcome = [link].applying([used, idle], today: "2026-01-01")
    #expect(outcome.kept.isEmpty)
    #expect(outcome.suppressed == 1)
    #expect(outcome.unused == [idle])
  }

  @Test("identity knows neither lines nor folders") func identity() {
    var moved = link
    moved.location.line = 99
    moved.package = "elsewhere/a.sfm"
    #expect(moved.identity == link.identity)
    moved.symbol = "a.B.d()V"
    #expect(moved.identity != link.identity)
  }
}
