/// The code of a method (JVMS §4.7.3).
public struct CodeAttribute: Sendable {
  /// A part of the code whose exceptions are caught.
  public struct ExceptionHandler: Hashable, Sendable {
    /// The first instruction covered.
    public let startPC: UInt16
    /// Behind the last instruction covered.
    public let endPC: UInt16
    /// Where the handler begins.
    public let handlerPC: UInt16
    /// The class constant of what is caught; 0 catches all.
    public let catchTypeIndex: ConstantPool.Index
  }

  /// How many slots the operand stack takes at most.
  public let maxStack: UInt16
  /// How many slots the parameters and local variables take.
  public let maxLocals: UInt16
  /// Where the instructions stand in the class file.
  public let codeRange: Range<Int>
  /// The handlers, in the order in which the machine asks them.
  public let exceptionTable: [ExceptionHandler]
  /// The attributes of the code: line numbers, local variables, stack maps.
  public let attributes: AttributeTable

  /// The constants of the class.
  public var pool: ConstantPool { attributes.pool }

  init(_ cursor: inout ClassCursor) throws(ClassFileError) {
    let length: Int
    if cursor.storage.hasNarrowCode {
      maxStack = UInt16(try cursor.u1("max_stack"))
      maxLocals = UInt16(try cursor.u1("max_locals"))
      length = Int(try cursor.u2("the length of the code"))
    } else {
      maxStack = try cursor.u2("max_stack")
      maxLocals = try cursor.u2("max_locals")
      length = Int(try cursor.u4("the length of the code"))
    }
    codeRange = try cursor.skip(length, "the code")
    exceptionTable = try cursor.list(elementSize: 8, "the exception table") { cursor throws(ClassFileError) in
      ExceptionHandler(
        startPC: try cursor.u2("start_pc"),
        endPC: try cursor.u2("end_pc"),
        handlerPC: try cursor.u2("handler_pc"),
        catchTypeIndex: try cursor.u2("catch_type")
      )
    }
    attributes = try AttributeTable(&cursor)
    try cursor.requireEnd("the Code attribute")
  }

  /// A walk over the instructions from the first on.
  public var instructions: InstructionIterator { InstructionIterator(attributes.storage, codeRange) }
}

extension Member {
  /// The code of a method; nil for fields and for abstract and native methods.
  public var code: CodeAttribute? {
    get throws(ClassFileError) {
      guard let attribute = attributes.first(named: "Code") else { return nil }
      var cursor = try attribute.cursor()
      return try CodeAttribute(&cursor)
    }
  }
}
