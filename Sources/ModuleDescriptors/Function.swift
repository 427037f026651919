internal import XMLTrees

/// A function of a module: designed (statements) or written in Java (package-format.md section 3.3).
public struct Function: ExecutableObject {
  /// Who may call it.
  public var visibility: Visibility
  /// The common head.
  public var head: Head
  /// Variables and resources.
  public var interface: Interface
  /// The statements; none in a Java function.
  public var statements: DescriptorList<Statement>
  /// The class entry of a Java function: `<SimpleName>.class`, or `<resource id>.class` in `res/`.
  public var implementationFile: String?
  /// Place and unknown parts.
  public var extras = Extras()

  /// A function.
  public init(
    _ head: Head,
    visibility: Visibility = .private,
    interface: Interface = Interface(),
    statements: DescriptorList<Statement> = [],
    implementationFile: String? = nil
  ) {
    self.visibility = visibility
    self.head = head
    self.interface = interface
    self.statements = statements
    self.implementationFile = implementationFile
  }

  /// A Java function: its id and name are the class's simple name.
  public static func java(
    simpleName: String,
    visibility: Visibility = .private,
    interface: Interface,
    description: String = "",
    createTime: Int,
    implementationFile: String?
  ) -> Function {
    Function(
      Head(id: simpleName, name: simpleName, createTime: createTime, description: description),
      visibility: visibility,
      interface: interface,
      implementationFile: implementationFile
    )
  }
}

extension Function: NamedElement {
  static let elementName = "function"
  init(blank: Blank) { self.init(Head(), visibility: .blank) }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> Function {
    context.inside(function: element["id"] ?? "") { Function(reading: element, context) }
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("visibility", &visibility)
    head.map(&fields)
    interface.map(&fields)
    fields.element("children", &statements)
    fields.text("implementationFile", &implementationFile)
  }
}
