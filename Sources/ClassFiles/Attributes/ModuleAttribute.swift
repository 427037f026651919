/// A module descriptor (JVMS §4.7.25); all references are indices of module, package, class or `utf8` constants.
public struct ModuleAttribute: Hashable, Sendable {
  /// A module that is needed.
  public struct Requirement: Hashable, Sendable {
    /// The module.
    public var moduleIndex: ConstantPool.Index
    /// `transitive`, `staticPhase`, `synthetic`, `mandated`.
    public var flags: AccessFlags
    /// The `utf8` constant of its version; 0 for none.
    public var versionIndex: ConstantPool.Index
  }

  /// A package that is exported or opened.
  public struct Package: Hashable, Sendable {
    /// The package.
    public var packageIndex: ConstantPool.Index
    /// `synthetic`, `mandated`.
    public var flags: AccessFlags
    /// The modules it is meant for; empty for all.
    public var targetIndices: [ConstantPool.Index]
  }

  /// A service that is provided.
  public struct Provision: Hashable, Sendable {
    /// The class constant of the service.
    public var serviceIndex: ConstantPool.Index
    /// The class constants of what provides it.
    public var providerIndices: [ConstantPool.Index]
  }

  /// The module's own constant.
  public var moduleIndex: ConstantPool.Index
  /// `open`, `synthetic`, `mandated`.
  public var flags: AccessFlags
  /// The `utf8` constant of its version; 0 for none.
  public var versionIndex: ConstantPool.Index
  /// What it needs.
  public var requirements: [Requirement]
  /// What it exports.
  public var exports: [Package]
  /// What it opens to reflection.
  public var opens: [Package]
  /// The class constants of the services it uses.
  public var useIndices: [ConstantPool.Index]
  /// The services it provides.
  public var provisions: [Provision]

  init(_ cursor: inout ClassCursor) throws(ClassFileError) {
    func packages(_ cursor: inout ClassCursor) throws(ClassFileError) -> [Package] {
      try cursor.list(elementSize: 6, "the packages of a module") { cursor throws(ClassFileError) in
        Package(
          packageIndex: try cursor.u2("a package"),
          flags: AccessFlags(rawValue: try cursor.u2("the flags of a package")),
          targetIndices: try cursor.indices("the target modules")
        )
      }
    }
    moduleIndex = try cursor.u2("the module's name")
    flags = AccessFlags(rawValue: try cursor.u2("the module's flags"))
    versionIndex = try cursor.u2("the module's version")
    requirements = try cursor.list(elementSize: 6, "the required modules") { cursor throws(ClassFileError) in
      Requirement(
        moduleIndex: try cursor.u2("a required module"),
        flags: AccessFlags(rawValue: try cursor.u2("the flags of a required module")),
        versionIndex: try cursor.u2("the version of a required module")
      )
    }
    exports = try packages(&cursor)
    opens = try packages(&cursor)
    useIndices = try cursor.indices("the services used")
    provisions = try cursor.list(elementSize: 4, "the services provided") { cursor throws(ClassFileError) in
      Provision(serviceIndex: try cursor.u2("a service"), providerIndices: try cursor.indices("the providers"))
    }
  }
}
