public import XMLTrees

/// A condition (package-format.md section 3.4).
public indirect enum Expression: Hashable, Sendable {
  /// A test of one or two operands, and any other `*Expression` that has operands.
  case test(TestExpression)
  /// `nestedExpression`: several expressions joined by and/or.
  case nested(NestedExpression)

  /// Where it stood in the text.
  public var position: SourcePosition {
    switch self {
    case .test(let test): test.extras.position
    case .nested(let nested): nested.extras.position
    }
  }

  /// Every operand in it, in the order of the text.
  public var operands: [Variable] {
    switch self {
    case .test(let test): test.operands
    case .nested(let nested): nested.expressions.flatMap(\.operands)
    }
  }
}

/// What an expression tests, by the name of its element; the set is open.
public struct ExpressionKind: OpenVocabulary {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `isTrueExpression`.
  public static let isTrue = ExpressionKind(rawValue: "isTrueExpression")
  /// `isNotTrueExpression`.
  public static let isNotTrue = ExpressionKind(rawValue: "isNotTrueExpression")
  /// `isEmptyExpression`.
  public static let isEmpty = ExpressionKind(rawValue: "isEmptyExpression")
  /// `isNotEmptyExpression`.
  public static let isNotEmpty = ExpressionKind(rawValue: "isNotEmptyExpression")
  /// `equalExpression`.
  public static let equal = ExpressionKind(rawValue: "equalExpression")
  /// `notEqualExpression`.
  public static let notEqual = ExpressionKind(rawValue: "notEqualExpression")
  /// `greaterExpression`.
  public static let greater = ExpressionKind(rawValue: "greaterExpression")
  /// `greaterEqualExpression`.
  public static let greaterEqual = ExpressionKind(rawValue: "greaterEqualExpression")
  /// `lessExpression`.
  public static let less = ExpressionKind(rawValue: "lessExpression")
  /// `lessEqualExpression`.
  public static let lessEqual = ExpressionKind(rawValue: "lessEqualExpression")

  /// The words this tool knows.
  public static let known: [ExpressionKind] = [
    .isTrue, .isNotTrue, .isEmpty, .isNotEmpty, .equal, .notEqual, .greater, .greaterEqual, .less, .lessEqual,
  ]
}

/// A test of its operands.
public struct TestExpression: Hashable, Sendable {
  /// What is tested.
  public var kind: ExpressionKind
  /// One operand, or two for comparisons.
  public var operands: [Variable]
  /// Place and unknown parts.
  public var extras = Extras()
  /// The `xsi:type` of an expression that stands in an element named `expressions`.
  var schemaType: String?

  /// A test.
  public init(_ kind: ExpressionKind, _ operands: [Variable]) {
    self.kind = kind
    self.operands = operands
  }
}

extension TestExpression: ElementValue {
  init(blank: Blank) { self.init(.isTrue, []) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("xsi:type", &schemaType)
    fields.elements("variables", &operands)
  }
}

/// How nested expressions are joined; the set is open.
public struct ExpressionOperator: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `andExpression`.
  public static let and = ExpressionOperator(rawValue: "andExpression")
  /// `orExpression`.
  public static let or = ExpressionOperator(rawValue: "orExpression")

  /// The words this tool knows.
  public static let known: [ExpressionOperator] = [.and, .or]
}

/// Expressions joined by an operator (`nestedExpression`).
public struct NestedExpression: Hashable, Sendable {
  /// The operator.
  public var evaluation: Evaluation
  /// The `expressions` elements.
  public var groups: [ExpressionGroup]
  /// Place and unknown parts.
  public var extras = Extras()
  var schemaType: String?

  /// Joins expressions.
  public init(_ joint: ExpressionOperator, _ expressions: [Expression]) {
    evaluation = Evaluation(joint)
    groups = [.container(DescriptorList(expressions))]
  }

  /// The operands, in order.
  public var expressions: [Expression] {
    groups.flatMap { group in
      switch group {
      case .container(let list): list.items
      case .single(let expression): [expression]
      }
    }
  }

  /// The operator.
  public var joint: ExpressionOperator { evaluation.joint }
}

extension NestedExpression: ElementValue {
  init(blank: Blank) {
    self.init(.blank, [])
    evaluation = Evaluation(blank: blank)
    groups = []
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("xsi:type", &schemaType)
    fields.element("evalExpression", &evaluation)
    fields.choices(&groups)
  }
}

/// The `evalExpression` element: the operator as its `xsi:type`.
public struct Evaluation: Hashable, Sendable {
  /// The operator.
  public var joint: ExpressionOperator
  /// The namespace declaration of `xsi`, where it stands on this element.
  public var schemaNamespace: String?
  /// Place and unknown parts.
  public var extras = Extras()

  /// An operator.
  public init(_ joint: ExpressionOperator) {
    self.joint = joint
    schemaNamespace = Self.schemaInstance
  }

  /// The namespace that `xsi` stands for (XML Schema part 1, section 2.6).
  public static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
}

extension Evaluation: ElementValue {
  init(blank: Blank) {
    self.init(.blank)
    schemaNamespace = nil
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("xmlns:xsi", &schemaNamespace)
    fields.attribute("xsi:type", &joint)
  }
}

/// An `expressions` element: a container of expressions, or one expression typed by `xsi:type`.
public enum ExpressionGroup: Hashable, Sendable {
  /// `<expressions>` around `*Expression` elements.
  case container(DescriptorList<Expression>)
  /// `<expressions xsi:type="…Expression">`, which is itself an expression.
  case single(Expression)
}

extension ExpressionGroup: ElementChoice {
  static func accepts(_ name: String) -> Bool { name == "expressions" }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> ExpressionGroup {
    guard let type = element["xsi:type"] else { return .container(DescriptorList(reading: element, context)) }
    return .single(Expression(kind: type, element, context))
  }

  func written() -> XMLElement {
    switch self {
    case .container(let list): list.written(as: "expressions")
    case .single(.test(let test)): test.written(as: "expressions")
    case .single(.nested(let nested)): nested.written(as: "expressions")
    }
  }
}

extension Expression: ElementChoice {
  static func accepts(_ name: String) -> Bool { name.hasSuffix("Expression") }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> Expression {
    Expression(kind: element.name, element, context)
  }

  fileprivate init(kind: String, _ element: XMLElement, _ context: ReadingContext) {
    if kind == "nestedExpression" {
      self = .nested(NestedExpression(reading: element, context))
    } else {
      var test = TestExpression(reading: element, context)
      test.kind = ExpressionKind(rawValue: kind)
      self = .test(test)
    }
  }

  func written() -> XMLElement {
    switch self {
    case .test(let test): test.written(as: test.kind.rawValue)
    case .nested(let nested): nested.written(as: "nestedExpression")
    }
  }
}
