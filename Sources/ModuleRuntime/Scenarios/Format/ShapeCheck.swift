internal import ModulePackages
internal import Yams

/// Holds a YAML tree against a shape; everything that is wrong goes to the problems, with its place.
struct ShapeCheck {
  let nodes: SourceNodes

  func check(_ node: Node, _ shape: Shape, _ what: String) {
    switch shape {
    case .text: _ = nodes.text(node, what)
    case .number: _ = nodes.integer(node, what)
    case .truth: _ = nodes.truth(node, what)
    case .word(let words): _ = nodes.word(node, what, of: words)
    case .span:
      if Span(nodes.text(node, what)) == nil {
        nodes.report(node, "\(what) must be a length of time", hint: "as in 90s, 1h30m or 250ms")
      }
    case .moment:
      if LocalMoment(nodes.text(node, what)) == nil {
        nodes.report(node, "\(what) must be a time", hint: "as in 2026-01-31T12:00:00, or with a Z behind it")
      }
    case .value: checkValue(node, what)
    case .matcher: checkMatcher(node, what)
    case .list(let element):
      for child in nodes.elements(node, what) { check(child, element, "an element of \(what)") }
    case .oneOrMore(let element):
      if case .sequence = node {
        for child in nodes.elements(node, what) { check(child, element, "an element of \(what)") }
      } else {
        check(node, element, what)
      }
    case .map(let element):
      for field in nodes.pairs(node, what) { check(field.value, element, field.key) }
    case .record(let record): check(node, record)
    case .choice(let what, let records): check(node, what, records)
    }
  }

  private func check(_ node: Node, _ record: Record) {
    let found = nodes.fields(node, record.name, record.keys.map(\.name))
    for key in record.keys {
      if let value = found[key.name] {
        check(value, key.shape, key.name)
      } else if key.isNeeded {
        nodes.report(node, "\(record.name) needs \"\(key.name)\"", hint: key.about)
      }
    }
  }

  private func check(_ node: Node, _ what: String, _ records: [Record]) {
    let firstKeys = records.map(\.firstKey)
    if case .scalar(let scalar) = node {
      if records.contains(where: { $0.isWord && $0.firstKey == scalar.string }) { return }
      // A plain text among log lines is a line at any level.
      if records.contains(where: { $0.firstKey == ExpectationFormat.any.name }) { return }
      let words = records.filter(\.isWord).map(\.firstKey)
      nodes.report(node, "\(what) cannot be \"\(scalar.string)\"", hint: nodes.nearest(scalar.string, words))
      return
    }
    guard case .mapping = node else {
      nodes.report(node, "\(what) must be keys with values", hint: "possible: " + firstKeys.joined(separator: ", "))
      return
    }
    let keys = nodes.pairs(node, what)
    let chosen = records.filter { record in keys.contains { $0.key == record.firstKey } }
    // `create` may come with a `logLevel`, which is a step of its own elsewhere: the record that has all keys counts.
    guard let record = chosen.first(where: { record in keys.allSatisfy { key in record.has(key.key) } }) ?? chosen.first
    else {
      let written = keys.first?.key ?? ""
      nodes.report(
        keys.first?.keyNode ?? node,
        "\(what) has no key \"\(written)\"",
        hint: nodes.nearest(written, firstKeys)
      )
      return
    }
    check(node, record)
  }

  private func checkValue(_ node: Node, _ what: String) {
    switch node {
    case .sequence: for child in nodes.elements(node, what) { checkValue(child, what) }
    case .mapping: for field in nodes.pairs(node, what) { checkValue(field.value, field.key) }
    default: return
    }
  }

  private func checkMatcher(_ node: Node, _ what: String) {
    do throws(MatcherReader.Problem) {
      _ = try MatcherReader(plainTextIs: .equal).matcher(node)
    } catch {
      nodes.report(node, "\(what): \(error.message)")
    }
  }
}

extension Record {
  func has(_ key: String) -> Bool { keys.contains { $0.name == key } }
}
