import ByteParsing

extension CodeBuilder {
  /// Resolves labels, computes the height of the stack, and makes the `Code` attribute.
  mutating func finish() -> EncodedAttribute {
    if bytes.isEmpty || bytes.count > Int(UInt16.max) {
      report(0, "code of 1 to 65535 bytes (JVMS §4.7.3)", "\(bytes.count)")
    }
    for branch in branches { setOffset(position(branch.label) - branch.pc, of: branch) }
    var content: [UInt8] = []
    content.append(UInt16(clamping: maximumStack()), .bigEndian)
    content.append(UInt16(clamping: maxLocals), .bigEndian)
    content.append(UInt32(clamping: bytes.count), .bigEndian)
    content += bytes
    content.append(UInt16(clamping: handlers.count), .bigEndian)
    for handler in handlers {
      for label in [handler.start, handler.end, handler.handler] {
        content.append(UInt16(clamping: position(label)), .bigEndian)
      }
      content.append(handler.typeIndex, .bigEndian)
    }
    var attributes: [EncodedAttribute] = []
    if !lines.isEmpty {
      let table = lines.map { LineNumber(startPC: UInt16(clamping: $0.pc), line: $0.line) }
      attributes.append(AttributeValue.lineNumberTable(table).encoded(&pool))
    }
    if !frames.isEmpty { attributes.append(stackMapTable()) }
    content.append(UInt16(clamping: attributes.count), .bigEndian)
    for attribute in attributes { attribute.write(to: &content) }
    return EncodedAttribute(nameIndex: pool.utf8("Code"), content: content)
  }

  mutating func position(_ label: Label) -> Int {
    guard label.id < labels.count, let position = labels[label.id] else {
      report(0, "every label to be placed", "label \(label.id) is not")
      return 0
    }
    return position
  }

  /// The greatest height of the stack on any path from the start or from a handler.
  private mutating func maximumStack() -> Int {
    var stepAt: [Int: Int] = [:]
    for (index, step) in steps.enumerated() { stepAt[step.pc] = index }
    var heights = [Int?](repeating: nil, count: steps.count)
    var pending: [(pc: Int, height: Int)] = [(0, 0)]
    for handler in handlers { pending.append((position(handler.handler), 1)) }
    var maximum = handlers.isEmpty ? 0 : 1
    while let (pc, start) = pending.popLast() {
      guard var index = stepAt[pc] else { continue }
      var height = start
      while index < steps.count, heights[index] == nil {
        let step = steps[index]
        heights[index] = height
        height += step.growth
        if height < 0 {
          report(step.pc, "a value on the operand stack", "an empty stack")
          return 0
        }
        maximum = max(maximum, height)
        for label in step.labels { pending.append((position(label), height)) }
        if step.endsBlock { break }
        index += 1
      }
    }
    return maximum
  }
}
