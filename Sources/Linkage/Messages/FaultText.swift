import ClassFiles

/// A fault as HotSpot reports it: the class of the error and its message, word for word for a Java level.
struct FaultText {
  let scope: LinkScope
  var level: Int { scope.javaLevel }
  var world: World { _read { yield scope.world } }
  private var names: JavaNames { JavaNames(symbols: scope.world.symbols) }

  init(_ scope: LinkScope) { self.scope = scope }

  /// The class of the error.
  func error(_ fault: LinkFault) -> ErrorClass {
    if let nest = invalidNest(fault) { return error(nest) }
    return switch fault {
    case .classMissing, .arrayClassMissing, .wrongName, .initializationFailed: .noClassDefFound
    case .prohibitedPackage: .security
    case .classConcealed, .superConcealed, .superInaccessible, .interfaceInaccessible, .classInaccessible,
      .fieldInaccessible,
      .methodInaccessible, .finalWritten, .selectedNotPublic, .loaderConstraint:
      .illegalAccess
    case .unsupportedVersion: .unsupportedVersion
    case .malformed: .classFormat
    case .circular: .circularity
    case .superIsFinal, .finalOverridden: level >= 16 ? .incompatibleChange : .verify
    case .superIsInterface, .interfaceIsClass, .notPermitted, .interfaceFound, .classFound, .wrongConstant,
      .staticExpected, .instanceExpected, .dispatchChanged, .conflictingDefaults, .notImplemented:
      .incompatibleChange
    case .indirectSuperinterface: level >= 9 ? .incompatibleChange : .verify
    case .fieldMissing: .noSuchField
    case .methodMissing, .constructorMissing: .noSuchMethod
    case .notInstantiable: .instantiation
    case .abstractCalled, .abstractSuper, .abstractOverpass, .lambdaIncomplete: .abstractMethod
    case .notAssignable, .protectedReceiver: .verify
    case .nativeMissing: .unsatisfiedLink
    case .lambdaRefused: .bootstrapMethod
    }
  }

  /// The class of the error that a nest which does not hold is.
  private func error(_ nest: NestFailure) -> ErrorClass {
    switch nest {
    case .hostMissing: .noClassDefFound
    case .hostBroken(_, let fault): error(fault)
    case .both(let first, _): error(first)
    case .otherPackage, .notListed: .incompatibleChange
    }
  }

  /// The error's message.
  func message(_ fault: LinkFault) -> String {
    if let nest = invalidNest(fault) { return text(nest) }
    switch fault {
    case .classMissing(let name): return world.symbols.text(name)
    case .arrayClassMissing(let name, let depth):
      return String(repeating: "[", count: Int(depth)) + "L\(world.symbols.text(name));"
    case .wrongName(let expected, let actual):
      let (first, second) = (9..<17).contains(level) ? (actual, expected) : (expected, actual)
      return "\(world.symbols.text(first)) (wrong name: \(world.symbols.text(second)))"
    case .initializationFailed(let id): return "Could not initialize class \(name(id))"
    case .unsupportedVersion(let name, let version): return unsupported(world.symbols.text(name), version)
    case .malformed(_, let text): return text
    case .circular(let name): return world.symbols.text(name)
    case .superIsInterface(let id, let parent):
      return "class \(name(id)) has interface \(name(parent)) as super class"
    case .superIsFinal(let id, let parent):
      return level >= 16
        ? "class \(name(id)) cannot inherit from final class \(name(parent))"
        : "Cannot inherit from final class"
    case .interfaceIsClass(let id, let parent):
      if level < 11 { return "Implementing class" }
      return "class \(name(id)) can not implement \(name(parent)), because it is not an interface (\(place(parent)))"
    case .superInaccessible(let id, let parent):
      let kind = world.facts(parent).flags.contains(.abstract) ? "abstract superclass" : "superclass"
      return level < 11
        ? "class \(name(id)) cannot access its superclass \(name(parent))"
        : "class \(name(id)) cannot access its \(kind) \(name(parent)) (\(places(id, parent)))"
    case .interfaceInaccessible(let id, let parent):
      return level < 11
        ? "class \(name(id)) cannot access its superinterface \(name(parent))"
        : "class \(name(id)) cannot access its superinterface \(name(parent)) (\(places(id, parent)))"
    case .notPermitted(let id, let parent): return notPermitted(id, parent)
    case .finalOverridden(let id, let member):
      return "class \(name(id)) overrides final method \(plain(member))"
    case .classInaccessible(let id, let user):
      return level < 11
        ? "tried to access class \(name(id)) from class \(name(user))"
        : "failed to access class \(name(id)) from class \(name(user)) (\(places(id, user)))"
    case .classConcealed(let name, let user): return concealed(name, from: user)
    case .superConcealed(let id, let name, let isInterface):
      return
        "super\(isInterface ? "interface" : "class") \(isInterface ? "" : "access ")check failed: \(concealed(name, from: id))"
    case .prohibitedPackage(let name): return "Prohibited package name: \(package(name))"
    default: return memberMessage(fault)
    }
  }

  /// HotSpot names the module, which manifests do not, and gives the unnamed one's address.
  private func concealed(_ name: Symbol, from user: ClassID) -> String {
    "class \(self.name(user)) (in unnamed module) cannot access class \(names.external(name)) because its module "
      + "does not export \(package(name)) to unnamed module"
  }

  private func package(_ name: Symbol) -> String {
    names.external(name).split(separator: ".").dropLast().joined(separator: ".")
  }

  private func unsupported(_ name: String, _ version: ClassVersion) -> String {
    let newest = level + 44
    if level < 8 { return "\(name) : Unsupported major.minor version \(version.major).\(version.minor)" }
    let number = "class file version \(version.major).\(version.minor)"
    if level < 11 || Int(version.major) > newest {
      return "\(name) has been compiled by a more recent version of the Java Runtime (\(number)), this version of the "
        + "Java Runtime only recognizes class file versions up to \(newest).0"
    }
    if version.minor != ClassVersion.preview {
      return "\(name) (\(number)) was compiled with an invalid non-zero minor version"
    }
    return Int(version.major) == newest
      ? "Preview features are not enabled for \(name) (\(number)). Try running with '--enable-preview'"
      : "\(name) (\(number)) was compiled with preview features that are unsupported. This version of the Java Runtime "
        + "only recognizes preview features for class file version \(newest).\(ClassVersion.preview)"
  }

  private func memberMessage(_ fault: LinkFault) -> String {
    switch fault {
    case .fieldMissing(let use, let owner):
      let field = world.symbols.text(use.name)
      return level < 21
        ? field
        : "Class \(name(owner)) does not have member field '\(names.types(use.descriptor).first ?? "") \(field)'"
    case .methodMissing(let use, let owner): return quoted(use.name, use.descriptor, owner)
    case .constructorMissing(let use, let owner):
      return level < 11
        ? "\(name(owner)): method \(world.symbols.text(use.name))\(world.symbols.text(use.descriptor)) not found"
        : "\(name(owner)): method '\(names.method(use.name, use.descriptor))' not found"
    case .fieldInaccessible(let member, let user, let nest):
      let field = "\(name(member.owner)).\(world.symbols.text(self.member(member).name))"
      if level < 11 { return "tried to access field \(field) from class \(name(user))" }
      return
        "class \(name(user)) tried to access \(access(member))field \(field) (\(places(user, member.owner)))\(remark(nest))"
    case .methodInaccessible(let member, let user, let nest):
      if level < 11 { return "tried to access method \(plain(member)) from class \(name(user))" }
      return "class \(name(user)) tried to access \(access(member))method \(quoted(member)) "
        + "(\(places(user, member.owner)))\(remark(nest))"
    case .interfaceFound(let id): return "Found interface \(name(id)), but class was expected"
    case .classFound(let id): return "Found class \(name(id)), but interface was expected"
    case .wrongConstant(let use, let owner, let wantsInterface):
      if use.kind.isHandle {
        let (is_, should) = wantsInterface ? ("MethodRef", "InterfaceMethodRef") : ("InterfaceMethodRef", "MethodRef")
        return "Inconsistent constant pool data in classfile for class \(world.symbols.text(world.facts(owner).name)). "
          + "Method '\(names.method(use.name, use.descriptor))' at index \(use.poolIndex) is CONSTANT_\(is_) "
          + "and should be CONSTANT_\(should)"
      }
      return "Method \(quoted(use.name, use.descriptor, world.facts(owner).name)) must be "
        + (wantsInterface ? "InterfaceMethodref" : "Methodref") + " constant"
    case .staticExpected(let use, let member, let owner):
      if use.kind.isField { return "Expected static field \(name(owner)).\(world.symbols.text(use.name))" }
      return "Expected static method \(named(member, by: owner))"
    case .instanceExpected(let use, let member, let owner):
      if use.kind.isField { return "Expected non-static field \(name(owner)).\(world.symbols.text(use.name))" }
      let isInterfaceCall =
        use.kind.direct == .invokeInterface || use.kind.direct == .invokeSpecial && world.facts(owner).isInterface
      return isInterfaceCall
        ? "Expected instance not static method \(named(member, by: owner))"
        : "Expecting non-static method \(named(member, by: owner))"
    case .dispatchChanged(let use, let owner):
      let path = quoted(use.name, use.descriptor, world.facts(owner).name)
      if use.kind.isField {
        let kind = use.kind.isStatic ? "static" : "non-static"
        return "Expected \(kind) field \(name(owner)).\(world.symbols.text(use.name))"
      }
      if use.kind.isStatic { return "Expected static method \(path)" }
      return use.kind.direct == .invokeInterface
        ? "Expected instance not static method \(path)" : "Expecting non-static method \(path)"
    case .finalWritten(let member, let owner, let user):
      if level < 9 { return "null" }
      let kind = self.member(member).flags.contains(.static) ? "static" : "non-static"
      return "Update to \(kind) final field \(name(owner)).\(world.symbols.text(self.member(member).name)) "
        + "attempted from a different class (\(name(user))) than the field's declaring class"
    case .notInstantiable(let id): return name(id)
    default: return selectionMessage(fault)
    }
  }

  private func selectionMessage(_ fault: LinkFault) -> String {
    switch fault {
    case .abstractCalled(let call): return abstractCall(call)
    case .lambdaIncomplete(let site, let member, let owner): return lambdaIncomplete(site, member, owner)
    case .abstractSuper(let member, let owner):
      return quoted(self.member(member).name, self.member(member).descriptor, world.facts(owner).name)
    case .abstractOverpass(let member, let receiver):
      let method = self.member(member)
      return "Method \(world.symbols.text(world.facts(receiver).name)).\(world.symbols.text(method.name))"
        + "\(world.symbols.text(method.descriptor)) is abstract"
    case .conflictingDefaults(_, _, let candidates):
      return "Conflicting default methods: "
        + candidates.map {
          "\(world.symbols.text(world.facts($0.owner).name)).\(world.symbols.text(self.member($0).name))"
        }
        .joined(separator: " ")
    case .notImplemented(let receiver, let interface):
      return "Class \(name(receiver)) does not implement the requested interface \(name(interface))"
    case .selectedNotPublic(let member, let receiver, _):
      return quoted(self.member(member).name, self.member(member).descriptor, world.facts(receiver).name)
    case .indirectSuperinterface(let use, let owner):
      return "Interface method reference: \(quoted(use.name, use.descriptor, world.facts(owner).name)), "
        + "is in an indirect superinterface"
    case .notAssignable(let use, _):
      return
        "Bad type on operand stack: '\(world.symbols.text(use.from))' is not assignable to '\(world.symbols.text(use.to))'"
    case .protectedReceiver(let use, let user):
      return "Bad access to protected data: '\(world.symbols.text(use.receiver))' is not assignable to "
        + "'\(world.symbols.text(world.facts(user).name))'"
    case .nativeMissing(let member):
      return level < 11 ? plain(member) : quoted(member)
    case .loaderConstraint(let use, let member): return invisible(use, member)
    case .lambdaRefused: return "bootstrap method initialization exception"
    default: return ""
    }
  }

  private func abstractCall(_ call: AbstractCall) -> String {
    let method = member(call.resolved)
    let owner = world.facts(call.resolved.owner)
    if level < 11 {
      return names.plain(
        method.name,
        method.descriptor,
        owner: owner.isInterface ? world.facts(call.receiver).name : owner.name
      )
    }
    let kind = owner.isInterface ? "interface" : owner.flags.contains(.abstract) ? "abstract class" : "class"
    // What the machine makes is not abstract.
    let flags = call.madeFor == nil ? flagWords(method.flags) : ""
    let text =
      "Receiver class \(name(call.receiver)) does not define or inherit an implementation of the resolved method "
      + "'\(flags)\(names.method(method.name, method.descriptor))' of \(kind) \(name(call.madeFor ?? call.resolved.owner))."
    guard let selected = call.selected else { return text }
    let other = member(selected)
    let path = names.method(other.name, other.descriptor, owner: world.facts(selected.owner).name)
    return "\(text) Selected method is '\(flagWords(other.flags))\(path)'."
  }

  /// Without the number and the address that the machine gives a lambda's class.
  private func lambdaIncomplete(_ site: LambdaSite, _ id: MemberID, _ owner: ClassID) -> String {
    let method = member(id)
    if scope.interfacesCallWhatIsMade, case .found(let interface) = scope.find(site.interface),
      scope.hasDefaults(interface)
    {
      return "Method \(world.symbols.text(world.facts(owner).name))$$Lambda.\(world.symbols.text(method.name))"
        + "\(world.symbols.text(method.descriptor)) is abstract"
    }
    let type = "\(name(owner))$$Lambda"
    if level < 11 { return "\(type).\(world.symbols.text(method.name))\(world.symbols.text(method.descriptor))" }
    return "Receiver class \(type) does not define or inherit an implementation of the resolved method "
      + "'\(flagWords(method.flags))\(names.method(method.name, method.descriptor))' of interface \(name(id.owner))."
  }

  func name(_ id: ClassID) -> String { names.external(world.facts(id).name) }
  private func member(_ id: MemberID) -> MemberFacts { world.members[Int(id.index)] }

  private func plain(_ id: MemberID) -> String {
    names.plain(member(id).name, member(id).descriptor, owner: world.facts(id.owner).name)
  }

  private func quoted(_ id: MemberID) -> String {
    quoted(member(id).name, member(id).descriptor, world.facts(id.owner).name)
  }

  /// A method that a reference to another class found: until Java 8 by that class, later by its own.
  private func named(_ id: MemberID, by owner: ClassID) -> String {
    level < 11 ? quoted(member(id).name, member(id).descriptor, world.facts(owner).name) : quoted(id)
  }

  private func quoted(_ name: Symbol, _ descriptor: Symbol, _ owner: Symbol) -> String {
    level < 11 ? names.plain(name, descriptor, owner: owner) : "'\(names.method(name, descriptor, owner: owner))'"
  }

  /// As `java.lang.invoke.MemberName` prints itself: types by their simple names.
  private func invisible(_ use: MemberUse, _ id: MemberID) -> String {
    let member = member(id)
    let types = names.types(member.descriptor).map { type in
      type.split(whereSeparator: { $0 == "." || $0 == "$" }).last.map(String.init) ?? type
    }
    let isConstructor = member.name == .initializer
    let what = use.kind.isField ? "field" : isConstructor ? "constructor" : "method"
    let signature =
      use.kind.isField
      ? "/\(types.last ?? "")" : "(\(types.dropLast().joined(separator: ",")))\(types.last ?? "void")"
    return "no such \(what): \(name(id.owner)).\(world.symbols.text(member.name))\(signature)/\(use.kind.direct)"
  }

  private func access(_ id: MemberID) -> String {
    let flags = member(id).flags
    var words = flags.contains(.abstract) ? "abstract " : ""
    if flags.contains(.private) { words += "private " }
    if flags.contains(.protected) { words += "protected " }
    return words
  }

  private func flagWords(_ flags: AccessFlags) -> String {
    var words = ""
    if flags.contains(.private) { words += "private " }
    if flags.contains(.abstract) { words += "abstract " }
    return words
  }

  /// `a.B is in unnamed module of loader 'app'`.
  private func place(_ id: ClassID) -> String { "\(name(id)) is in \(module(id))" }

  private func places(_ a: ClassID, _ b: ClassID) -> String {
    module(a) == module(b) ? "\(name(a)) and \(name(b)) are in \(module(a))" : "\(place(a)); \(place(b))"
  }

  private func module(_ id: ClassID) -> String {
    switch world.facts(id).loader {
    case .java: "module java.base of loader 'bootstrap'"
    case .platform: "unnamed module of loader \(scope.loaders.platform)"
    case .application: "unnamed module of loader \(scope.loaders.application)"
    }
  }

  func loaderName(_ id: ClassID) -> String {
    switch world.facts(id).loader {
    case .java: "'bootstrap'"
    case .platform: scope.loaders.platform
    case .application: scope.loaders.application
    }
  }

  /// From Java 11 to 14 a nest that does not hold is an error of its own, not a remark to another.
  private func invalidNest(_ fault: LinkFault) -> NestFailure? {
    guard level < 15 else { return nil }
    switch fault {
    case .fieldInaccessible(_, _, let nest), .methodInaccessible(_, _, let nest): return nest
    default: return nil
    }
  }

  private func text(_ nest: NestFailure) -> String {
    switch nest {
    case .hostMissing(let id):
      let host = world.symbols.text(world.facts(id).nestHost)
      return level < 15
        ? "Unable to load nest-host class (\(host)) of \(name(id))"
        : "Nest host resolution of \(name(id)) with host \(host) failed: java.lang.NoClassDefFoundError: \(host)"
    case .hostBroken(let id, let fault):
      let host = world.symbols.text(world.facts(id).nestHost)
      guard level < 15 else {
        return
          "Nest host resolution of \(name(id)) with host \(host) failed: \(error(fault).rawValue): \(message(fault))"
      }
      return error(fault) == .noClassDefFound
        ? "Unable to load nest-host class (\(host)) of \(name(id))" : message(fault)
    case .otherPackage(let id, let host): return noMember(id, host, "types are in different packages")
    case .notListed(let id, let host): return noMember(id, host, "current type is not listed as a nest member")
    // Until Java 14 the first failure is the error.
    case .both(let first, let second): return level < 15 ? text(first) : "\(text(first)), \(text(second))"
    }
  }

  private func noMember(_ id: ClassID, _ host: ClassID, _ why: String) -> String {
    level < 15
      ? "Type \(name(id)) is not a nest member of \(name(host)): \(why)"
      : "Type \(name(id)) (loader: \(loaderName(id))) is not a nest member of type \(name(host)) "
        + "(loader: \(loaderName(host))): \(why)"
  }

  /// What is added to a message about access.
  private func remark(_ nest: NestFailure?) -> String { nest.map { ", (\(text($0)))" } ?? "" }
}
