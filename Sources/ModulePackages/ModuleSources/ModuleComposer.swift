import Findings
import ModuleDescriptors

/// Makes the descriptor that the appliance would have written from a module's sources.
///
/// Ids that the sources do not state follow from names, so that every build gives the same; all times are the
/// sources' own. Problems are gathered, each with its line in `module.yml`.
struct ModuleComposer {
  let source: ModuleSource
  /// The Java functions, in the order of their names.
  let javaFunctions: [JavaFunctionSignature]
  /// The files of the `resources` folder.
  let files: [FileResource]
  var problems: [ProjectProblem] = []
  /// Every function that a call of this module can name, by its name.
  var callable: [String: CallSignature] = [:]
  /// The ids of the module's variables, by name.
  var variableIDs: [String: String] = [:]
  var resources: [Resource]
  private let guessing = Guessing()

  init(_ source: ModuleSource, javaFunctions: [JavaFunctionSignature], files: [FileResource]) {
    self.source = source
    self.javaFunctions = javaFunctions
    self.files = files
    resources = files.map { .file($0) }
  }

  /// The descriptor.
  mutating func compose() throws(ProjectError) -> ModuleDescriptor {
    collectNames()
    let variables = source.variables.map { moduleVariable($0) }
    let designed = source.functions.map { designerFunction($0) }
    let entryPoints = source.entryPoints.compactMap { entryPoint($0) }
    let pages = source.pages.enumerated().map { PageComposer(source, variableIDs).page($1, number: $0, &problems) }
    guard problems.isEmpty else { throw ProjectError(.source, problems) }
    let changed = source.changed
    return ModuleDescriptor(
      Head(
        id: source.id,
        name: source.name,
        createTime: source.created,
        specVersion: 5,
        vendor: source.vendor,
        version: source.version,
        description: source.description,
        descriptionURL: source.descriptionURL
      ),
      lastChangedTime: changed,
      noLicenseID: ModuleIdentity.noLicenseID(moduleID: source.id, lastChangedTime: String(changed)),
      writeHash: writeHash,
      createdWith: "STARFACE \(source.platform)",
      interface: Interface(
        inputs: DescriptorList(variables.map { .variable($0) }),
        resources: DescriptorList(resources)
      ),
      functions: DescriptorList(
        javaFunctions.map {
          .java($0, createTime: source.created, implementationFile: $0.simpleName + ".class")
        } + designed
      ),
      entryPoints: DescriptorList(entryPoints),
      tabs: pages,
      texts: [
        PageComposer.localized(
          source.title,
          key: "module.name{\(source.id)}",
          .name,
          default: source.defaultLocale,
          missing: ""
        )
      ],
      shortDescription: source.shortDescription,
      defaultLocale: source.defaultLocale
    )
  }

  private var writeHash: String {
    switch source.editing {
    case .open: ModuleIdentity.writeHash(moduleID: source.id)
    case .locked: ""
    case .hash(let hash): hash
    }
  }

  /// Notes a problem at a place of `module.yml`.
  mutating func report(_ place: SourceLine, _ message: String, hint: String? = nil) {
    problems.append(
      ProjectProblem(
        file: ProjectLayout.source,
        line: place.line,
        column: place.column,
        message: message,
        hint: hint
      )
    )
  }

  /// An id that follows from names.
  func derived(_ path: String...) -> String { ModuleIdentity.derivedID(moduleID: source.id, path: path) }

  // MARK: names

  private mutating func collectNames() {
    for variable in source.variables { variableIDs[variable.name] = variable.id ?? derived("variable", variable.name) }
    for signature in javaFunctions { callable[signature.simpleName] = CallSignature(signature, module: source.id) }
    for function in source.functions {
      if callable[function.name] != nil {
        report(
          function.line,
          "a Java function is named \"\(function.name)\", too",
          hint: "rename the designer function"
        )
      }
      callable[function.name] = CallSignature(
        target: Target(domainID: source.id, id: id(of: function), name: function.name),
        inputs: function.inputs.map { parameter($0, of: function, isInput: true) },
        outputs: function.outputs.map { parameter($0, of: function, isInput: false) }
      )
    }
  }

  func id(of function: FunctionSource) -> String { function.id ?? derived("function", function.name) }

  func id(of variable: VariableSource, of function: FunctionSource, isInput: Bool) -> String {
    variable.id ?? derived("function", function.name, isInput ? "in" : "out", variable.name)
  }

  func parameter(
    _ variable: VariableSource,
    of function: FunctionSource,
    isInput: Bool
  ) -> CallSignature.Parameter {
    let type = VariableType(rawValue: variable.type)
    return CallSignature.Parameter(
      id: id(of: variable, of: function, isInput: isInput),
      name: variable.name,
      type: type,
      takesLiteral: isInput && type.hasLiterals
    )
  }

  /// What a call names; nil, with a problem, when there is no such function.
  mutating func signature(of target: String, at place: SourceLine) -> CallSignature? {
    if let own = callable[target] { return own }
    if let known = CallSignature.builtIn(target) { return known }
    if let foreign = CallSignature.unknownBuiltIn(target) {
      if let nearest = guessing.nearest(to: target, among: CallSignature.builtInNames, within: 2).first {
        report(place, "there is no function \"\(target)\"", hint: "did you mean \"\(nearest)\"?")
        return nil
      }
      return foreign
    }
    report(place, "there is no function \"\(target)\"", hint: Self.nearest(target, callable.keys.sorted()))
    return nil
  }

  /// A hint that names what was probably meant, or all that is possible.
  static func nearest(_ written: String, _ names: [String]) -> String {
    if let near = nearestNames(to: written, in: names, most: 1).first { return "did you mean \"\(near)\"?" }
    return names.isEmpty ? "there are none" : "there are: " + names.listed()
  }
}

extension VariableType {
  /// Whether the designer offers literals for it, as all real descriptors show; other types take references only.
  var hasLiterals: Bool { [.string, .number, .boolean, .object].contains(self) }
}

extension CallSignature {
  /// A Java function of the module itself.
  init(_ signature: JavaFunctionSignature, module: String) {
    func parameter(_ field: JavaFunctionSignature.Parameter) -> Parameter {
      Parameter(
        id: field.name,
        name: field.name,
        label: field.label,
        type: field.type,
        takesReference: field.valueByReferenceAllowed,
        takesLiteral: field.valueByValueAllowed
      )
    }
    self.init(
      target: Target(domainID: module, id: signature.simpleName, name: signature.simpleName),
      inputs: signature.inputs.map(parameter),
      outputs: signature.outputs.map(parameter)
    )
  }
}
