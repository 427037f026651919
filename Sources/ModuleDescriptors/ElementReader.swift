internal import Findings
internal import XMLTrees

/// Fills typed parts from an element, and notes whatever the parts do not cover.
///
/// An element as the appliance writes it is read by two cursors that only move forward; any deviation makes the reader
/// keep the element's exact shape in a `Layout`.
struct ElementReader: FieldMapping {
  private let element: XMLElement
  private let context: ReadingContext
  private var nextAttribute = 0
  private var nextChild = 0
  private var usedAttributes: [Bool] = []
  private var usedChildren: [Bool] = []
  private var disordered = false
  private var isList = false
  private var layout = Layout()

  init(_ element: XMLElement, _ context: ReadingContext) {
    self.element = element
    self.context = context
  }

  // MARK: Attributes

  mutating func attribute<Value: TextValue>(_ name: String, _ value: inout Value) {
    guard let text = takeAttribute(name) else {
      layout.absent.append(name)
      context.note(
        DescriptorRules.missingAttribute,
        "<\(element.name)> has no attribute \(name); expected \(Value.expectation)",
        of: element
      )
      return
    }
    value = read(text, name)
  }

  mutating func attribute<Value: TextValue>(_ name: String, _ value: inout Value?) {
    value = takeAttribute(name).map { read($0, name) }
  }

  private mutating func read<Value: TextValue>(_ text: String, _ name: String) -> Value {
    let value = converted(text, "attribute \(name)", at: element.position) as Value
    if value.text != text {
      layout.originals.append(.init(name: name, standing: value.text, attribute: text, element: nil))
    }
    return value
  }

  private func converted<Value: TextValue>(_ text: String, _ what: String, at position: SourcePosition) -> Value {
    if let value = Value(text: text) { return value }
    context.note(
      DescriptorRules.wrongValue,
      "<\(element.name)>: \(what) is \"\(excerpt(text))\"; expected \(Value.expectation)",
      of: element,
      at: position
    )
    return .blank
  }

  private mutating func takeAttribute(_ name: String) -> String? {
    let attributes = element.attributes
    if nextAttribute < attributes.count, attributes[nextAttribute].name == name {
      nextAttribute += 1
      return attributes[nextAttribute - 1].value
    }
    for index in attributes.indices.dropFirst(nextAttribute) where attributes[index].name == name {
      if usedAttributes.isEmpty { usedAttributes = Array(repeating: false, count: attributes.count) }
      if usedAttributes[index] { continue }
      usedAttributes[index] = true
      return attributes[index].value
    }
    return nil
  }

  // MARK: Children

  mutating func text<Value: TextValue>(_ name: String, _ value: inout Value) {
    guard let child = takeChild({ $0 == name }) else { return noteMissing(name) }
    value = readText(child)
  }

  mutating func text<Value: TextValue>(_ name: String, _ value: inout Value?) {
    value = takeChild { $0 == name }.map { readText($0) }
  }

  mutating func element<Value: ElementValue>(_ name: String, _ value: inout Value) {
    guard let child = takeChild({ $0 == name }) else { return noteMissing(name) }
    value = Value(reading: child, context)
  }

  mutating func element<Value: ElementValue>(_ name: String, _ value: inout Value?) {
    value = takeChild { $0 == name }.map { Value(reading: $0, context) }
  }

  mutating func elements<Value: ElementValue>(_ name: String, _ values: inout [Value]) {
    takeChildren { [context] child in
      child.name == name ? values.append(Value(reading: child, context)) : nil
    }
  }

  mutating func choice<Value: ElementChoice>(_ value: inout Value?) {
    value = takeChild(Value.accepts).map { Value.read($0, context) }
  }

  mutating func raw(_ name: String, _ values: inout [XMLElement]) {
    takeChildren { $0.name == name ? values.append($0) : nil }
  }

  mutating func choices<Value: ElementChoice>(_ values: inout [Value]) {
    takeChildren { [context] child in
      Value.accepts(child.name) ? values.append(Value.read(child, context)) : nil
    }
  }

  mutating func list<Value: ElementChoice>(_ values: inout [Value]) {
    isList = true
    values.reserveCapacity(element.children.count)
    takeChildren { [context] child in
      Value.accepts(child.name) ? values.append(Value.read(child, context)) : nil
    }
  }

  mutating func content(_ text: inout String) {
    text = element.text
    let others = element.children.contains { if case .text = $0 { false } else { true } }
    guard others else {
      nextChild = element.children.count
      return
    }
    // Text around other nodes: each piece is kept where it stands, and the joined text is what is read.
    layout.originals.append(.init(name: "", standing: text, attribute: nil, element: element))
    noteExtraContent(of: element)
    nextChild = element.children.count
  }

  private mutating func readText<Value: TextValue>(_ child: XMLElement) -> Value {
    let text = child.text
    let value = converted(text, "<\(child.name)>", at: child.position) as Value
    let plain = child.attributes.isEmpty && child.children.count <= 1 && (child.children.isEmpty || isText(child))
    if !plain {
      for attribute in child.attributes { noteUnknown(attribute, of: child) }
      noteExtraContent(of: child)
    }
    if !plain || value.text != text {
      layout.originals.append(.init(name: child.name, standing: value.text, attribute: nil, element: child))
    }
    return value
  }

  private func isText(_ child: XMLElement) -> Bool {
    if case .text = child.children[0] { true } else { false }
  }

  /// The next unread child element whose name fits, wherever it stands.
  private mutating func takeChild(_ fits: (String) -> Bool) -> XMLElement? {
    let children = element.children
    skipUsedChildren()
    if nextChild < children.count, case .element(let child) = children[nextChild], fits(child.name) {
      nextChild += 1
      return child
    }
    for index in children.indices.dropFirst(nextChild + 1) {
      guard case .element(let child) = children[index], fits(child.name) else { continue }
      if usedChildren.isEmpty { usedChildren = Array(repeating: false, count: children.count) }
      if usedChildren[index] { continue }
      usedChildren[index] = true
      return child
    }
    return nil
  }

  /// Offers all unread child elements, wherever they stand, in one pass; `take` returns nil for those it leaves.
  private mutating func takeChildren(_ take: (XMLElement) -> Void?) {
    let children = element.children
    skipUsedChildren()
    for index in children.indices.dropFirst(nextChild) {
      guard case .element(let child) = children[index] else { continue }
      if !usedChildren.isEmpty, usedChildren[index] { continue }
      guard take(child) != nil else { continue }
      if index == nextChild {
        nextChild += 1
      } else {
        if usedChildren.isEmpty { usedChildren = Array(repeating: false, count: children.count) }
        usedChildren[index] = true
      }
    }
  }

  private mutating func skipUsedChildren() {
    guard !usedChildren.isEmpty else { return }
    while nextChild < usedChildren.count, usedChildren[nextChild] { nextChild += 1 }
  }

  // MARK: What is left

  /// Notes what no part took, and gives the element's place and shape.
  mutating func finish() -> Extras {
    finishAttributes()
    finishChildren()
    if disordered {
      context.note(
        DescriptorRules.order,
        "the parts of <\(element.name)> stand in an unusual order",
        of: element
      )
    }
    return Extras(position: element.position, layout: layout.isEmpty ? nil : layout)
  }

  private mutating func finishAttributes() {
    guard nextAttribute < element.attributes.count else { return }
    for (index, attribute) in element.attributes.enumerated() {
      let isKnown = index < nextAttribute || (!usedAttributes.isEmpty && usedAttributes[index])
      layout.attributes.append(isKnown ? .known(attribute.name) : .unknown(attribute))
      if !isKnown { noteUnknown(attribute, of: element) }
    }
    disordered = disordered || usedAttributes.contains(true) && !layout.attributes.contains { $0.isUnknown }
  }

  private mutating func finishChildren() {
    skipUsedChildren()
    guard nextChild < element.children.count || usedChildren.contains(true) else { return }
    var seen: Set<String> = []
    var unknown = false
    for (index, node) in element.children.enumerated() {
      let isUsed = index < nextChild || (!usedChildren.isEmpty && usedChildren[index])
      if case .element(let child) = node, isUsed {
        layout.children.append(isList ? .item : .known(child.name))
        seen.insert(child.name)
        continue
      }
      layout.children.append(.unknown(node))
      unknown = true
      noteUnknown(node, seen: seen)
    }
    disordered = disordered || !unknown
  }

  private func noteUnknown(_ node: XMLNode, seen: Set<String>) {
    switch node {
    case .element(let child) where seen.contains(child.name) && !isList:
      context.note(
        DescriptorRules.repeated,
        "<\(element.name)> has a second <\(child.name)>; the first one counts",
        of: child
      )
    case .element(let child):
      context.note(
        DescriptorRules.unknownElement,
        "<\(element.name)> has an unknown child <\(child.name)>",
        of: child
      )
    case .text(let text):
      context.note(
        DescriptorRules.strayText,
        "<\(element.name)> has text among its elements: \"\(excerpt(text))\"",
        of: element
      )
    case .comment, .instruction: break
    }
  }

  private func noteUnknown(_ attribute: XMLAttribute, of element: XMLElement) {
    // The one namespace that descriptors use may be declared on any element around its use.
    if attribute == XMLAttribute("xmlns:xsi", Evaluation.schemaInstance) { return }
    context.note(
      DescriptorRules.unknownAttribute,
      "<\(element.name)> has an unknown attribute \(attribute.name)",
      of: element
    )
  }

  private func noteExtraContent(of element: XMLElement) {
    for case .element(let child) in element.children {
      context.note(
        DescriptorRules.unknownElement,
        "<\(element.name)> has an unknown child <\(child.name)>",
        of: child
      )
    }
  }

  private mutating func noteMissing(_ name: String) {
    layout.absent.append(name)
    context.note(DescriptorRules.missingElement, "<\(element.name)> has no child <\(name)>", of: element)
  }

  /// The text on one line, its beginning when it is long.
  private func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 40 ? String(line.prefix(40)) + "…" : line
  }
}

extension Layout.AttributeSlot {
  fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
