/// From which source line the code comes from an offset on (JVMS §4.7.12).
public struct LineNumber: Hashable, Sendable {
  /// The first offset in the code.
  public var startPC: UInt16
  /// The line, from 1.
  public var line: UInt16

  /// An entry of the given parts.
  public init(startPC: UInt16, line: UInt16) {
    self.startPC = startPC
    self.line = line
  }

  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [LineNumber] {
    try cursor.list(elementSize: 4, "the line numbers") { cursor throws(ClassFileError) in
      LineNumber(startPC: try cursor.u2("the start of a line"), line: try cursor.u2("a line number"))
    }
  }
}

/// Where a local variable lives (JVMS §4.7.13, §4.7.14).
public struct LocalVariable: Hashable, Sendable {
  /// The first offset in the code where it has a value.
  public var startPC: UInt16
  /// For how many bytes of the code.
  public var length: UInt16
  /// The `utf8` constant of its name.
  public var nameIndex: ConstantPool.Index
  /// The `utf8` constant of its descriptor or generic signature.
  public var typeIndex: ConstantPool.Index
  /// Its slot.
  public var slot: UInt16

  /// An entry of the given parts.
  public init(
    startPC: UInt16,
    length: UInt16,
    nameIndex: ConstantPool.Index,
    typeIndex: ConstantPool.Index,
    slot: UInt16
  ) {
    self.startPC = startPC
    self.length = length
    self.nameIndex = nameIndex
    self.typeIndex = typeIndex
    self.slot = slot
  }

  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [LocalVariable] {
    try cursor.list(elementSize: 10, "the local variables") { cursor throws(ClassFileError) in
      LocalVariable(
        startPC: try cursor.u2("the start of a variable"),
        length: try cursor.u2("the length of a variable"),
        nameIndex: try cursor.u2("the name of a variable"),
        typeIndex: try cursor.u2("the type of a variable"),
        slot: try cursor.u2("the slot of a variable")
      )
    }
  }
}

extension CodeAttribute {
  /// All line number entries; a method may have several tables.
  public var lineNumbers: [LineNumber] {
    get throws(ClassFileError) {
      var lines: [LineNumber] = []
      for attribute in attributes where pool.utf8(attribute.nameIndex, equals: "LineNumberTable") {
        var cursor = try attribute.cursor()
        lines += try LineNumber.list(&cursor)
      }
      return lines
    }
  }

  /// The source line of the instruction at an offset of the code: that of the nearest entry at or before it; nil
  /// without line numbers.
  public func lineNumber(at pc: Int) throws(ClassFileError) -> Int? { try lineNumbers.line(at: pc) }

  /// The local variables by descriptor.
  public var localVariables: [LocalVariable] {
    get throws(ClassFileError) {
      guard let attribute = attributes.first(named: "LocalVariableTable") else { return [] }
      var cursor = try attribute.cursor()
      return try LocalVariable.list(&cursor)
    }
  }
}

extension [LineNumber] {
  /// The source line of the instruction at an offset of the code: that of the nearest entry at or before it.
  public func line(at pc: Int) -> Int? {
    var best: LineNumber?
    for entry in self where Int(entry.startPC) <= pc && entry.startPC >= best?.startPC ?? 0 { best = entry }
    return best.map { Int($0.line) }
  }
}
