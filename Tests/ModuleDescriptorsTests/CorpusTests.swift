import ModuleDescriptors
import Testing

@Suite struct CorpusTests {
  @Test func compiles() {
    #expect(DescriptorRules.all.count == 10)
  }
}
