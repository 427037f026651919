import ClassFiles
public import ModuleDescriptors

/// A function of a descriptor that is written in Java, and its class (package-format.md section 3.3).
public struct JavaFunction: Sendable {
  /// The function as the descriptor tells it.
  public let function: Function
  /// Its class; nil when the package does not contain it.
  public let implementation: PackageClass?
  /// The entries where the class was looked for, in this order.
  public let expectedEntries: [String]

  /// What the class says about itself; nil when it is missing or cannot be read.
  public var signature: JavaFunctionSignature? { readSignature.value }

  /// Many rules ask for it; the class is looked through once.
  private let readSignature: Lazy<JavaFunctionSignature?>

  /// `isEnum` tells whether a class of that name is an enum of the package.
  private init(
    function: Function,
    implementation: PackageClass?,
    expectedEntries: [String],
    isEnum: @escaping @Sendable (String) -> Bool
  ) {
    self.function = function
    self.implementation = implementation
    self.expectedEntries = expectedEntries
    readSignature = Lazy {
      guard let file = implementation?.file else { return nil }
      return try? JavaFunctionSignature(file, isEnum: isEnum)
    }
  }

  /// The Java functions of a descriptor.
  ///
  /// A function is one when it names a class, when a class of its id exists, or when it has no statements and is
  /// named as a class would be: designer functions have a UUID for an id.
  static func all(of descriptor: ModuleDescriptor, classes: [PackageClass]) -> [JavaFunction] {
    let byPath = Dictionary(classes.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    var byResourceName: [String: PackageClass] = [:]
    var byResourceEntry: [String: PackageClass] = [:]
    for candidate in classes {
      guard case .resource(let resource) = candidate.origin else { continue }
      if byResourceName[resource.name] == nil { byResourceName[resource.name] = candidate }
      byResourceEntry[candidate.path] = candidate
    }
    let isEnum = enumTest(classes)
    return descriptor.functions.compactMap { function in
      if let file = function.implementationFile, !file.isEmpty {
        // A published package names a file resource that is gone, with the class in the root: the id is tried then.
        let own = function.id + ".class"
        let found = byPath[file] ?? byResourceEntry["res/" + file] ?? byPath[own] ?? byResourceName[own]
        return JavaFunction(
          function: function,
          implementation: found,
          expectedEntries: [file, "res/" + file],
          isEnum: isEnum
        )
      }
      let file = function.id + ".class"
      let found = byPath[file] ?? byResourceName[file]
      let isNamedAsClass = function.id == function.name && function.statements.isEmpty && !function.id.isEmpty
      guard isNamedAsClass || found != nil && function.statements.isEmpty else { return nil }
      return JavaFunction(function: function, implementation: found, expectedEntries: [file], isEnum: isEnum)
    }
  }

  /// Looks a class up by its simple name, as the platform does, and at its superclass.
  static func enumTest(_ classes: [PackageClass]) -> @Sendable (String) -> Bool {
    let bySimpleName = Dictionary(classes.map { ($0.simpleName, $0) }, uniquingKeysWith: { first, _ in first })
    return { name in
      let simpleName = name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
      return (try? bySimpleName[simpleName]?.file?.superName) == "java/lang/Enum"
    }
  }
}
