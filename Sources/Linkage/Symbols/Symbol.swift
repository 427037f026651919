/// An interned name or descriptor in modified UTF-8; 0 stands for none.
///
/// Everything that linkage compares is one of these, so comparing names costs as much as comparing numbers.
struct Symbol: Hashable, Sendable {
  var id: UInt32

  static let none = Symbol(id: 0)
  var isNone: Bool { id == 0 }
}

extension Symbol {
  /// Symbols that every table begins with, in this order.
  static let wellKnown: [StaticString] = [
    "", "java/lang/Object", "java/lang/Throwable", "java/lang/String", "java/lang/Class",
    "java/lang/invoke/MethodHandle", "java/lang/invoke/MethodType", "java/lang/invoke/VarHandle", "<init>", "<clinit>",
    "java/lang/Cloneable", "java/io/Serializable", "clone", "()Ljava/lang/Object;", "()V", "java/lang/Error",
    "java/lang/LinkageError", "java/lang/invoke/LambdaMetafactory", "metafactory", "altMetafactory",
    "([Ljava/lang/Object;)Ljava/lang/Object;", "([Ljava/lang/Object;)V", "([Ljava/lang/Object;)Z",
    "java/lang/Exception",
  ]

  static let object = Symbol(id: 1)
  static let throwable = Symbol(id: 2)
  static let string = Symbol(id: 3)
  static let classClass = Symbol(id: 4)
  static let methodHandle = Symbol(id: 5)
  static let methodType = Symbol(id: 6)
  static let varHandle = Symbol(id: 7)
  static let initializer = Symbol(id: 8)
  static let classInitializer = Symbol(id: 9)
  static let cloneable = Symbol(id: 10)
  static let serializable = Symbol(id: 11)
  static let clone = Symbol(id: 12)
  static let returnsObject = Symbol(id: 13)
  static let returnsVoid = Symbol(id: 14)
  static let error = Symbol(id: 15)
  static let linkageError = Symbol(id: 16)
  static let lambdaMetafactory = Symbol(id: 17)
  static let metafactory = Symbol(id: 18)
  static let altMetafactory = Symbol(id: 19)
  static let polymorphicObject = Symbol(id: 20)
  static let polymorphicVoid = Symbol(id: 21)
  static let polymorphicBoolean = Symbol(id: 22)
  static let exception = Symbol(id: 23)
}
