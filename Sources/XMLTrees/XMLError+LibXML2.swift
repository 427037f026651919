internal import CLibXML2

extension XMLError {
  /// libxml2's first error as one of ours, with a mend for the usual ones.
  init(_ state: sfm_xml_state, of bytes: UnsafeBufferPointer<UInt8>) {
    var state = state
    let text = withUnsafeBytes(of: &state.message) { raw in
      String(decoding: raw.prefix { $0 != 0 && $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
    let number = UInt32(bitPattern: state.code)
    let position = SourcePosition(line: Int(state.line), column: Int(state.column))
    let known = Self.known[number]
    let message = known.flatMap { $0.message } ?? Self.sentence(text)
    let mend = known?.mend ?? "mend the XML at this place; every XML editor shows it"
    let atEnd = Self.isAtEnd(position, of: bytes)
    let kind: Kind = Self.ends.contains(number) && atEnd ? .truncated : .syntax(code: state.code)
    self.init(
      kind,
      kind == .truncated ? "the document ends too early: \(message)" : message,
      at: position,
      mend: kind == .truncated ? "export the module again; the file is cut off" : mend
    )
  }

  private static func sentence(_ text: String) -> String {
    text.isEmpty ? "not well-formed XML" : text
  }

  /// Whether a place is on the last line, where a cut-off text ends.
  private static func isAtEnd(_ position: SourcePosition, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = LineCounter(bytes)
    return position.line >= lines.position(of: bytes.count).line
  }

  /// Errors that a text cut in two gives.
  private static let ends: Set<UInt32> = [
    XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_GT_REQUIRED.rawValue,
    XML_ERR_LTSLASH_REQUIRED.rawValue, XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue,
    XML_ERR_COMMENT_NOT_FINISHED.rawValue, XML_ERR_PI_NOT_FINISHED.rawValue, XML_ERR_CDATA_NOT_FINISHED.rawValue,
  ]

  private static let known: [UInt32: (message: String?, mend: String)] = [
    XML_ERR_UNDECLARED_ENTITY.rawValue: (
      nil, "write the character itself or a numeric reference such as &#xE4;"
    ),
    XML_ERR_ATTRIBUTE_REDEFINED.rawValue: (nil, "remove one of the two attributes"),
    XML_ERR_TAG_NAME_MISMATCH.rawValue: (nil, "close elements in the order in which they were opened"),
    XML_ERR_NAME_REQUIRED.rawValue: ("a name is missing here", "write &amp; for a plain &, &lt; for a plain <"),
    XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue: ("an attribute value without quotes", "quote the value"),
    XML_ERR_INVALID_CHARREF.rawValue: ("a character reference that is cut off", "end the reference with ;"),
    XML_ERR_LT_IN_ATTRIBUTE.rawValue: (nil, "write &lt; inside attribute values"),
    XML_ERR_DOCUMENT_EMPTY.rawValue: (
      "there is no XML element here", "start the document with an XML declaration or its root element"
    ),
    XML_ERR_DOCUMENT_END.rawValue: ("content after the root element", "remove what follows the root element"),
    XML_ERR_RESERVED_XML_NAME.rawValue: (
      "an XML declaration that is not at the very beginning", "remove what stands before <?xml"
    ),
    XML_ERR_INVALID_CHAR.rawValue: (nil, "remove the control character"),
    XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue: (nil, "declare the prefix with xmlns or remove it"),
  ]
}
