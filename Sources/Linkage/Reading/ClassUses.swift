/// How a class uses a member: by which instruction, or by which kind of method handle.
enum UseKind: UInt8, Sendable {
  case handleGetField = 1
  case handleGetStatic = 2
  case handlePutField = 3
  case handlePutStatic = 4
  case handleInvokeVirtual = 5
  case handleInvokeStatic = 6
  case handleInvokeSpecial = 7
  case handleNew = 8
  case handleInvokeInterface = 9
  case getStatic = 178
  case putStatic = 179
  case getField = 180
  case putField = 181
  case invokeVirtual = 182
  case invokeSpecial = 183
  case invokeStatic = 184
  case invokeInterface = 185

  var isHandle: Bool { rawValue < 16 }
  /// The same access done directly by an instruction (JVMS table 5.4.3.5-A).
  var direct: UseKind {
    switch self {
    case .handleGetField: .getField
    case .handleGetStatic: .getStatic
    case .handlePutField: .putField
    case .handlePutStatic: .putStatic
    case .handleInvokeVirtual: .invokeVirtual
    case .handleInvokeStatic: .invokeStatic
    case .handleInvokeSpecial, .handleNew: .invokeSpecial
    case .handleInvokeInterface: .invokeInterface
    default: self
    }
  }
  var isField: Bool {
    switch direct {
    case .getStatic, .putStatic, .getField, .putField: true
    default: false
    }
  }
  var isStatic: Bool {
    switch direct {
    case .getStatic, .putStatic, .invokeStatic: true
    default: false
    }
  }
  var isWrite: Bool { direct == .putStatic || direct == .putField }
}

/// A symbolic reference to a field or method, and how it is used.
struct MemberUse: Hashable, Sendable {
  var owner: Symbol
  var name: Symbol
  var descriptor: Symbol
  /// The static type of the object it is used on, when that is neither the class itself nor the owner; else none.
  var receiver: Symbol
  var kind: UseKind
  /// The constant is an `InterfaceMethodref`.
  var isInterface: Bool
  /// The pool index of the constant, for messages that name it.
  var poolIndex: UInt16
  /// The method that writes a final field of its own class without being its initializer; none for other uses.
  var writer: Symbol = .none

  /// Owner, name and descriptor tell nearly all uses apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(owner.id) << 32 | UInt64(name.id))
    hasher.combine(descriptor.id)
  }
}

/// How a class uses a type by itself.
enum TypeUseKind: UInt8, Sendable {
  case new
  case newArray
  case multiArray
  case cast
  case instanceOf
  case literal
  /// A method type constant, or the descriptor of a call site: every class in it.
  case methodType
}

/// A symbolic reference to a class, array type or method type, and how it is used.
struct TypeUse: Hashable, Sendable {
  /// A class name, an array's descriptor, or a method descriptor.
  var type: Symbol
  var kind: TypeUseKind
}

/// Something that the verifier wants: a value of static type `from` where `to` is declared (JVMS §4.10.1.2).
struct Assignment: Hashable, Sendable {
  enum Reason: UInt8, Sendable {
    case value
    /// The type of a catch clause must be throwable.
    case caught
  }

  var from: Symbol
  var to: Symbol
  var reason: Reason
}

/// What `LambdaMetafactory` is asked for at a call site (JVMS §6.5.invokedynamic, java.lang.invoke).
struct LambdaSite: Hashable, Sendable {
  /// The interface to implement.
  var interface: Symbol
  var name: Symbol
  /// The erased descriptor of the interface's method.
  var descriptor: Symbol
  /// The implementation: a member reference and its handle kind.
  var implementation: MemberUse
  /// The descriptor after the interface's type arguments are filled in.
  var instantiated: Symbol
  /// The descriptor of the call site: captured values, then the interface.
  var site: Symbol
  /// Whether the lambda has methods of further descriptors, too (`LambdaMetafactory.FLAG_BRIDGES`).
  var hasBridges: Bool
}

/// Everything that one class file says, as far as linkage needs it.
struct ClassSummary: Sendable {
  var facts: ClassFacts
  /// Which input it came from.
  var unit: Int32
  var members = Slice()
  var types = Slice()
  var assignments = Slice()
  var lambdas = Slice()
  /// Native methods without a body, into `members` of the world: positions in `methods`.
  var hasNatives = false
}
