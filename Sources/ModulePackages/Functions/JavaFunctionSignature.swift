public import ClassFiles
public import ModuleDescriptors

/// What a class file says about itself as a Java function (package-format.md section 5).
public struct JavaFunctionSignature: Hashable, Sendable {
  /// A field that carries `@InputVar` or `@OutputVar`.
  public struct Parameter: Hashable, Sendable {
    /// The field's name, which is the variable's.
    public var name: String
    /// The JVM descriptor of the field.
    public var descriptor: String
    /// The variable's type: stated in the annotation, else what follows from the field's Java type.
    public var type: VariableType
    /// Whether the annotation states the type.
    public var statesType: Bool
    /// The text beside it in the designer.
    public var label: String
    /// Text for people.
    public var description: String
    /// What the designer offers to choose from.
    public var possibleValues: [String]
    /// Whether the designer takes a variable for it.
    public var valueByReferenceAllowed: Bool
    /// Whether the designer takes a literal for it.
    public var valueByValueAllowed: Bool
    /// Access of the field; the platform needs it public and not static.
    public var accessFlags: AccessFlags
    /// What the constructor without parameters leaves in the field, as text, when that is a constant and the designer
    /// takes literals. The appliance writes it as the input's default.
    public var initialValue: String?
  }

  /// The class's name with slashes.
  public var className: String
  /// The superclass's name with slashes.
  public var superName: String?
  /// The direct superinterfaces, with slashes.
  public var interfaces: [String]
  /// Access and kind of the class.
  public var accessFlags: AccessFlags
  /// Whether it carries `@Function`.
  public var isAnnotated: Bool
  /// `Private` or `Public`, from `@Function`; nil when it says nothing.
  public var visibility: Visibility?
  /// Text for people, from `@Function`.
  public var description: String
  /// The name that `@Function` states; nil when it states none.
  public var name: String?
  /// Whether it has a public constructor without parameters.
  public var hasPublicConstructor: Bool
  /// The fields with `@InputVar`, as declared.
  public var inputs: [Parameter]
  /// The fields with `@OutputVar`, as declared.
  public var outputs: [Parameter]
  /// How many annotated fields beyond ``mostParameters`` were not looked at.
  public var unreadFields: Int

  /// As many parameters of a function are read: no person can use more, and a class file may have 65,535.
  public static let mostParameters = 1000

  /// The class's name without its package.
  public var simpleName: String {
    className.lastIndex(of: "/").map { String(className[className.index(after: $0)...]) } ?? className
  }

  /// The package of the annotations.
  public static let annotationPackage = "de/vertico/starface/module/core/runtime/annotations"
  /// The interface of a function.
  public static let executable = "de/vertico/starface/module/core/runtime/IBaseExecutable"
  /// The interface of a function in call processing.
  public static let callExecutable = "de/vertico/starface/module/core/runtime/IAGIJavaExecutable"

  /// Whether it directly implements one of the two interfaces.
  public var implementsExecutable: Bool {
    interfaces.contains(Self.executable) || interfaces.contains(Self.callExecutable)
  }

  /// Reads a class, a function or not: `isAnnotated` tells.
  ///
  /// - Parameters:
  ///   - file: the class.
  ///   - isEnum: whether the class of that name, with slashes, is an enum; a field of such a type is a STRING.
  public init(_ file: ClassFile, isEnum: (String) -> Bool = { _ in false }) throws(ClassFileError) {
    className = try file.name
    superName = try file.superName
    interfaces = try file.interfaceNames
    accessFlags = file.accessFlags
    let function = try Self.annotation("Function", in: file.attributes)
    isAnnotated = function != nil
    visibility =
      if case .enumConstant(_, let name)? = function?["visibility"] { Visibility(rawValue: name) } else { nil }
    description = function.text("description") ?? ""
    name = function.text("name").flatMap { $0.isEmpty ? nil : $0 }
    hasPublicConstructor = false
    for method in file.methods where method.accessFlags.contains(.public) {
      let isConstructor = file.pool.utf8(method.nameIndex, equals: "<init>")
      if isConstructor, file.pool.utf8(method.descriptorIndex, equals: "()V") { hasPublicConstructor = true }
    }
    inputs = []
    outputs = []
    unreadFields = 0
    let initialValues = try InitialValues.read(file)
    for field in file.fields {
      guard inputs.count + outputs.count < Self.mostParameters else {
        if field.attributes.first(named: "RuntimeVisibleAnnotations") != nil { unreadFields += 1 }
        continue
      }
      if let input = try Self.annotation("InputVar", in: field.attributes) {
        inputs.append(try Parameter(field, input, isInput: true, isEnum, initialValues))
      }
      if let output = try Self.annotation("OutputVar", in: field.attributes) {
        outputs.append(try Parameter(field, output, isInput: false, isEnum, [:]))
      }
    }
  }

  private static func annotation(
    _ name: String,
    in attributes: AttributeTable
  ) throws(ClassFileError) -> Annotation? {
    guard let attribute = attributes.first(named: "RuntimeVisibleAnnotations"),
      case .annotations(let list, _) = try attribute.value
    else { return nil }
    let type = "L\(annotationPackage)/\(name);"
    return list.first { $0.type == type }
  }
}

extension JavaFunctionSignature.Parameter {
  init(
    _ field: Member,
    _ annotation: Annotation,
    isInput: Bool,
    _ isEnum: (String) -> Bool,
    _ initialValues: [String: String]
  ) throws(ClassFileError) {
    name = try field.name
    descriptor = try field.descriptor
    accessFlags = field.accessFlags
    label = annotation.text("label") ?? ""
    description = annotation.text("description") ?? ""
    if case .enumConstant(_, let constant)? = annotation["type"], constant != "UNDEFINED" {
      type = VariableType(rawValue: constant)
      statesType = true
    } else {
      type = Self.type(ofField: descriptor, isEnum)
      statesType = false
    }
    possibleValues =
      if case .array(let values)? = annotation["possibleValues"] {
        values.compactMap { if case .string(let text) = $0 { text } else { nil } }
      } else { [] }
    // All real descriptors show it: an output takes a reference only, and so does an input whose type has no literals.
    let literals: Set<VariableType> = [.string, .number, .boolean, .object]
    valueByReferenceAllowed = isInput ? annotation.truth("valueByReferenceAllowed") ?? true : true
    valueByValueAllowed =
      isInput && literals.contains(type) && annotation.truth("valueByValueAllowed") ?? true
    if valueByValueAllowed {
      let initial = initialValues[name] ?? Self.zero(ofField: descriptor)
      initialValue = type == .boolean ? initial.map { $0 == "0" ? "false" : $0 == "1" ? "true" : $0 } : initial
    }
  }

  /// What a field holds that no constructor has touched (JVMS §2.3, §2.4); null for references.
  private static func zero(ofField descriptor: String) -> String? {
    switch descriptor {
    case "Z", "B", "S", "I", "J": "0"
    case "F", "D": "0.0"
    default: nil
    }
  }

  /// The variable type that follows from a field's Java type.
  private static func type(ofField descriptor: String, _ isEnum: (String) -> Bool) -> VariableType {
    switch descriptor {
    case "Ljava/lang/String;": .string
    case "Z", "Ljava/lang/Boolean;": .boolean
    case "B", "S", "I", "J", "F", "D", "Ljava/lang/Byte;", "Ljava/lang/Short;", "Ljava/lang/Integer;",
      "Ljava/lang/Long;", "Ljava/lang/Float;", "Ljava/lang/Double;", "Ljava/lang/Number;":
      .number
    case "Ljava/util/List;": .list
    case "Ljava/util/Map;": .map
    default: descriptor.first == "L" && isEnum(String(descriptor.dropFirst().dropLast())) ? .string : .object
    }
  }
}

extension Annotation {
  fileprivate func text(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  fileprivate func truth(_ name: String) -> Bool? {
    if case .boolean(let truth)? = self[name] { truth } else { nil }
  }
}

extension Annotation? {
  fileprivate func text(_ name: String) -> String? { self?.text(name) }
}
