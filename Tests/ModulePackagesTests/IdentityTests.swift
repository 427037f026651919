import ModulePackages
import Testing

@Suite("Module identity")
struct IdentityTests {
  @Test("hashes are those of the digest's definition")
  func hashes() {
    // printf 'abc' | sha1sum; FIPS 180-2 appendix A.1.
    #expect(ModuleIdentity.writeHash(moduleID: "a", password: "bc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(ModuleIdentity.writeHash(moduleID: "abc") == "a9993e364706816aba3e25717850c26c9cd0d89d")
  }
}
