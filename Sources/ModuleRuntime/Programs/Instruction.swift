/// Where an instruction reads a value.
enum Operand: Equatable {
  /// Nothing was given.
  case unset
  /// A constant of the program, already converted.
  case constant(Int32)
  /// A slot of the current frame.
  case local(Int32)
  /// A module-level variable.
  case module(Int32)
  /// A list built from literals and references: one of the program's collections.
  case collection(Int32)
}

/// Where an instruction writes a value.
enum Receiver: Equatable {
  /// A slot of the current frame.
  case local(Int32)
  /// A module-level variable.
  case module(Int32)
}

/// A question about one or two values; each has its negation in the jump targets.
enum Question: Equatable {
  case isTrue
  case isNotEmpty
  case isNull
  case equals
  case isGreater
  case isGreaterOrEqual
  case isLess
  case isLessOrEqual
  case contains
}

/// One step of a lowered function. Trivial to copy: whatever needs memory stands in the program's tables.
enum Instruction {
  /// A statement that moves a value: an assignment or a declaration.
  case assign(from: Operand, to: Receiver, kind: VariableKind)
  /// A condition begins: one statement is counted.
  case decide
  /// Goes to one of two places by the answer to a question.
  case ask(Question, Operand, Operand, kind: VariableKind, yes: Int32, no: Int32)
  /// Reports what a condition came to; only seen in the log.
  case decided(Bool)
  /// Goes on elsewhere.
  case jump(Int32)
  /// Keeps a list and a position in two slots, from `state`.
  case beginList(Operand, state: Int32)
  /// Binds the next element, or leaves the loop.
  case nextElement(state: Int32, entry: Int32, exit: Int32)
  /// Keeps a map's entries and a position in two slots, from `state`.
  case beginMap(Operand, state: Int32)
  /// Binds the next entry, or leaves the loop.
  case nextEntry(state: Int32, key: Int32, value: Int32, exit: Int32)
  /// Keeps the value that cases are compared with.
  case select(Operand, subject: Int32)
  /// Goes to `next` unless the subject equals the value, after conversion to `kind`.
  case matchCase(subject: Int32, Operand, kind: VariableKind, next: Int32)
  /// Calls what a call site names.
  case call(Int32)
  /// Leaves the function.
  case leave
  /// Ends the entry point.
  case exit
  /// Fails with one of the program's messages.
  case fail(Int32)
}
