import ClassFiles

/// The frames of a `StackMapTable` (JVMS §4.7.4), expanded, by the position in the code.
struct FlowFrames {
  struct Frame {
    var offset: Int
    var locals: Range<Int>
    var stack: Range<Int>
  }

  /// So many types are expanded of a method: a frame takes a byte and may stand for 65,536 local variables.
  static let mostTypes = 1 << 22

  private(set) var frames: [Frame] = []
  private(set) var types: [FlowType] = []

  mutating func removeAll() {
    frames.removeAll(keepingCapacity: true)
    types.removeAll(keepingCapacity: true)
  }

  /// The frame at a position; they stand in ascending order.
  func frame(at offset: Int) -> Frame? {
    var low = 0
    var high = frames.count
    while low < high {
      let middle = (low + high) / 2
      if frames[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low < frames.count && frames[low].offset == offset ? frames[low] : nil
  }

  /// Expands a table from the frame that the method begins with; false when it is damaged, or is made to
  /// fill the memory.
  mutating func read(
    _ content: Range<Int>,
    initial: [FlowType],
    reader: inout ClassReader
  ) -> Bool {
    var position = content.lowerBound + 2
    var offset = -1
    var locals = initial
    for _ in 0..<reader.pool.u2(content.lowerBound) {
      guard position < content.upperBound else { return false }
      let kind = reader.pool.u1(position)
      position += 1
      var stack: [FlowType] = []
      switch kind {
      case 0...63: offset += kind + 1
      case 64...127:
        offset += kind - 63
        guard Self.append(&stack, &position, &reader) else { return false }
      case 247:
        offset += reader.pool.u2(position) + 1
        position += 2
        guard Self.append(&stack, &position, &reader) else { return false }
      case 248...250:
        offset += reader.pool.u2(position) + 1
        position += 2
        for _ in 0..<251 - kind {
          guard let last = locals.popLast() else { return false }
          if last == .long2 || last == .double2 { _ = locals.popLast() }
        }
      case 251:
        offset += reader.pool.u2(position) + 1
        position += 2
      case 252...254:
        offset += reader.pool.u2(position) + 1
        position += 2
        for _ in 0..<kind - 251 {
          guard Self.append(&locals, &position, &reader) else { return false }
        }
      case 255:
        offset += reader.pool.u2(position) + 1
        let count = reader.pool.u2(position + 2)
        position += 4
        locals = []
        for _ in 0..<count {
          guard Self.append(&locals, &position, &reader) else { return false }
        }
        let depth = reader.pool.u2(position)
        position += 2
        for _ in 0..<depth {
          guard Self.append(&stack, &position, &reader) else { return false }
        }
      default: return false
      }
      let start = types.count
      guard start + locals.count + stack.count <= Self.mostTypes else { return false }
      types.append(contentsOf: locals)
      let middle = types.count
      types.append(contentsOf: stack)
      frames.append(Frame(offset: offset, locals: start..<middle, stack: middle..<types.count))
    }
    return position <= content.upperBound
  }

  private static func append(
    _ list: inout [FlowType],
    _ position: inout Int,
    _ reader: inout ClassReader
  ) -> Bool {
    let tag = reader.pool.u1(position)
    position += 1
    switch tag {
    case 0: list.append(.top)
    case 1: list.append(.int)
    case 2: list.append(.float)
    case 3: list += [.double, .double2]
    case 4: list += [.long, .long2]
    case 5: list.append(.null)
    case 6: list.append(.uninitializedThis)
    case 7:
      list.append(.reference(reader.className(reader.pool.u2(position))))
      position += 2
    case 8:
      list.append(.uninitialized(reader.pool.u2(position)))
      position += 2
    default: return false
    }
    return list.count <= 1 << 16
  }
}
