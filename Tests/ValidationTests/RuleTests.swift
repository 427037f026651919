import Findings
import ModulePackages
import Testing
import Validation

/// Every rule against modules that trip it and modules that nearly do.
@Suite struct RuleTests {
  static let groups = [
    Case.manifest, Case.references, Case.statements, Case.functions, Case.classes, Case.entryPoints, Case.pages,
    Case.identity, Case.syntax,
  ]
  static let cases: [Case] = groups.flatMap(\.self)

  @Test func theSampleIsClean() throws {
    let found = try Case("nothing changed") { _ in }.found()
    #expect(found == "", "\(found)")
  }

  @Test func thereAreEnough() {
    #expect(Set(Self.cases.map(\.label)).count == Self.cases.count)
    #expect(Self.cases.count { !$0.expected.isEmpty } >= 90)
    #expect(Self.cases.count { $0.expected.isEmpty } >= 25)
  }

  @Test(arguments: cases)
  func isFoundAndNothingElse(_ tested: Case) throws {
    let found = try tested.found()
    #expect(found == tested.expected)
  }
}
