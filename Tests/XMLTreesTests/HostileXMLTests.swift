import Testing
import XMLTrees

/// Texts that must be refused, each with its message and place.
@Suite struct HostileXMLTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var expected: String

    init(_ name: String, _ text: String, _ expected: String) {
      self.init(name, Array(text.utf8), expected)
    }

    init(_ name: String, _ bytes: [UInt8], _ expected: String) {
      self.name = name
      self.bytes = bytes
      self.expected = expected
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      "empty",
      "",
      "the document is empty; export the module again"
    ),
    Case(
      "blank",
      " \n",
      "line 2, column 1: there is no XML element here; start the document with an XML declaration or its root element"
    ),
    Case(
      "no XML",
      "PK\u{3}\u{4}",
      "line 1, column 1: there is no XML element here; start the document with an XML declaration or its root element"
    ),
    Case(
      "plain text",
      "hello",
      "line 1, column 1: there is no XML element here; start the document with an XML declaration or its root element"
    ),
    Case(
      "cut start tag",
      "<module id=\"",
      "line 1, column 13: the document ends too early: AttValue: ' expected; export the module again; the file is cut off"
    ),
    Case(
      "cut name",
      "<mod",
      "line 1, column 5: the document ends too early: Couldn't find end of Start Tag mod line 1; export the module again; the file is cut off"
    ),
    Case(
      "cut content",
      "<module>\n<a>x",
      "line 2, column 5: the document ends too early: Premature end of data in tag a line 2; export the module again; the file is cut off"
    ),
    Case(
      "unclosed",
      "<module><a></module>",
      "line 1, column 21: Opening and ending tag mismatch: a line 1 and module; close elements in the order in which they were opened"
    ),
    Case(
      "crossed",
      "<a><b></a></b>",
      "line 1, column 11: Opening and ending tag mismatch: b line 1 and a; close elements in the order in which they were opened"
    ),
    Case(
      "two roots",
      "<a/>\n<b/>",
      "line 2, column 1: content after the root element; remove what follows the root element"
    ),
    Case(
      "text after root",
      "<a/>\nx",
      "line 2, column 1: content after the root element; remove what follows the root element"
    ),
    Case(
      "duplicate attribute",
      "<a>\n<b x=\"1\" x=\"2\"/></a>",
      "line 2, column 15: Attribute x redefined; remove one of the two attributes"
    ),
    Case(
      "attribute without quotes",
      "<a x=1/>",
      "line 1, column 6: an attribute value without quotes; quote the value"
    ),
    Case(
      "attribute without value",
      "<a x/>",
      "line 1, column 5: Specification mandates value for attribute x; mend the XML at this place; every XML editor shows it"
    ),
    Case(
      "< in attribute",
      "<a x=\"<\"/>",
      "line 1, column 7: Unescaped '<' not allowed in attributes values; write &lt; inside attribute values"
    ),
    Case(
      "bare ampersand",
      "<a>\n\n& b</a>",
      "line 3, column 2: a name is missing here; write &amp; for a plain &, &lt; for a plain <"
    ),
    Case(
      "undeclared entity",
      "<a>&auml;</a>",
      "line 1, column 10: Entity 'auml' not defined; write the character itself or a numeric reference such as &#xE4;"
    ),
    Case(
      "undeclared entity in attribute",
      "<a b=\"&auml;\"/>",
      "line 1, column 13: Entity 'auml' not defined; write the character itself or a numeric reference such as &#xE4;"
    ),
    Case(
      "undeclared prefix",
      "<a><x:b/></a>",
      "line 1, column 8: Namespace prefix x on b is not defined; declare the prefix with xmlns or remove it"
    ),
    Case(
      "undeclared attribute prefix",
      "<a x:b=\"\"/>",
      "line 1, column 10: Namespace prefix x for b on a is not defined; declare the prefix with xmlns or remove it"
    ),
    Case(
      "NUL",
      "<a>\u{0}</a>",
      "line 1, column 4: a NUL byte, which XML forbids; remove the byte"
    ),
    Case(
      "control character",
      "<a>\u{1}</a>",
      "line 1, column 4: PCDATA invalid Char value 1; remove the control character"
    ),
    Case(
      "reference to NUL",
      "<a>&#0;</a>",
      "line 1, column 8: xmlParseCharRef: invalid xmlChar value 0; remove the control character"
    ),
    Case(
      "reference to a surrogate",
      "<a>&#xD800;</a>",
      "line 1, column 12: xmlParseCharRef: invalid xmlChar value 55296; remove the control character"
    ),
    Case(
      "reference without end",
      "<a>&#13</a>",
      "line 1, column 8: CharRef: invalid decimal value; mend the XML at this place; every XML editor shows it"
    ),
    Case(
      "bad UTF-8",
      Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8),
      "line 1, column 4: byte 0xC3 is not UTF-8; save the file as UTF-8"
    ),
    Case(
      "overlong UTF-8",
      Array("<a>".utf8) + [0xC0, 0xAF] + Array("</a>".utf8),
      "line 1, column 4: byte 0xC0 is not UTF-8; save the file as UTF-8"
    ),
    Case(
      "surrogate in UTF-8",
      Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
      "line 1, column 4: byte 0xED is not UTF-8; save the file as UTF-8"
    ),
    Case(
      "Latin-1 byte",
      Array("<a>\n".utf8) + [0xE4] + Array("</a>".utf8),
      "line 2, column 1: byte 0xE4 is not UTF-8; save the file as UTF-8"
    ),
    Case(
      "UTF-16 LE",
      [0xFF, 0xFE, 0x3C, 0, 0x61, 0],
      "line 1, column 1: the encoding is UTF-16, not UTF-8; save the file as UTF-8 and declare encoding=\"UTF-8\""
    ),
    Case(
      "UTF-16 BE",
      [0xFE, 0xFF, 0, 0x3C, 0, 0x61],
      "line 1, column 1: the encoding is UTF-16, not UTF-8; save the file as UTF-8 and declare encoding=\"UTF-8\""
    ),
    Case(
      "UTF-16 without mark",
      [0x3C, 0, 0x61, 0, 0x2F, 0],
      "line 1, column 1: the encoding is UTF-16, not UTF-8; save the file as UTF-8 and declare encoding=\"UTF-8\""
    ),
    Case(
      "UTF-32",
      [0, 0, 0xFE, 0xFF],
      "line 1, column 1: the encoding is UTF-32, not UTF-8; save the file as UTF-8 and declare encoding=\"UTF-8\""
    ),
    Case(
      "declared Latin-1",
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>",
      "line 1, column 1: the encoding is ISO-8859-1, not UTF-8; save the file as UTF-8 and declare encoding=\"UTF-8\""
    ),
    Case(
      "declared UTF-7",
      "<?xml version='1.0' encoding='UTF-7'?><a/>",
      "line 1, column 1: the encoding is UTF-7, not UTF-8; save the file as UTF-8 and declare encoding=\"UTF-8\""
    ),
    Case(
      "declaration after space",
      " <?xml version=\"1.0\"?><a/>",
      "line 1, column 7: an XML declaration that is not at the very beginning; remove what stands before <?xml"
    ),
    Case(
      "declaration twice",
      "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>",
      "line 1, column 27: an XML declaration that is not at the very beginning; remove what stands before <?xml"
    ),
    Case(
      "comment without end",
      "<a><!-- x</a>",
      "line 1, column 14: the document ends too early: Comment not terminated; export the module again; the file is cut off"
    ),
    Case(
      "double dash in comment",
      "<a><!-- x -- y --></a>",
      "line 1, column 11: Double hyphen within comment: <!-- x ; mend the XML at this place; every XML editor shows it"
    ),
    Case(
      "CDATA without end",
      "<a><![CDATA[x</a>",
      "line 1, column 18: the document ends too early: CData section not finished; export the module again; the file is cut off"
    ),
    Case(
      "]]> in text",
      "<a>]]></a>",
      "line 1, column 4: Sequence ']]>' not allowed in content; mend the XML at this place; every XML editor shows it"
    ),
    Case(
      "DOCTYPE",
      "<!DOCTYPE module>\n<module/>",
      "line 1, column 1: the document has a DOCTYPE; remove the DOCTYPE and its entities; a module descriptor never needs them"
    ),
    Case(
      "external entity",
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
      "line 1, column 1: the document has a DOCTYPE; remove the DOCTYPE and its entities; a module descriptor never needs them"
    ),
    Case(
      "external DTD",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"http://127.0.0.1/x.dtd\"><a/>",
      "line 2, column 1: the document has a DOCTYPE; remove the DOCTYPE and its entities; a module descriptor never needs them"
    ),
    Case(
      "parameter entity",
      "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1/\"> %x;]><a/>",
      "line 1, column 1: the document has a DOCTYPE; remove the DOCTYPE and its entities; a module descriptor never needs them"
    ),
    Case(
      "billion laughs",
      laughs(),
      "line 1, column 1: the document has a DOCTYPE; remove the DOCTYPE and its entities; a module descriptor never needs them"
    ),
    Case(
      "quadratic blow-up",
      "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "x", count: 50_000))\">]><a>&x;</a>",
      "line 1, column 1: the document has a DOCTYPE; remove the DOCTYPE and its entities; a module descriptor never needs them"
    ),
    Case(
      "101 levels",
      String(repeating: "<a>", count: 101) + String(repeating: "</a>", count: 101),
      "line 1, column 301: elements nest deeper than 100 levels; no real descriptor comes near; check where this file comes from"
    ),
    Case(
      "100,000 levels",
      String(repeating: "<a>", count: 100_000),
      "line 1, column 301: elements nest deeper than 100 levels; no real descriptor comes near; check where this file comes from"
    ),
    Case(
      "101 attributes",
      "<a" + (0..<101).map { " a\($0)=\"\"" }.joined() + "/>",
      "line 1, column 1: <a> has more than 100 attributes; no real descriptor comes near; check where this file comes from"
    ),
    Case(
      "200,000 attributes",
      "<b>\n<a" + (0..<200_000).map { " a\($0)=\"\"" }.joined() + "/></b>",
      "line 2, column 1: a start tag has more than 100 attributes; no real descriptor comes near; check where this file comes from"
    ),
    Case(
      "too many elements",
      "<a>" + String(repeating: "<b/>", count: 100_000) + "</a>",
      "line 1, column 240000: more than 60000 elements; no real descriptor comes near; check where this file comes from"
    ),
    Case(
      "too many comments",
      "<a>" + String(repeating: "<!---->", count: 60_000) + "</a>",
      "line 1, column 420004: more than 60000 elements and comments; no real descriptor comes near; check where this file comes from"
    ),
    Case(
      "too many bytes",
      "<a>" + String(repeating: "x", count: 4 << 20) + "</a>",
      "the document has 4194311 bytes, more than 4194304; no real descriptor comes near; check where this file comes from"
    ),
  ]

  private static func laughs() -> String {
    var text = "<!DOCTYPE lolz [<!ENTITY l0 \"lol\">"
    for level in 1...9 {
      text += "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    return text + "]><lolz>&l9;</lolz>"
  }

  @Test(arguments: cases) func isRefused(_ hostile: Case) {
    do throws(XMLError) {
      _ = try XMLDocument.parse(hostile.bytes)
      Issue.record("\(hostile.name) was accepted")
    } catch {
      #expect(error.description == hostile.expected)
    }
  }

  @Test func thereAreEnough() { #expect(Self.cases.count >= 40) }
}
