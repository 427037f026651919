extension CodeBuilder {
  /// Pushes an `int` in the shortest way.
  public mutating func push(int value: Int32) {
    if -1...5 ~= value, let opcode = Opcode(rawValue: UInt8(3 + value)) {
      emit(opcode)
    } else if let byte = Int8(exactly: value) {
      begin(.bipush, growth: 1)
      append(byte)
    } else if let short = Int16(exactly: value) {
      begin(.sipush, growth: 1)
      append(short)
    } else {
      load(pool.integer(value))
    }
  }

  /// Pushes a `long`.
  public mutating func push(long value: Int64) {
    switch value {
    case 0: emit(.lconst_0)
    case 1: emit(.lconst_1)
    default: loadWide(pool.long(value))
    }
  }

  /// Pushes a `float`.
  public mutating func push(float value: Float) { load(pool.float(value)) }

  /// Pushes a `double`.
  public mutating func push(double value: Double) { loadWide(pool.double(value)) }

  /// Pushes a `String`.
  public mutating func push(string value: String) { load(pool.string(value)) }

  /// Pushes the `Class` of that name (version 49 and above).
  public mutating func push(class name: String) { load(pool.classNamed(name)) }

  /// Loads a constant of one slot.
  public mutating func load(_ index: ConstantPool.Index) {
    if let narrow = UInt8(exactly: index) {
      begin(.ldc, growth: 1)
      append(narrow)
    } else {
      begin(.ldc_w, growth: 1)
      append(index)
    }
  }

  /// Loads a constant of two slots.
  public mutating func loadWide(_ index: ConstantPool.Index) {
    begin(.ldc2_w, growth: 2)
    append(index)
  }

  /// Returns 0, null or nothing, as a method of that descriptor must: the body of a stub.
  public mutating func returnDefault(_ descriptor: String) {
    switch descriptor.utf8.last {
    case _ where descriptor.contains(")["), UInt8(ascii: ";"):
      emit(.aconst_null)
      emit(.areturn)
    case UInt8(ascii: "V"): emit(.return)
    case UInt8(ascii: "J"):
      emit(.lconst_0)
      emit(.lreturn)
    case UInt8(ascii: "F"):
      emit(.fconst_0)
      emit(.freturn)
    case UInt8(ascii: "D"):
      emit(.dconst_0)
      emit(.dreturn)
    default:
      emit(.iconst_0)
      emit(.ireturn)
    }
  }
}
