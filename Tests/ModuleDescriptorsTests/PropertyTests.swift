import ModuleDescriptors
import Testing
import XMLTrees

/// What holds for every descriptor, tried on generated ones.
@Suite struct PropertyTests {
  @Test func whatIsWrittenReadsAsTheSameValue() throws {
    var compared = 0
    for seed in 0..<300 as Range<UInt64> {
      var source = RandomDescriptor(seed: seed)
      let made = source.make()
      let bytes = made.write()
      let parsed = try ModuleDescriptor.parse(bytes)
      #expect(parsed.defects.map(\.message) == [], "seed \(seed)")
      #expect(parsed.descriptor.write() == bytes, "seed \(seed)")
      #expect(parsed.descriptor.unformed == made.unformed, "seed \(seed)")
      compared += 1
    }
    #expect(compared == 300)
  }

  /// An edit changes what was edited; what the format does not know stays where it stood.
  @Test func unknownPartsSurviveEdits() throws {
    let bytes = SampleDescriptor.replacing(
      "<outputVars/>\n    <resources>",
      "<!-- mine -->\n    <outputVars/>\n    <extra a=\"1\"/>\n    <resources>"
    )
    var module = try ModuleDescriptor.parse(bytes).descriptor
    module.name = "Renamed"
    module.functions[0].statements.append(.exit(SimpleStatement(Head(id: "s9", name: "exit", createTime: 9))))
    module.head.description = "new"
    let written = String(decoding: module.write(), as: UTF8.self)
    #expect(written.contains("    <!-- mine -->\n    <outputVars/>\n    <extra a=\"1\"/>\n    <resources>"))
    #expect(written.contains(#"id="m" name="Renamed" specVersion="5""#))
    #expect(written.contains("    <description>new</description>\n    <descriptionURL></descriptionURL>"))
    #expect(
      written.contains(
        """
                        </if2>
                        <exit createTime="9" id="s9" name="exit" specVersion="0" vendor="" version="0">
                            <description></description>
                            <descriptionURL></descriptionURL>
                            <disabled>false</disabled>
                            <inputVars/>
                            <outputVars/>
                            <resources/>
                        </exit>
                    </children>
        """
      )
    )
  }

  /// A part that was absent is written once it has a value, where the appliance would write it.
  @Test func aMissingPartIsWrittenOnceItHasAValue() throws {
    let bytes = SampleDescriptor.replacing("    <createdWith>STARFACE 7.3.0.5</createdWith>\n", "")
    var module = try ModuleDescriptor.parse(bytes).descriptor
    module.createdWith = "STARFACE 7.3.0.5"
    #expect(module.write() == SampleDescriptor.bytes)
  }
}

extension ModuleDescriptor {
  /// The descriptor without its form: a text without references cannot say which kind it would have used.
  fileprivate var unformed: ModuleDescriptor {
    var copy = self
    copy.form.references = .hexadecimal
    return copy
  }
}
