public import XMLTrees

/// What every entry point has.
public protocol EntryPointObject: Hashable, Sendable {
  /// The identity.
  var id: String { get set }
  /// The name that people see.
  var name: String { get set }
  /// The function it starts.
  var function: Target { get set }
  /// Place and unknown parts.
  var extras: Extras { get set }
}

/// How a module's code gets to run (package-format.md section 3.5).
public indirect enum EntryPoint: Hashable, Sendable {
  /// `lifeCycleEntryPoint`: at a stage of an instance's life.
  case lifeCycle(LifeCycleEntryPoint)
  /// `timerEntryPoint`: on a timer.
  case timer(TimerEntryPoint)
  /// `rpcEntryPoint`: on the XML-RPC call `<instance name>.<name>`.
  case rpc(RPCEntryPoint)
  /// `agiServiceEntryPoint`: on a call to the service number.
  case agiService(AGIServiceEntryPoint)
  /// `agiKernelEntryPoint`: on every call, at a stage.
  case agiKernel(AGIKernelEntryPoint)
  /// Any other element; kept, reported.
  case unknown(XMLElement)

  /// The entry point as what all known kinds are.
  public var object: (any EntryPointObject)? {
    switch self {
    case .lifeCycle(let point): point
    case .timer(let point): point
    case .rpc(let point): point
    case .agiService(let point): point
    case .agiKernel(let point): point
    case .unknown: nil
    }
  }

  /// The identity.
  public var id: String {
    if case .unknown(let element) = self { return element["id"] ?? "" }
    return object?.id ?? ""
  }

  /// The name that people see.
  public var name: String {
    if case .unknown(let element) = self { return element["name"] ?? "" }
    return object?.name ?? ""
  }

  /// The function it starts; nil for an unknown kind.
  public var function: Target? { object?.function }

  /// The element's name.
  public var elementName: String {
    switch self {
    case .lifeCycle: "lifeCycleEntryPoint"
    case .timer: "timerEntryPoint"
    case .rpc: "rpcEntryPoint"
    case .agiService: "agiServiceEntryPoint"
    case .agiKernel: "agiKernelEntryPoint"
    case .unknown(let element): element.name
    }
  }

  /// How people name it: the stage, `timer <name>`, `rpc <name>`, `agi <service or stage>` (runtime.md section 2).
  public var label: String {
    switch self {
    case .lifeCycle(let point): point.stage.rawValue
    case .timer(let point): "timer \(point.name)"
    case .rpc(let point): "rpc \(point.name)"
    case .agiService(let point): "agi \(point.name)"
    case .agiKernel(let point): "agi \(point.stage.rawValue)"
    case .unknown(let element): "\(element.name) \(name)"
    }
  }

  /// Where it stood in the text.
  public var position: SourcePosition {
    if case .unknown(let element) = self { return element.position }
    return object?.extras.position ?? .none
  }
}

/// Fires at a stage of an instance's life.
public struct LifeCycleEntryPoint: EntryPointObject {
  /// The identity.
  public var id: String
  /// The name that people see.
  public var name: String
  /// The function it starts.
  public var function: Target
  /// When.
  public var stage: LifeCycleStage
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry point.
  public init(id: String, name: String, function: Target, stage: LifeCycleStage) {
    self.id = id
    self.name = name
    self.function = function
    self.stage = stage
  }
}

extension LifeCycleEntryPoint: ElementValue {
  init(blank: Blank) { self.init(id: "", name: "", function: Target(blank: blank), stage: .blank) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("id", &id)
    fields.attribute("name", &name)
    fields.element("functionReference", &function)
    fields.text("stage", &stage)
  }
}

/// Fires on a timer.
public struct TimerEntryPoint: EntryPointObject {
  /// The id of a `timer` resource.
  public var timerID: String
  /// The id of a `TIMER_SETTINGS` variable that overrides it.
  public var variableID: String?
  /// The identity.
  public var id: String
  /// The name that people see.
  public var name: String
  /// The function it starts.
  public var function: Target
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry point.
  public init(id: String, name: String, function: Target, timerID: String, variableID: String? = nil) {
    self.timerID = timerID
    self.variableID = variableID
    self.id = id
    self.name = name
    self.function = function
  }
}

extension TimerEntryPoint: ElementValue {
  init(blank: Blank) { self.init(id: "", name: "", function: Target(blank: blank), timerID: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("referencedTimer", &timerID)
    fields.attribute("referencedVariable", &variableID)
    fields.attribute("id", &id)
    fields.attribute("name", &name)
    fields.element("functionReference", &function)
  }
}

/// Fires on an XML-RPC call.
public struct RPCEntryPoint: EntryPointObject {
  /// The identity.
  public var id: String
  /// The name that people see.
  public var name: String
  /// The function it starts.
  public var function: Target
  /// Whether a login is needed.
  public var authentication: RPCAuthentication
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry point.
  public init(id: String, name: String, function: Target, authentication: RPCAuthentication = .required) {
    self.id = id
    self.name = name
    self.function = function
    self.authentication = authentication
  }
}

extension RPCEntryPoint: ElementValue {
  init(blank: Blank) {
    self.init(id: "", name: "", function: Target(blank: blank), authentication: .blank)
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("id", &id)
    fields.attribute("name", &name)
    fields.element("functionReference", &function)
    fields.text("type", &authentication)
  }
}

/// Fires on a call to the service number.
public struct AGIServiceEntryPoint: EntryPointObject {
  /// The identity.
  public var id: String
  /// The name that people see.
  public var name: String
  /// The function it starts.
  public var function: Target
  /// To whom the number belongs.
  public var scope: ServiceScope
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry point.
  public init(id: String, name: String, function: Target, scope: ServiceScope = .instance) {
    self.id = id
    self.name = name
    self.function = function
    self.scope = scope
  }
}

extension AGIServiceEntryPoint: ElementValue {
  init(blank: Blank) { self.init(id: "", name: "", function: Target(blank: blank), scope: .blank) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("id", &id)
    fields.attribute("name", &name)
    fields.element("functionReference", &function)
    fields.text("serviceScope", &scope)
  }
}

/// Fires on every call, at a stage.
public struct AGIKernelEntryPoint: EntryPointObject {
  /// When.
  public var stage: CallStage
  /// The identity.
  public var id: String
  /// The name that people see.
  public var name: String
  /// The function it starts.
  public var function: Target
  /// Place and unknown parts.
  public var extras = Extras()

  /// An entry point.
  public init(id: String, name: String, function: Target, stage: CallStage) {
    self.stage = stage
    self.id = id
    self.name = name
    self.function = function
  }
}

extension AGIKernelEntryPoint: ElementValue {
  init(blank: Blank) { self.init(id: "", name: "", function: Target(blank: blank), stage: .blank) }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("stage", &stage)
    fields.attribute("id", &id)
    fields.attribute("name", &name)
    fields.element("functionReference", &function)
  }
}

extension EntryPoint: ElementChoice {
  static func accepts(_ name: String) -> Bool { true }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> EntryPoint {
    switch element.name {
    case "lifeCycleEntryPoint": return .lifeCycle(LifeCycleEntryPoint(reading: element, context))
    case "timerEntryPoint": return .timer(TimerEntryPoint(reading: element, context))
    case "rpcEntryPoint": return .rpc(RPCEntryPoint(reading: element, context))
    case "agiServiceEntryPoint": return .agiService(AGIServiceEntryPoint(reading: element, context))
    case "agiKernelEntryPoint": return .agiKernel(AGIKernelEntryPoint(reading: element, context))
    default:
      context.note(DescriptorRules.unknownElement, "unknown kind of entry point <\(element.name)>", of: element)
      return .unknown(element)
    }
  }

  func written() -> XMLElement {
    switch self {
    case .lifeCycle(let point): point.written(as: elementName)
    case .timer(let point): point.written(as: elementName)
    case .rpc(let point): point.written(as: elementName)
    case .agiService(let point): point.written(as: elementName)
    case .agiKernel(let point): point.written(as: elementName)
    case .unknown(let element): element
    }
  }
}
