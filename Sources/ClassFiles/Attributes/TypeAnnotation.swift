/// An annotation of a type (JVMS §4.7.20).
public struct TypeAnnotation: Hashable, Sendable {
  /// Which type in a declaration or in code is meant (JVMS §4.7.20.1).
  public enum Target: Hashable, Sendable {
    /// A type parameter (0x00 class, 0x01 method).
    case typeParameter(kind: UInt8, index: UInt8)
    /// The superclass (65535) or a superinterface (0x10).
    case supertype(index: UInt16)
    /// A bound of a type parameter (0x11 class, 0x12 method).
    case typeParameterBound(kind: UInt8, parameter: UInt8, bound: UInt8)
    /// The type of a field (0x13), result (0x14) or receiver (0x15).
    case empty(kind: UInt8)
    /// The type of a parameter (0x16).
    case formalParameter(index: UInt8)
    /// A declared exception (0x17).
    case throwsType(index: UInt16)
    /// A local variable (0x40) or resource (0x41) with its ranges.
    case localVariable(kind: UInt8, ranges: [VariableRange])
    /// The type of an exception handler (0x42).
    case exceptionHandler(index: UInt16)
    /// `instanceof` (0x43), `new` (0x44), method references (0x45, 0x46).
    case offset(kind: UInt8, pc: UInt16)
    /// A cast (0x47) or type argument (0x48 to 0x4B) of an expression.
    case typeArgument(kind: UInt8, pc: UInt16, index: UInt8)
  }

  /// Where a local variable lives.
  public struct VariableRange: Hashable, Sendable {
    /// The first offset in the code.
    public let startPC: UInt16
    /// For how many bytes.
    public let length: UInt16
    /// The slot.
    public let slot: UInt16
  }

  /// One step into a compound type (JVMS §4.7.20.2).
  public struct PathStep: Hashable, Sendable {
    /// 0 into an array, 1 into a nested type, 2 to a wildcard's bound, 3 to a type argument.
    public let kind: UInt8
    /// Which type argument.
    public let argument: UInt8
  }

  /// Which type.
  public let target: Target
  /// Which part of it.
  public let path: [PathStep]
  /// The annotation.
  public let annotation: Annotation

  static func list(_ cursor: inout ClassCursor) throws(ClassFileError) -> [TypeAnnotation] {
    try cursor.list(elementSize: 6, "the type annotations") { cursor throws(ClassFileError) in
      let target = try Target(&cursor)
      let steps = try cursor.smallCount(elementSize: 2, "the path of a type annotation")
      var path: [PathStep] = []
      for _ in 0..<steps {
        path.append(
          PathStep(kind: try cursor.u1("the kind of a step"), argument: try cursor.u1("the argument of a step"))
        )
      }
      return TypeAnnotation(target: target, path: path, annotation: try Annotation(&cursor, depth: 0))
    }
  }
}

extension TypeAnnotation.Target {
  init(_ cursor: inout ClassCursor) throws(ClassFileError) {
    let start = cursor.offset
    let kind = try cursor.u1("the target of a type annotation")
    switch kind {
    case 0x00, 0x01: self = .typeParameter(kind: kind, index: try cursor.u1("a type parameter"))
    case 0x10: self = .supertype(index: try cursor.u2("a supertype"))
    case 0x11, 0x12:
      self = .typeParameterBound(
        kind: kind,
        parameter: try cursor.u1("a type parameter"),
        bound: try cursor.u1("a bound")
      )
    case 0x13, 0x14, 0x15: self = .empty(kind: kind)
    case 0x16: self = .formalParameter(index: try cursor.u1("a parameter"))
    case 0x17: self = .throwsType(index: try cursor.u2("an exception"))
    case 0x40, 0x41:
      self = .localVariable(
        kind: kind,
        ranges: try cursor.list(elementSize: 6, "the ranges of a variable") { cursor throws(ClassFileError) in
          TypeAnnotation.VariableRange(
            startPC: try cursor.u2("the start of a range"),
            length: try cursor.u2("the length of a range"),
            slot: try cursor.u2("a slot")
          )
        }
      )
    case 0x42: self = .exceptionHandler(index: try cursor.u2("an exception handler"))
    case 0x43...0x46: self = .offset(kind: kind, pc: try cursor.u2("an offset in the code"))
    case 0x47...0x4B:
      self = .typeArgument(
        kind: kind,
        pc: try cursor.u2("an offset in the code"),
        index: try cursor.u1("a type argument")
      )
    default:
      throw ClassFileError(
        offset: start,
        expected: "the target of a type annotation (JVMS table 4.7.20-A)",
        found: "\(kind)"
      )
    }
  }
}
