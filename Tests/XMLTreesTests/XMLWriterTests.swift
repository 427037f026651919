import Testing
import XMLTrees

@Suite struct XMLWriterTests {
  @Test func writesBackWhatItRead() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <a x="1" y="&lt;&amp;&gt;&quot;'">
          <b></b>
          <c/>
          <d>one&#xD;
      two &lt;&amp;&gt; "ä"</d>
      </a>

      """
    let document = try XMLDocument.parse(Array(text.utf8))
    let writer = XMLWriter(expandedWhenEmpty: ["b"], form: document.form)
    #expect(String(decoding: writer.write(document.root), as: UTF8.self) == text)
    #expect(document.root.first("d")?.position.line == 5)
    #expect(document.root.first("d")?.position.column == 5)
  }
}
