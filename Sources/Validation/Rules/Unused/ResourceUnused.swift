import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A resource that nothing uses.
  static let resourceUnused: PackageRule = .init(
    Rule(
      id: "resource.unused",
      severity: .notice,
      title: "A resource that nothing uses",
      what: "A list, map or timer that no variable and no entry point names, or a file that neither a "
        + "variable nor a function uses. Classes and jars are used by being there.",
      why: "It is dead weight, unless Java code reads it.",
      mend: "Remove it, or use it.",
      source: "package-format.md section 4"
    )
  ) { subject, analysis in
    let module = analysis.module
    var names = Set(module.inputs.compactMap { $0.variable?.value })
    for function in module.functions {
      names.formUnion(function.inputs.compactMap { $0.variable?.value })
      if let file = function.implementationFile { names.insert(file) }
    }
    for visit in analysis.visits {
      for input in visit.statement.inputs { names.formUnion(input.literals) }
      if case .variableDefinition(let definition) = visit.statement { names.insert(definition.defaultValue) }
    }
    for case .timer(let timer) in module.entryPoints { names.insert(timer.timerID) }
    return module.resources.compactMap { resource in
      if case .file(let file) = resource, file.isCode { return nil }
      if case .unknown = resource { return nil }
      guard !names.contains(resource.id) else { return nil }
      let name = if case .file(let file) = resource { file.name } else { resource.id }
      return analysis.tell(
        resourceUnused.rule,
        "nothing uses the \(resource.elementName) '\(name)'",
        symbol: resource.id,
        at: ModuleAnalysis.location(resource.position)
      )
    }
  }
}

extension Parameter {
  /// The literals that a parameter holds; a file resource is passed by its id.
  fileprivate var literals: [String] {
    switch self {
    case .variable(let variable): [variable.value]
    case .multipleValue(let multiple): multiple.values.map(\.value)
    case .expressed, .unknown: []
    }
  }
}

extension FileResource {
  /// Whether the file is a class or a jar, which the class loader finds without being told.
  fileprivate var isCode: Bool {
    fileExtension == "class" || fileExtension == "jar" || name.hasSuffix(".class") || name.hasSuffix(".jar")
  }
}
