internal import CLibXML2

extension XMLDocument {
  /// Reads a document strictly: UTF-8 only, no DOCTYPE, no entities but the five of XML, no network, no recovery.
  public static func parse(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) -> XMLDocument {
    let outcome = bytes.withUnsafeBufferPointer { parse($0, limits: limits) }
    return try outcome.get()
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    limits: XMLLimits
  ) -> Result<XMLDocument, XMLError> {
    if let error = XMLPreflight(bytes, limits: limits).firstError() { return .failure(error) }
    _ = libxml2
    let builder = TreeBuilder(bytes, limits: limits)
    var handlers = handlers
    var state = sfm_xml_state()
    state.owner = Unmanaged.passUnretained(builder).toOpaque()
    let fine = bytes.withMemoryRebound(to: CChar.self) {
      sfm_xml_parse($0.baseAddress, Int32(clamping: $0.count), &handlers, &state)
    }
    if let refusal = builder.refusal { return .failure(refusal) }
    guard fine == 1, let root = builder.root else { return .failure(XMLError(state, of: bytes)) }
    return .success(XMLDocument(root: root, form: XMLForm(of: bytes, root: builder.extent)))
  }

  /// Readies libxml2 once; it is thread-safe from then on.
  private static let libxml2: Void = xmlInitParser()
}

extension XMLForm {
  /// The form of a text whose root element stands at `root`.
  fileprivate init(of bytes: UnsafeBufferPointer<UInt8>, root: Range<Int>) {
    self.init(
      prolog: String(decoding: bytes[..<root.lowerBound], as: UTF8.self),
      epilog: String(decoding: bytes[root.upperBound...], as: UTF8.self)
    )
    let last = root.upperBound - 2
    var index = sfm_find(bytes.baseAddress, root.lowerBound, last, UInt8(ascii: "&"))
    while index < last {
      if bytes[index + 1] == UInt8(ascii: "#") {
        references = bytes[index + 2] == UInt8(ascii: "x") ? .hexadecimal : .decimal
        return
      }
      index = sfm_find(bytes.baseAddress, index + 1, last, UInt8(ascii: "&"))
    }
  }
}

/// The builder that a handler's first argument leads to.
private func builder(_ user: UnsafeMutableRawPointer?) -> (TreeBuilder, UnsafeMutablePointer<sfm_xml_state>)? {
  guard let state = user?.assumingMemoryBound(to: sfm_xml_state.self), let owner = state.pointee.owner else {
    return nil
  }
  return (Unmanaged<TreeBuilder>.fromOpaque(owner).takeUnretainedValue(), state)
}

/// The SAX2 handlers; one function serves text and white space, so libxml2 does not guess which is which.
private var handlers: xmlSAXHandler {
  var table = sfm_xml_handlers()
  table.startElementNs = { user, local, prefix, _, namespaceCount, namespaces, attributeCount, _, attributes in
    guard let (builder, state) = builder(user), let local else { return }
    var list: [XMLAttribute] = []
    list.reserveCapacity(Int(namespaceCount) + Int(attributeCount))
    if let namespaces {
      for index in 0..<Int(namespaceCount) {
        let prefix = namespaces[2 * index].map { "xmlns:" + String(cString: $0) } ?? "xmlns"
        list.append(XMLAttribute(prefix, namespaces[2 * index + 1].map { String(cString: $0) } ?? ""))
      }
    }
    if let attributes {
      for index in 0..<Int(attributeCount) {
        guard let name = attributes[5 * index], let begin = attributes[5 * index + 3],
          let end = attributes[5 * index + 4]
        else { continue }
        let value = String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
        list.append(XMLAttribute(builder.name(name, prefix: attributes[5 * index + 1]), value))
      }
    }
    builder.start(builder.name(local, prefix: prefix), attributes: list, endingAt: sfm_xml_offset(state))
    if builder.refusal != nil { sfm_xml_stop(state) }
  }
  table.endElementNs = { user, _, _, _ in
    guard let (builder, state) = builder(user) else { return }
    builder.end(at: sfm_xml_offset(state))
  }
  table.characters = { user, text, count in
    guard let (builder, _) = builder(user), let text else { return }
    builder.text(UnsafeBufferPointer(start: text, count: Int(count)))
  }
  table.ignorableWhitespace = table.characters
  table.cdataBlock = table.characters
  table.comment = { user, text in
    guard let (builder, state) = builder(user), let text else { return }
    builder.node(.comment(String(cString: text)), at: sfm_xml_offset(state))
    if builder.refusal != nil { sfm_xml_stop(state) }
  }
  table.processingInstruction = { user, target, data in
    guard let (builder, state) = builder(user), let target else { return }
    let data = data.map { String(cString: $0) } ?? ""
    builder.node(.instruction(target: String(cString: target), data: data), at: sfm_xml_offset(state))
    if builder.refusal != nil { sfm_xml_stop(state) }
  }
  table.internalSubset = { user, _, _, _ in
    guard let (builder, state) = builder(user) else { return }
    builder.documentType(at: sfm_xml_offset(state))
    sfm_xml_stop(state)
  }
  return table
}
