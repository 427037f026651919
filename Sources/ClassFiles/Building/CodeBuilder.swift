import ByteParsing

/// The code of a method being made: instructions with labels; stack and local sizes are computed.
///
/// Nothing here fails at once: a branch too far for 16 bits, a label never placed and the like are reported when the
/// class is written.
public struct CodeBuilder: Sendable {
  /// A place in the code, before or after it is known.
  public struct Label: Hashable, Sendable {
    let id: Int
  }

  struct Branch {
    /// Where the offset stands in the code.
    let position: Int
    /// The instruction it counts from.
    let pc: Int
    let label: Label
    let isWide: Bool
  }

  /// What one instruction means for the height of the stack.
  struct Step {
    let pc: Int
    let growth: Int
    let labels: [Label]
    let endsBlock: Bool
  }

  struct Handler {
    let start: Label
    let end: Label
    let handler: Label
    let typeIndex: ConstantPool.Index
  }

  /// The constants of the class.
  public var pool: ConstantPoolBuilder
  /// The instructions so far.
  public private(set) var bytes: [UInt8] = []
  /// How many slots the parameters and local variables take so far.
  public private(set) var maxLocals: Int
  var labels: [Int?] = []
  var branches: [Branch] = []
  var steps: [Step] = []
  var handlers: [Handler] = []
  var lines: [(pc: Int, line: UInt16)] = []
  var frames: [Frame] = []
  var problem: ClassFileError?

  /// Empty code of a method with that descriptor.
  public init(pool: ConstantPoolBuilder, descriptor: String, isStatic: Bool) {
    self.pool = pool
    maxLocals = (isStatic ? 0 : 1) + CodeBuilder.slots(descriptor).arguments
  }

  /// A label that is not placed yet.
  public mutating func label() -> Label {
    labels.append(nil)
    return Label(id: labels.count - 1)
  }

  /// Places a label before the next instruction.
  public mutating func place(_ label: Label) {
    guard label.id < labels.count else { return report(bytes.count, "a label of this method", "another's") }
    labels[label.id] = bytes.count
  }

  /// A label placed before the next instruction.
  public mutating func here() -> Label {
    let label = label()
    place(label)
    return label
  }

  /// Says which source line the next instructions come from.
  public mutating func line(_ number: UInt16) { lines.append((bytes.count, number)) }

  /// Catches exceptions of a class (nil: all) between two labels.
  public mutating func handler(from start: Label, to end: Label, at handler: Label, catching type: String?) {
    handlers.append(
      Handler(start: start, end: end, handler: handler, typeIndex: type.map { pool.classNamed($0) } ?? 0)
    )
  }

  /// An instruction without operands.
  public mutating func emit(_ opcode: Opcode) {
    begin(opcode, growth: opcode.stackGrowth)
    if let slots = opcode.implicitLocalSlots { maxLocals = max(maxLocals, slots) }
  }

  /// A load, store or `ret` of a local variable; widened when needed.
  public mutating func emit(_ opcode: Opcode, local: UInt16) {
    let isNarrow = local <= 255
    begin(isNarrow ? opcode : .wide, growth: opcode.stackGrowth, endsBlock: opcode == .ret)
    if isNarrow {
      bytes.append(UInt8(local))
    } else {
      bytes.append(opcode.rawValue)
      bytes.append(local, .bigEndian)
    }
    maxLocals = max(maxLocals, Int(local) + opcode.localSize)
  }

  /// Adds to a local variable of type int.
  public mutating func increment(_ local: UInt16, by value: Int16) {
    if local <= 255, let narrow = Int8(exactly: value) {
      begin(.iinc, growth: 0)
      bytes += [UInt8(local), UInt8(bitPattern: narrow)]
    } else {
      begin(.wide, growth: 0)
      bytes.append(Opcode.iinc.rawValue)
      bytes.append(local, .bigEndian)
      bytes.append(value, .bigEndian)
    }
    maxLocals = max(maxLocals, Int(local) + 1)
  }

  /// A branch to a label.
  public mutating func branch(_ opcode: Opcode, _ label: Label) {
    let pc = bytes.count
    let isWide = opcode.format == .wideBranch
    begin(opcode, growth: opcode.stackGrowth, labels: [label])
    branches.append(Branch(position: bytes.count, pc: pc, label: label, isWide: isWide))
    bytes += [UInt8](repeating: 0, count: isWide ? 4 : 2)
  }

  /// A `tableswitch` over keys from `low` on.
  public mutating func tableSwitch(low: Int32, _ targets: [Label], default fallback: Label) {
    let pc = beginSwitch(.tableswitch, targets, fallback)
    bytes.append(low, .bigEndian)
    bytes.append(low &+ Int32(truncatingIfNeeded: targets.count) &- 1, .bigEndian)
    for target in targets { wideTarget(pc, target) }
  }

  /// A `lookupswitch`; the keys are sorted, as the machine wants them.
  public mutating func lookupSwitch(_ cases: [(key: Int32, target: Label)], default fallback: Label) {
    let pc = beginSwitch(.lookupswitch, cases.map(\.target), fallback)
    bytes.append(Int32(truncatingIfNeeded: cases.count), .bigEndian)
    for (key, target) in cases.sorted(by: { $0.key < $1.key }) {
      bytes.append(key, .bigEndian)
      wideTarget(pc, target)
    }
  }

  private mutating func beginSwitch(_ opcode: Opcode, _ targets: [Label], _ fallback: Label) -> Int {
    let pc = bytes.count
    begin(opcode, growth: -1, labels: targets + [fallback])
    while bytes.count % 4 != 0 { bytes.append(0) }
    wideTarget(pc, fallback)
    return pc
  }

  private mutating func wideTarget(_ pc: Int, _ label: Label) {
    branches.append(Branch(position: bytes.count, pc: pc, label: label, isWide: true))
    bytes += [0, 0, 0, 0]
  }

  mutating func begin(_ opcode: Opcode, growth: Int, labels: [Label] = [], endsBlock: Bool? = nil) {
    steps.append(
      Step(pc: bytes.count, growth: growth, labels: labels, endsBlock: endsBlock ?? opcode.endsBlock)
    )
    bytes.append(opcode.rawValue)
  }

  mutating func append(_ value: some FixedWidthInteger) { bytes.append(value, .bigEndian) }

  mutating func setOffset(_ offset: Int, of branch: Branch) {
    if branch.isWide {
      let value = UInt32(bitPattern: Int32(truncatingIfNeeded: offset))
      for byte in 0..<4 { bytes[branch.position + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
    } else if let narrow = Int16(exactly: offset) {
      let value = UInt16(bitPattern: narrow)
      bytes[branch.position] = UInt8(value >> 8)
      bytes[branch.position + 1] = UInt8(value & 0xFF)
    } else {
      report(branch.pc, "a branch of at most 32767 bytes (or goto_w)", "\(offset)")
    }
  }

  mutating func report(_ pc: Int, _ expected: String, _ found: String) {
    problem = problem ?? ClassFileError(offset: pc, expected: expected, found: found)
  }
}
