import Foundation
import Reporting
import Testing

@Suite struct JSONWriterTests {
  @Test func foundationReadsBackWhatIsWritten() throws {
    let awkward = "quote \" back \\ slash / tab \t line \n zero \u{0} delete \u{7F} grün 𝄞 \u{2028}"
    let value = JSONValue.object([
      awkward: .string(awkward), "list": [1, "two", true], "empty": .array([]), "nothing": .object([:]),
      "gone": nil, "half": .number(0.5), "infinite": .number(.infinity), "null": .null,
      "nested": [.object(["a": 1])],
    ])
    let read = try #require(JSONSerialization.jsonObject(with: Data(value.text.utf8)) as? [String: Any])
    #expect(read[awkward] as? String == awkward)
    #expect((read["list"] as? [Any])?.count == 3)
    #expect((read["list"] as? [Any])?[1] as? String == "two")
    #expect(read["half"] as? Double == 0.5)
    #expect(read["infinite"] is NSNull)
    #expect(read.count == 8)
  }

  @Test func membersKeepTheirOrder() {
    #expect(JSONValue.object(["b": 1, "a": [1, 2]]).text == "{\n  \"b\": 1,\n  \"a\": [1, 2]\n}\n")
  }
}
