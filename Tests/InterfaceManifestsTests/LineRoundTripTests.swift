import InterfaceManifests
import Testing

@Suite struct LineRoundTripTests {
  @Test func oneClass() throws {
    var manifest = InterfaceManifest(
      platform: "demo",
      version: try #require(PlatformVersion("1.2")),
      javaLevel: 8,
      coverage: .complete,
      scope: .publicAPI,
      sources: ["a test"]
    )
    var type = ClassFact(name: "a/B", flags: [.public], superclass: "java/lang/Object")
    type.members = [MemberFact(name: "m", descriptor: "()V", flags: [.public])]
    manifest.classes = [type]
    manifest.packages = [PackageFact(name: "a")]
    let line = try PlatformLine.open(bytes: try LineCompiler.compile([manifest]))
    let view = try #require(line.view(0))
    let record = try #require(view.findClass("a/B").record)
    #expect(record.superclass?.string == "java/lang/Object")
    #expect(record.members.count == 1)
  }
}
