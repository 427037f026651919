import ModuleDescriptors
import Testing

/// Both ways in which nested operands may be written are read alike and kept.
@Suite struct ExpressionTests {
  static let operand = """
    <variables name="a" type="OBJECT" valueByReference="true" valueByReferenceAllowed="true" valueByValueAllowed="true" \
    visible="true">
                <value>v1</value>
            </variables>
    """
  static let forms = [
    "<expressions>\n        <isEmptyExpression>\(operand)</isEmptyExpression>\n    </expressions>",
    "<expressions xsi:type=\"isEmptyExpression\">\(operand)</expressions>",
    "<expressions xsi:type=\"nestedExpression\">\n        <evalExpression xsi:type=\"orExpression\"/>\n        "
      + "<expressions xsi:type=\"isEmptyExpression\">\(operand)</expressions>\n    </expressions>",
  ]

  @Test(arguments: forms) func nestedOperandsAreRead(_ form: String) throws {
    let text = SampleDescriptor.text
    let start = try #require(text.firstRange(of: "<expressions>"))
    let end = try #require(text.firstRange(of: "</expressions>"))
    var changed = text.replacingRange(start.lowerBound..<end.upperBound, with: form)
    changed = changed.replacingFirst("moduleType", with: "xmlns:xsi=\"\(Evaluation.schemaInstance)\" moduleType")
    let parsed = try ModuleDescriptor.parse(Array(changed.utf8))
    #expect(parsed.defects.map(\.message) == [])
    guard case .if(let block)? = parsed.descriptor.functions.first?.statements.first,
      case .nested(let nested)? = block.condition
    else {
      Issue.record("no nested condition")
      return
    }
    #expect(nested.joint == .and)
    #expect(nested.expressions.count == 1)
    #expect(block.condition?.operands.map(\.value) == ["v1"])
    let written = parsed.descriptor.write()
    let again = try ModuleDescriptor.parse(written)
    #expect(again.descriptor == parsed.descriptor)
    #expect(again.descriptor.write() == written)
  }

  @Test func concurrentParsesAgree() async throws {
    let expected = try ModuleDescriptor.parse(SampleDescriptor.bytes)
    let agreed = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 {
        group.addTask { (try? ModuleDescriptor.parse(SampleDescriptor.bytes)) == expected }
      }
      return await group.reduce(into: 0) { count, same in count += same ? 1 : 0 }
    }
    #expect(agreed == 64)
  }
}

extension String {
  fileprivate func replacingRange(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }

  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    firstRange(of: old).map { replacingRange($0, with: new) } ?? self
  }
}
