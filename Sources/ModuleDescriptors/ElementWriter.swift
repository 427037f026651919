internal import XMLTrees

/// Makes an element from typed parts in canonical order, then puts back what its `Extras` remember.
struct ElementWriter: FieldMapping {
  private var element: XMLElement
  private let extras: Extras
  private var isList = false

  init(_ name: String, _ extras: Extras) {
    element = XMLElement(name, position: extras.position)
    self.extras = extras
  }

  mutating func attribute<Value: TextValue>(_ name: String, _ value: inout Value) {
    if value == .blank, extras.layout?.absent.contains(name) == true { return }
    append(name, value.text)
  }

  mutating func attribute<Value: TextValue>(_ name: String, _ value: inout Value?) {
    if let value { append(name, value.text) }
  }

  private mutating func append(_ name: String, _ text: String) {
    let original = extras.layout?.originals.first { $0.name == name && $0.attribute != nil && $0.standing == text }
    element.attributes.append(XMLAttribute(name, original?.attribute ?? text))
  }

  mutating func text<Value: TextValue>(_ name: String, _ value: inout Value) {
    if value == .blank, extras.layout?.absent.contains(name) == true { return }
    appendText(name, value.text)
  }

  mutating func text<Value: TextValue>(_ name: String, _ value: inout Value?) {
    if let value { appendText(name, value.text) }
  }

  private mutating func appendText(_ name: String, _ text: String) {
    let original = extras.layout?.originals.first { $0.name == name && $0.element != nil }
    guard let original, var old = original.element else {
      element.children.append(.element(XMLElement(name, children: text.isEmpty ? [] : [.text(text)])))
      return
    }
    if original.standing != text { old.replaceText(by: text) }
    element.children.append(.element(old))
  }

  mutating func element<Value: ElementValue>(_ name: String, _ value: inout Value) {
    if extras.layout?.absent.contains(name) == true, value == Value(blank: Blank()) { return }
    element.children.append(.element(value.written(as: name)))
  }

  mutating func element<Value: ElementValue>(_ name: String, _ value: inout Value?) {
    if let value { element.children.append(.element(value.written(as: name))) }
  }

  mutating func elements<Value: ElementValue>(_ name: String, _ values: inout [Value]) {
    for value in values { element.children.append(.element(value.written(as: name))) }
  }

  mutating func choice<Value: ElementChoice>(_ value: inout Value?) {
    if let value { element.children.append(.element(value.written())) }
  }

  mutating func raw(_ name: String, _ values: inout [XMLElement]) {
    for value in values { element.children.append(.element(value)) }
  }

  mutating func choices<Value: ElementChoice>(_ values: inout [Value]) {
    for value in values { element.children.append(.element(value.written())) }
  }

  mutating func list<Value: ElementChoice>(_ values: inout [Value]) {
    isList = true
    element.children.reserveCapacity(values.count)
    for value in values { element.children.append(.element(value.written())) }
  }

  mutating func content(_ text: inout String) {
    if let original = extras.layout?.originals.first(where: { $0.name.isEmpty }), var old = original.element {
      if original.standing != text { old.replaceText(by: text) }
      element.children = old.children
    } else if !text.isEmpty {
      element.children = [.text(text)]
    }
  }

  /// The element, its unknown parts where they stood.
  consuming func finish() -> XMLElement {
    guard let layout = extras.layout else { return element }
    if !layout.attributes.isEmpty { element.attributes = merge(element.attributes, into: layout.attributes) }
    if !layout.children.isEmpty { element.children = merge(element.children, into: layout.children) }
    return element
  }

  private func merge(_ known: [XMLAttribute], into slots: [Layout.AttributeSlot]) -> [XMLAttribute] {
    let remembered = Set(slots.compactMap { if case .known(let name) = $0 { name } else { nil } })
    var placing = Placing(known, remembered: remembered, name: \.name)
    for slot in slots {
      switch slot {
      case .known(let name): placing.place(name)
      case .unknown(let attribute): placing.insert(attribute)
      }
    }
    return placing.finish()
  }

  private func merge(_ known: [XMLNode], into slots: [Layout.ChildSlot]) -> [XMLNode] {
    let remembered = Set(slots.compactMap { if case .known(let name) = $0 { name } else { nil } })
    var placing = Placing(known, remembered: remembered, name: { $0.elementName })
    for slot in slots {
      switch slot {
      case .known(let name): placing.place(name)
      case .item: placing.placeNext()
      case .unknown(let node): placing.insert(node)
      }
    }
    return placing.finish()
  }
}

/// Lays typed parts out in a remembered order; parts that are new go where canonical order has them.
private struct Placing<Part> {
  private let parts: [Part]
  private let names: [String]
  private let remembered: Set<String>
  private var isPlaced: [Bool]
  private var queues: [String: [Int]] = [:]
  private var next = 0
  private var result: [Part] = []

  init(_ parts: [Part], remembered: Set<String>, name: (Part) -> String) {
    self.parts = parts
    self.remembered = remembered
    names = parts.map(name)
    isPlaced = Array(repeating: false, count: parts.count)
    for index in names.indices.reversed() { queues[names[index], default: []].append(index) }
  }

  /// Places the next part of that name, after the new parts that canonically come before it.
  mutating func place(_ name: String) {
    guard let index = queues[name]?.popLast() else { return }
    while next < index {
      if !isPlaced[next], !remembered.contains(names[next]) { put(next) }
      next += 1
    }
    put(index)
  }

  /// Places the next part of a list.
  mutating func placeNext() {
    guard next < parts.count else { return }
    put(next)
    next += 1
  }

  /// Adds something that is no typed part.
  mutating func insert(_ part: Part) { result.append(part) }

  /// Everything, parts without a remembered place at the end.
  consuming func finish() -> [Part] {
    for index in parts.indices where !isPlaced[index] { put(index) }
    return result
  }

  private mutating func put(_ index: Int) {
    guard !isPlaced[index] else { return }
    isPlaced[index] = true
    result.append(parts[index])
  }
}

extension XMLNode {
  fileprivate var elementName: String { if case .element(let element) = self { element.name } else { "" } }
}

extension XMLElement {
  /// Replaces the pieces of text by one, where the first of them stood.
  fileprivate mutating func replaceText(by text: String) {
    let first = children.firstIndex { if case .text = $0 { true } else { false } } ?? 0
    children.removeAll { if case .text = $0 { true } else { false } }
    if !text.isEmpty { children.insert(.text(text), at: min(first, children.count)) }
  }
}
