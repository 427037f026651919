/// What most objects of a descriptor begin with (package-format.md section 3.1).
public struct Head: Hashable, Sendable {
  /// Milliseconds since 1970, UTC.
  public var createTime: Int
  /// The identity: a UUID, or for a Java function its class's simple name.
  public var id: String
  /// Written by a few appliances only.
  public var implementationVersion: Int?
  /// The name that people see.
  public var name: String
  /// 5 for a module, 0 for everything else.
  public var specVersion: Int
  /// Who made it; empty for everything but modules.
  public var vendor: String
  /// Raised at each save.
  public var version: Int
  /// Text for people.
  public var description: String
  /// A link for people.
  public var descriptionURL: String
  /// Whether the object is switched off.
  public var disabled: Bool

  /// A head; only identity and name are needed.
  public init(
    id: String,
    name: String,
    createTime: Int = 0,
    specVersion: Int = 0,
    vendor: String = "",
    version: Int = 0,
    description: String = "",
    descriptionURL: String = "",
    disabled: Bool = false,
    implementationVersion: Int? = nil
  ) {
    self.createTime = createTime
    self.id = id
    self.implementationVersion = implementationVersion
    self.name = name
    self.specVersion = specVersion
    self.vendor = vendor
    self.version = version
    self.description = description
    self.descriptionURL = descriptionURL
    self.disabled = disabled
  }

  init() { self.init(id: "", name: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("createTime", &createTime)
    fields.attribute("id", &id)
    fields.attribute("implVersion", &implementationVersion)
    fields.attribute("name", &name)
    fields.attribute("specVersion", &specVersion)
    fields.attribute("vendor", &vendor)
    fields.attribute("version", &version)
    fields.text("description", &description)
    fields.text("descriptionURL", &descriptionURL)
    fields.text("disabled", &disabled)
  }
}

/// An object with the common head.
public protocol DescribedObject: Hashable, Sendable {
  /// The common head.
  var head: Head { get set }
  /// Place and unknown parts.
  var extras: Extras { get set }
}

extension DescribedObject {
  /// The identity.
  public var id: String {
    get { head.id }
    set { head.id = newValue }
  }
  /// The name that people see.
  public var name: String {
    get { head.name }
    set { head.name = newValue }
  }
  /// Text for people.
  public var description: String {
    get { head.description }
    set { head.description = newValue }
  }
  /// Whether it is switched off.
  public var disabled: Bool {
    get { head.disabled }
    set { head.disabled = newValue }
  }
}

/// What modules, functions and statements have: variables in and out, and resources.
public struct Interface: Hashable, Sendable {
  /// Input variables; of a module, its configuration.
  public var inputs: DescriptorList<Parameter>
  /// Output variables.
  public var outputs: DescriptorList<Parameter>
  /// Files, timers, lists and maps.
  public var resources: DescriptorList<Resource>

  /// An interface; empty without arguments.
  public init(
    inputs: DescriptorList<Parameter> = [],
    outputs: DescriptorList<Parameter> = [],
    resources: DescriptorList<Resource> = []
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.resources = resources
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.element("inputVars", &inputs)
    fields.element("outputVars", &outputs)
    fields.element("resources", &resources)
  }
}

/// An object that can be executed: a module, function or statement.
public protocol ExecutableObject: DescribedObject {
  /// Variables and resources.
  var interface: Interface { get set }
}

extension ExecutableObject {
  /// Input variables.
  public var inputs: DescriptorList<Parameter> {
    get { interface.inputs }
    set { interface.inputs = newValue }
  }
  /// Output variables.
  public var outputs: DescriptorList<Parameter> {
    get { interface.outputs }
    set { interface.outputs = newValue }
  }
  /// Resources.
  public var resources: DescriptorList<Resource> {
    get { interface.resources }
    set { interface.resources = newValue }
  }
}
