/// A walk over the instructions of a method:
///
/// ```swift
/// var instructions = code.instructions
/// while let instruction = try instructions.next() { … }
/// ```
public struct InstructionIterator: Sendable {
  private let storage: ClassBytes
  private let range: Range<Int>
  private var position: Int

  init(_ storage: ClassBytes, _ range: Range<Int>) {
    self.storage = storage
    self.range = range
    position = range.lowerBound
  }

  /// The next instruction; nil behind the last.
  public mutating func next() throws(ClassFileError) -> Instruction? {
    guard position < range.upperBound else { return nil }
    let start = position
    var opcode = try readOpcode()
    let isWide = opcode == .wide
    if isWide {
      opcode = try readOpcode()
      guard opcode.format == .local || opcode.format == .increment else {
        throw ClassFileError(
          offset: start + 1,
          expected: "a load, store, ret or iinc after wide (JVMS §6.5)",
          found: opcode.mnemonic
        )
      }
    }
    let operand = try readOperand(opcode.format, isWide: isWide, pc: start - range.lowerBound)
    return Instruction(
      offset: start - range.lowerBound,
      length: position - start,
      opcode: opcode,
      operand: operand,
      isWide: isWide
    )
  }

  private mutating func readOpcode() throws(ClassFileError) -> Opcode {
    let raw = try read(UInt8.self)
    guard let opcode = Opcode(rawValue: raw) else {
      throw ClassFileError(offset: position - 1, expected: "an instruction (JVMS §6.5)", found: "opcode \(raw)")
    }
    return opcode
  }

  private mutating func readOperand(
    _ format: Opcode.Format,
    isWide: Bool,
    pc: Int
  ) throws(ClassFileError) -> Instruction.Operand {
    switch format {
    case .plain, .wide: return .none
    case .byte: return .constant(Int16(try read(Int8.self)))
    case .short: return .constant(try read(Int16.self))
    case .narrowPool: return .pool(UInt16(try read(UInt8.self)))
    case .pool: return .pool(try read(UInt16.self))
    case .local: return .local(isWide ? try read(UInt16.self) : UInt16(try read(UInt8.self)))
    case .increment:
      return isWide
        ? .increment(try read(UInt16.self), by: try read(Int16.self))
        : .increment(UInt16(try read(UInt8.self)), by: Int16(try read(Int8.self)))
    case .branch: return .branch(target: try target(pc, Int32(try read(Int16.self))))
    case .wideBranch: return .branch(target: try target(pc, try read(Int32.self)))
    case .arrayType:
      let raw = try read(UInt8.self)
      guard let type = Instruction.ArrayType(rawValue: raw) else {
        throw ClassFileError(offset: position - 1, expected: "an array type from 4 to 11", found: "\(raw)")
      }
      return .arrayType(type)
    case .invokeInterface:
      let index = try read(UInt16.self)
      let slots = try read(UInt8.self)
      _ = try read(UInt8.self)
      return .invokeInterface(index, slots: slots)
    case .invokeDynamic:
      let index = try read(UInt16.self)
      _ = try read(UInt16.self)
      return .pool(index)
    case .multiArray: return .multiArray(try read(UInt16.self), dimensions: try read(UInt8.self))
    case .tableSwitch, .lookupSwitch: return .table(try readSwitch(isTable: format == .tableSwitch, pc: pc))
    }
  }

  private mutating func readSwitch(isTable: Bool, pc: Int) throws(ClassFileError) -> Instruction.Switch {
    // Up to three bytes of padding, so that what follows begins at a multiple of four.
    _ = try skip(3 - pc % 4)
    let defaultTarget = try target(pc, try read(Int32.self))
    let start = position
    let first = try read(Int32.self)
    let count = isTable ? Int(try read(Int32.self)) - Int(first) + 1 : Int(first)
    let size = isTable ? 4 : 8
    guard count >= 0, count <= (range.upperBound - position) / size else {
      throw ClassFileError(
        offset: start,
        expected: "as many cases as fit into the code",
        found: "\(count) cases"
      )
    }
    return Instruction.Switch(
      defaultTarget: defaultTarget,
      low: isTable ? first : nil,
      count: count,
      table: try skip(count * size),
      pc: pc
    )
  }

  private func target(_ pc: Int, _ offset: Int32) throws(ClassFileError) -> Int {
    let target = pc + Int(offset)
    guard target >= 0, target < range.count else {
      throw ClassFileError(
        offset: position,
        expected: "a branch into the \(range.count) bytes of the code",
        found: "a branch to \(target)"
      )
    }
    return target
  }

  private mutating func skip(_ count: Int) throws(ClassFileError) -> Range<Int> {
    guard count <= range.upperBound - position else {
      throw ClassFileError(
        offset: position,
        expected: "\(count) more bytes of the code",
        found: "\(range.upperBound - position)"
      )
    }
    let start = position
    position += count
    return start..<position
  }

  @inline(__always)
  private mutating func read<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) throws(ClassFileError) -> T {
    let start = try skip(MemoryLayout<T>.size).lowerBound
    return try storage.integer(at: start, as: type, "an operand")
  }
}

extension CodeAttribute {
  /// The keys and targets of a switch, in the order of the table.
  public func cases(of table: Instruction.Switch) throws(ClassFileError) -> [(key: Int32, target: Int)] {
    var cursor = try ClassCursor(attributes.storage, table.table)
    var cases: [(key: Int32, target: Int)] = []
    cases.reserveCapacity(table.count)
    for position in 0..<table.count {
      let key =
        if let low = table.low {
          low &+ Int32(truncatingIfNeeded: position)
        } else { Int32(bitPattern: try cursor.u4("a case of a switch")) }
      let target = table.pc + Int(Int32(bitPattern: try cursor.u4("a branch of a switch")))
      guard target >= 0, target < codeRange.count else {
        throw ClassFileError(
          offset: cursor.offset - 4,
          expected: "a branch into the \(codeRange.count) bytes of the code",
          found: "a branch to \(target)"
        )
      }
      cases.append((key, target))
    }
    return cases
  }
}
