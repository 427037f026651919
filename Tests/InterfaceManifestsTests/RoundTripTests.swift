import InterfaceManifests
import Testing

@Suite struct RoundTripTests {
  @Test func textAndBack() throws {
    var classes = 0
    for seed in 0..<300 {
      var random = RandomManifest(seed: UInt64(seed))
      let manifest = random.manifest(seed)
      classes += manifest.classes.count
      let text = manifest.text
      let back = try InterfaceManifest(parsing: Array(text.utf8), file: "seed \(seed)")
      #expect(back == manifest, "seed \(seed)")
      #expect(back.text == text)
    }
    #expect(classes > 1000)
  }

  @Test func compiledAndBack() throws {
    for seed in 0..<100 {
      var random = RandomManifest(seed: UInt64(seed))
      let manifests = (0..<(seed % 7 + 1)).map { random.manifest($0) }
      let line = try PlatformLine.open(bytes: LineCompiler.compile(manifests.reversed()))
      #expect(line.name == "demo line")
      #expect(line.views.map { $0.manifest() } == manifests, "seed \(seed)")
      for manifest in manifests {
        let view = try #require(line.view(manifest.version))
        for fact in manifest.classes { try compareLookups(view, fact) }
        #expect(view.findClass("p0/Nobody").record == nil)
      }
    }
  }

  private func compareLookups(_ view: ManifestView, _ fact: ClassFact) throws {
    let record = try #require(view.findClass(fact.name).record)
    #expect(record.flags == fact.flags && record.superclass?.string == fact.superclass)
    #expect(record.interfaces.map(\.string) == fact.interfaces)
    for member in fact.members {
      let found = try #require(
        member.isMethod
          ? record.method(member.name, member.descriptor) : record.field(member.name, member.descriptor)
      )
      #expect(found.fact == member)
      #expect(record.method(member.name, member.descriptor + "x") == nil)
    }
    #expect(record.members.count == fact.members.count)
  }

  @Test func sixtyFourVersions() throws {
    var random = RandomManifest(seed: 7)
    let manifests = (0..<64).map { random.manifest($0) }
    let line = try PlatformLine.open(bytes: LineCompiler.compile(manifests))
    #expect(line.views.map { $0.manifest() } == manifests)
    #expect(throws: ManifestError.tooLarge(reason: "a platform line holds at most 64 versions, not 65")) {
      try LineCompiler.compile(manifests + [random.manifest(64)])
    }
    #expect(throws: ManifestError.conflict(reason: "two manifests of demo line 3.1")) {
      try LineCompiler.compile([manifests[3], manifests[3]])
    }
  }
}
