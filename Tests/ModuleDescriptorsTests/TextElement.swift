/// An element of a descriptor's text, found by its tags alone: the tests' own view of the text, which shares nothing with
/// the reader or the writer. It relies on `<` and `>` standing in tags only, as the appliance escapes both.
struct TextElement {
  let name: String
  /// From the `<` of its start tag to behind the `>` of it.
  let startTag: Range<Int>
  /// From the `<` of its start tag to behind its end tag.
  private(set) var range: Range<Int>
  private(set) var children: [TextElement] = []
  /// How many elements it lies in.
  let depth: Int

  /// The element behind the XML declaration.
  init(_ text: [UInt8]) {
    var open: [TextElement] = []
    var root: TextElement?
    var index = text.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")),
      let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      let inside = text[(start + 1)..<end]
      index = end + 1
      if inside.first != UInt8(ascii: "/") {
        let name = inside.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
        open.append(TextElement(String(decoding: name, as: UTF8.self), startTag: start..<index, depth: open.count))
        guard inside.last == UInt8(ascii: "/") else { continue }
      }
      guard var closed = open.popLast() else { break }
      closed.range = closed.startTag.lowerBound..<index
      if open.isEmpty { root = closed } else { open[open.count - 1].children.append(closed) }
    }
    self = root ?? TextElement("", startTag: 0..<0, depth: 0)
  }

  private init(_ name: String, startTag: Range<Int>, depth: Int) {
    (self.name, self.startTag, self.range, self.depth) = (name, startTag, startTag, depth)
  }

  /// The first child of that name, or an element that is nowhere.
  subscript(_ name: String) -> TextElement { children.first { $0.name == name } ?? TextElement([]) }
}

/// Edits of a descriptor's text as somebody would make them who knows how the appliance lays it out.
struct TextEdit {
  var text: [UInt8]

  var root: TextElement { TextElement(text) }

  /// The lines of an element, from its `<`.
  func block(_ element: TextElement) -> [UInt8] { Array(text[element.range]) }

  /// Takes a child out of its container, which closes itself when it was the only one.
  mutating func remove(_ index: Int, of container: TextElement) {
    let gone = container.children[index].range
    if container.children.count == 1 {
      let closed = Array(text[container.startTag].dropLast()) + Array("/>".utf8)
      text.replaceSubrange(container.range, with: closed)
    } else {
      let before = index == 0 ? container.startTag.upperBound : container.children[index - 1].range.upperBound
      text.removeSubrange(before..<gone.upperBound)
    }
  }

  /// Puts a block behind all children of a container, which opens when it had none.
  mutating func append(_ block: [UInt8], to container: TextElement) {
    let line = Self.indent(container.depth + 1) + block
    if let last = container.children.last {
      text.insert(contentsOf: line, at: last.range.upperBound)
    } else {
      var opened = Array(text[container.startTag].dropLast(2))
      opened += [UInt8(ascii: ">")]
      opened += line + Self.indent(container.depth)
      opened += Array("</\(container.name)>".utf8)
      text.replaceSubrange(container.range, with: opened)
    }
  }

  /// Exchanges the first two children of a container.
  mutating func swapFirstTwo(of container: TextElement) {
    let (a, b) = (container.children[0].range, container.children[1].range)
    text.replaceSubrange(a.lowerBound..<b.upperBound, with: text[b] + text[a.upperBound..<b.lowerBound] + text[a])
  }

  /// Writes another value of an attribute, which must be escaped already.
  mutating func set(_ attribute: String, of element: TextElement, to value: String) {
    let tag = text[element.startTag]
    guard let found = tag.firstRange(of: Array(" \(attribute)=\"".utf8)),
      let end = tag[found.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    else { return }
    text.replaceSubrange(found.upperBound..<end, with: value.utf8)
  }

  /// Writes another text of an element, which must be escaped already.
  mutating func setText(of element: TextElement, to value: String) {
    text.replaceSubrange(element.range, with: "<\(element.name)>\(value)</\(element.name)>".utf8)
  }

  /// A line break and four spaces a level, wrapping every eight levels (package-format.md section 3).
  private static func indent(_ depth: Int) -> [UInt8] {
    Array(("\n" + String(repeating: "    ", count: depth % 8)).utf8)
  }
}
