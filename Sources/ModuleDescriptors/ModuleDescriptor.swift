public import XMLTrees

/// A module as its `module-descriptor.xml` tells it (package-format.md section 3.2): every part a typed value, everything
/// else kept where it stood.
public struct ModuleDescriptor: ExecutableObject {
  /// Milliseconds since 1970, UTC; part of `noLicenseId`.
  public var lastChangedTime: Int
  /// `EXTENDED` in every real package.
  public var moduleType: String
  /// The common head.
  public var head: Head
  /// Configuration variables (inputs), outputs and resources.
  public var interface: Interface
  /// The functions.
  public var functions: DescriptorList<Function>
  /// The platform that wrote it (`STARFACE x.y.z.w`).
  public var createdWith: String
  /// The language that the others fall back to.
  public var defaultLocale: String
  /// Whether the designer may open it.
  public var editable: Bool
  /// How its code gets to run.
  public var entryPoints: DescriptorList<EntryPoint>
  /// The configuration pages.
  public var tabs: [GUITab]
  /// Says that the module needs no platform licence when it fits (package-format.md section 2).
  public var noLicenseID: String
  /// The module's own texts.
  public var texts: [LocalizedText]
  /// A line for lists of modules.
  public var shortDescription: String
  /// The hash of id and password; empty: locked for editing.
  public var writeHash: String
  /// Place and unknown parts.
  public var extras = Extras()
  /// How the text around the root, and its character references, were written.
  public var form: XMLForm

  /// A module; hashes and times are the caller's (package-format.md section 2).
  public init(
    _ head: Head,
    lastChangedTime: Int,
    noLicenseID: String,
    writeHash: String,
    createdWith: String,
    interface: Interface = Interface(),
    functions: DescriptorList<Function> = [],
    entryPoints: DescriptorList<EntryPoint> = [],
    tabs: [GUITab] = [],
    texts: [LocalizedText] = [],
    shortDescription: String = "",
    defaultLocale: String = "en",
    editable: Bool = true,
    moduleType: String = "EXTENDED"
  ) {
    self.lastChangedTime = lastChangedTime
    self.moduleType = moduleType
    self.head = head
    self.interface = interface
    self.functions = functions
    self.createdWith = createdWith
    self.defaultLocale = defaultLocale
    self.editable = editable
    self.entryPoints = entryPoints
    self.tabs = tabs
    self.noLicenseID = noLicenseID
    self.texts = texts
    self.shortDescription = shortDescription
    self.writeHash = writeHash
    form = XMLForm()
  }

  /// A descriptor and what is not as it should be in it.
  public struct Parsed: Hashable, Sendable {
    /// The descriptor.
    public var descriptor: ModuleDescriptor
    /// What is unknown, missing or wrong, in the order of reading.
    public var defects: [DescriptorDefect]
  }

  /// Reads a descriptor.
  ///
  /// Only a text that is no trustworthy XML, or whose root is no `module`, is an error; all else is a defect.
  public static func parse(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(DescriptorError) -> Parsed {
    let document: XMLDocument
    do {
      document = try XMLDocument.parse(bytes, limits: limits)
    } catch {
      throw .malformed(error)
    }
    guard document.root.name == "module" else {
      throw .root(found: document.root.name, position: document.root.position)
    }
    let context = ReadingContext()
    var descriptor = ModuleDescriptor(reading: document.root, context)
    descriptor.form = document.form
    return Parsed(descriptor: descriptor, defects: context.defects)
  }

  /// The text as the appliance would write it; of an untouched descriptor, the bytes that were read.
  public func write() -> [UInt8] {
    XMLWriter(expandedWhenEmpty: Self.expandedWhenEmpty, form: form).write(written(as: "module"))
  }

  /// The text elements that are written `<x></x>` when empty (package-format.md section 3).
  static let expandedWhenEmpty: Set<String> = [
    "description", "descriptionURL", "value", "shortDescription", "defaultValue", "comment",
  ]
}

extension ModuleDescriptor: ElementValue {
  init(blank: Blank) {
    self.init(
      Head(),
      lastChangedTime: 0,
      noLicenseID: "",
      writeHash: "",
      createdWith: "",
      defaultLocale: "",
      editable: false,
      moduleType: ""
    )
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("lastChangedTime", &lastChangedTime)
    fields.attribute("moduleType", &moduleType)
    head.map(&fields)
    interface.map(&fields)
    fields.element("children", &functions)
    fields.text("createdWith", &createdWith)
    fields.text("defaultLocale", &defaultLocale)
    fields.text("editable", &editable)
    fields.element("entryPoints", &entryPoints)
    fields.elements("inputGUITabs", &tabs)
    fields.text("noLicenseId", &noLicenseID)
    fields.elements("resourceKeys", &texts)
    fields.text("shortDescription", &shortDescription)
    fields.text("writeHash", &writeHash)
  }
}
