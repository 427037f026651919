import ModuleDescriptors
import Testing
import XMLTrees

/// Descriptors that are read in spite of defects: each defect told with its line, and the text kept.
@Suite struct DefectTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var expected: [String]
    var testDescription: String { new }

    init(_ old: String, _ new: String, _ expected: String...) {
      self.old = old
      self.new = new
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case(
      "<disabled>false</disabled>",
      "<disabled>maybe</disabled>",
      "5: <module>: <disabled> is \"maybe\"; expected true or false"
    ),
    Case(
      " moduleType=\"EXTENDED\"",
      "",
      "2: <module> has no attribute moduleType; expected text"
    ),
    Case(
      " moduleType=\"EXTENDED\"",
      " moduleType=\"EXTENDED\" color=\"red\"",
      "2: <module> has an unknown attribute color"
    ),
    Case(
      " createTime=\"1\" id=\"m\"",
      " createTime=\"yesterday\" id=\"m\"",
      "2: <module>: attribute createTime is \"yesterday\"; expected an integer"
    ),
    Case(" createTime=\"1\" id=\"m\"", " createTime=\"007\" id=\"m\""),
    Case(
      " createTime=\"1\" id=\"m\"",
      " id=\"m\" createTime=\"1\"",
      "2: the parts of <module> stand in an unusual order"
    ),
    Case(
      "<outputVars/>",
      "<outputVars/>\n    <extra a=\"1\">\n        <b/>\n    </extra>",
      "13: <module> has an unknown child <extra>"
    ),
    Case("<outputVars/>", "<!-- mine -->\n    <outputVars/>"),
    Case(
      "    <createdWith>STARFACE 7.3.0.5</createdWith>\n",
      "",
      "2: <module> has no child <createdWith>"
    ),
    Case(
      "<editable>true</editable>",
      "<editable>true</editable>\n    <editable>false</editable>",
      "90: <module> has a second <editable>; the first one counts"
    ),
    Case(
      "<if2 ",
      "<whileTrue ",
      "25: unknown kind of statement <whileTrue>"
    ),
    Case(
      "valueByReference=\"false\"",
      "valueByReference=\"False\"",
      "7: <variable>: attribute valueByReference is \"False\"; expected true or false"
    ),
    Case(
      "id=\"t1\"/>",
      "id=\"t1\" zone=\"CET\"/>",
      "14: <timer> has an unknown attribute zone"
    ),
    Case(
      "<timer multiplikator",
      "<cron multiplikator",
      "14: unknown kind of resource <cron>"
    ),
    Case(
      "period=\"Minute\" ",
      "",
      "14: <timer> has no attribute period; expected one of Once, Second, Minute, Hour, Day, Week, Month"
    ),
    Case(
      "<checkbox variableId=\"v1\"",
      "<slider variableId=\"v1\"",
      "111: unknown kind of field <slider>"
    ),
    Case(
      " targetId=\"Append2\"",
      "",
      "70: <target> has no attribute targetId; expected text"
    ),
    Case(
      "<byReference>false</byReference>",
      "<byReference>no</byReference>",
      "58: <item>: <byReference> is \"no\"; expected true or false"
    ),
    Case(
      "<defaultLocale>en</defaultLocale>",
      "<defaultLocale lang=\"x\">en</defaultLocale>",
      "88: <defaultLocale> has an unknown attribute lang"
    ),
    Case(
      "<timerEntryPoint ",
      "<cronEntryPoint ",
      "91: unknown kind of entry point <cronEntryPoint>"
    ),
    Case(
      "<key>en</key>",
      "<key>en</key>stray",
      "103: <entries> has text among its elements: \"stray\""
    ),
  ]
}

extension DefectTests {
  @Test(arguments: cases) func isToldAndKept(_ item: Case) throws {
    let bytes = SampleDescriptor.replacing(item.old, item.new)
    try #require(!bytes.isEmpty, "the sample has no \(item.old)")
    let parsed = try ModuleDescriptor.parse(balanced(bytes))
    let told = parsed.defects.map { "\($0.position.line): \($0.message)" }
    #expect(told == item.expected)
    #expect(
      String(decoding: parsed.descriptor.write(), as: UTF8.self) == String(decoding: balanced(bytes), as: UTF8.self)
    )
  }

  /// Renames the end tags that a case's start tag leaves behind.
  private func balanced(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    for (start, end, new) in [
      ("<whileTrue", "</if2>", "</whileTrue>"), ("<slider", "</checkbox>", "</slider>"),
      ("<cronEntryPoint", "</timerEntryPoint>", "</cronEntryPoint>"),
    ] where text.contains(start) {
      if let range = text.firstRange(of: end) { text.replaceSubrange(range, with: new) }
    }
    return Array(text.utf8)
  }

  @Test func untouchedSampleHasNoDefectAndComesBack() throws {
    let parsed = try ModuleDescriptor.parse(SampleDescriptor.bytes)
    #expect(parsed.defects.map(\.message) == [])
    #expect(String(decoding: parsed.descriptor.write(), as: UTF8.self) == SampleDescriptor.text)
  }
}
