internal import CLibXML2

/// Makes the tree from libxml2's SAX2 events, and keeps what the events do not say: exact positions.
///
/// Alive for one parse; libxml2 reaches it through `sfm_xml_state.owner`.
final class TreeBuilder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: XMLLimits
  private var names = NameCache()
  private var open: [XMLElement] = []
  private var pendingText: [UInt8] = []
  private var elements = 0
  private var lines: LineCounter

  /// The root, once its end tag was seen.
  private(set) var root: XMLElement?
  /// Where the root's start tag begins and its end tag ends.
  private(set) var extent = 0..<0
  /// The first refusal of our own.
  private(set) var refusal: XMLError?

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
    lines = LineCounter(bytes)
  }

  /// A start tag that ends at `offset`.
  func start(_ name: String, attributes: [XMLAttribute], endingAt offset: Int) {
    // No literal `<` stands inside a tag, so the last one before its end begins it.
    var begin = min(offset, bytes.count - 1)
    while begin > 0, bytes[begin] != UInt8(ascii: "<") { begin -= 1 }
    let position = lines.position(of: begin)
    elements += 1
    if open.count >= limits.depth {
      return refuse("elements nest deeper than \(limits.depth) levels", at: position)
    }
    if elements > limits.elements {
      return refuse("more than \(limits.elements) elements", at: position)
    }
    if attributes.count > limits.attributes {
      return refuse("<\(name)> has more than \(limits.attributes) attributes", at: position)
    }
    flushText(beforeElement: true)
    if open.isEmpty { extent = begin..<begin }
    open.append(XMLElement(name, attributes: attributes, position: position))
  }

  /// The end of the innermost element, at `offset`.
  func end(at offset: Int) {
    flushText(beforeElement: false)
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
      extent = extent.lowerBound..<max(extent.lowerBound, min(offset, bytes.count))
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  /// More character data.
  func text(_ part: UnsafeBufferPointer<UInt8>) {
    if !open.isEmpty { pendingText.append(contentsOf: part) }
  }

  /// A comment or processing instruction at `offset`; outside the root they belong to the prolog or epilog.
  func node(_ node: XMLNode, at offset: Int) {
    elements += 1
    if elements > limits.elements {
      return refuse("more than \(limits.elements) elements and comments", at: lines.position(of: offset))
    }
    flushText(beforeElement: true)
    if !open.isEmpty { open[open.count - 1].children.append(node) }
  }

  /// A document type declaration that libxml2 has just begun to read at `offset`.
  func documentType(at offset: Int) {
    var begin = min(offset, bytes.count - 1)
    while begin > 0, bytes[begin] != UInt8(ascii: "<") { begin -= 1 }
    refusal =
      refusal
      ?? XMLError(
        .documentType,
        "the document has a DOCTYPE",
        at: lines.position(of: begin),
        mend: "remove the DOCTYPE and its entities; a module descriptor never needs them"
      )
  }

  /// The one string of an interned name.
  func name(_ local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?) -> String {
    names.string(local, prefix: prefix)
  }

  private func refuse(_ message: String, at position: SourcePosition) {
    refusal =
      refusal
      ?? XMLError(
        .limit,
        message,
        at: position,
        mend: "no real descriptor comes near; check where this file comes from"
      )
  }

  /// Ends a run of character data; white space between elements is indentation and goes.
  private func flushText(beforeElement: Bool) {
    guard !pendingText.isEmpty, !open.isEmpty else { return }
    defer { pendingText.removeAll(keepingCapacity: true) }
    let parent = open.count - 1
    let indents = beforeElement || !open[parent].children.isEmpty
    if indents, pendingText.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }) { return }
    open[parent].children.append(.text(String(decoding: pendingText, as: UTF8.self)))
  }
}

/// Turns growing offsets into lines and columns in one pass over the bytes.
struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The place of `target`, which must not lie before that of the last question.
  mutating func position(of target: Int) -> SourcePosition {
    while true {
      let newline = sfm_find(bytes.baseAddress, offset, target, UInt8(ascii: "\n"))
      guard newline < target else { break }
      line += 1
      lineStart = newline + 1
      offset = lineStart
    }
    offset = max(offset, target)
    return SourcePosition(line: line, column: target - lineStart + 1)
  }
}

/// One Swift string for each name that libxml2 interned: its pointer stands for it.
private struct NameCache {
  private var keys = [UnsafePointer<UInt8>?](repeating: nil, count: 256)
  private var values = [String](repeating: "", count: 256)

  mutating func string(_ local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?) -> String {
    if let prefix { return String(cString: prefix) + ":" + String(cString: local) }
    let address = UInt(bitPattern: local)
    let slot = Int((address ^ (address >> 8)) & 255)
    if keys[slot] != local {
      keys[slot] = local
      values[slot] = String(cString: local)
    }
    return values[slot]
  }
}
