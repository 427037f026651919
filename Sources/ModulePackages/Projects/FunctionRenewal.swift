import ModuleDescriptors

/// Brings the Java functions of a descriptor up to date with the classes that were compiled from `src/`, so that the
/// two never drift apart (cli.md, "Project folder").
///
/// A function is renewed where it stands: visibility, description, and the variables in the order of the class, each
/// with the id that it had under its name. A class that is new gets an entry behind the others. What the class says
/// nothing about stays as it was, and a function that agrees with its class is not touched at all.
struct FunctionRenewal {
  /// The descriptor, renewed.
  private(set) var descriptor: ModuleDescriptor
  /// What changed, a sentence each, in the order of the functions' names.
  private(set) var changes: [String] = []

  init(_ descriptor: ModuleDescriptor) { self.descriptor = descriptor }

  /// Renews or adds the function of one class.
  ///
  /// - Parameter entry: the entry that holds the class, without `res/`.
  mutating func renew(_ signature: JavaFunctionSignature, entry: String) {
    let name = signature.simpleName
    guard let index = index(of: name, entry: entry) else {
      let new = Function.java(signature, createTime: descriptor.lastChangedTime, implementationFile: entry)
      descriptor.functions.append(new)
      changes.append("function \(name) is new")
      return
    }
    var function = descriptor.functions[index]
    var differences: [String] = []
    if let visibility = signature.visibility, visibility != function.visibility {
      differences.append("visibility \(function.visibility) -> \(visibility)")
      function.visibility = visibility
    }
    if signature.description != function.description {
      function.description = signature.description
      differences.append("description")
    }
    differences += Self.renew(&function.inputs, signature.inputs, side: "input")
    differences += Self.renew(&function.outputs, signature.outputs, side: "output")
    if differences.isEmpty { return }
    descriptor.functions[index] = function
    changes.append("function \(name): " + differences.joined(separator: "; "))
  }

  /// The function that the class implements: it names the entry, or has the class's simple name for an id.
  private func index(of name: String, entry: String) -> Int? {
    descriptor.functions.firstIndex { $0.implementationFile == entry }
      ?? descriptor.functions.firstIndex { $0.id == name && $0.statements.isEmpty }
  }

  private static func renew(
    _ parameters: inout DescriptorList<Parameter>,
    _ fields: [JavaFunctionSignature.Parameter],
    side: String
  ) -> [String] {
    let names = parameters.map(\.name)
    let wanted = fields.map(\.name)
    var differences = names.filter { !wanted.contains($0) }.map { "\(side) \($0) removed" }
    var renewed: [Parameter] = []
    for field in fields {
      guard case .variable(var variable)? = parameters.first(where: { $0.name == field.name }) else {
        differences.append("\(side) \(field.name) added")
        renewed.append(.variable(Variable(field)))
        continue
      }
      let parts = variable.renew(from: field)
      if !parts.isEmpty { differences.append("\(side) \(field.name): \(parts.joined(separator: ", "))") }
      renewed.append(.variable(variable))
    }
    if names.filter(wanted.contains) != wanted.filter(names.contains) { differences.append("order of the \(side)s") }
    if !differences.isEmpty { parameters.replaceSubrange(parameters.indices, with: renewed) }
    return differences
  }
}

extension Variable {
  /// Takes over what an annotated field says; the names of the parts that changed.
  fileprivate mutating func renew(from field: JavaFunctionSignature.Parameter) -> [String] {
    let new = Variable(field)
    var changed: [String] = []
    func take<Part: Equatable>(_ part: WritableKeyPath<Variable, Part>, _ name: String, in variable: inout Variable) {
      guard variable[keyPath: part] != new[keyPath: part] else { return }
      variable[keyPath: part] = new[keyPath: part]
      changed.append(name)
    }
    if type != new.type {
      changed.append("type \(type) -> \(new.type)")
      type = new.type
    }
    // An output has no label in many descriptors, and absent is as good as empty.
    if (label ?? "") != field.label { take(\.label, "label", in: &self) }
    if (description ?? "") != field.description { take(\.description, "description", in: &self) }
    if valueByReferenceAllowed != new.valueByReferenceAllowed || valueByValueAllowed != new.valueByValueAllowed {
      take(\.valueByReference, "value by reference", in: &self)
    }
    take(\.valueByReferenceAllowed, "references allowed", in: &self)
    take(\.valueByValueAllowed, "literals allowed", in: &self)
    // What the class cannot tell of a default is kept.
    if field.initialValue != nil || !new.valueByValueAllowed { take(\.value, "default", in: &self) }
    return changed
  }
}
