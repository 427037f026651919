import ClassFiles

/// What is said of a field or method that is missing, out of reach or of another kind.
extension FaultText {
  func memberMessage(_ fault: LinkFault) -> String {
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
    case .finalRewritten(let member, let owner, let writer):
      let isStatic = self.member(member).flags.contains(.static)
      return "Update to \(isStatic ? "static" : "non-static") final field "
        + "\(name(owner)).\(world.symbols.text(self.member(member).name)) attempted from a different method "
        + "(\(world.symbols.text(writer))) than the initializer method \(isStatic ? "<clinit>" : "<init>") "
    case .notInstantiable(let id): return name(id)
    default: return selectionMessage(fault)
    }
  }

  /// As `java.lang.invoke.MemberName` prints itself: types by their simple names.
  func invisible(_ use: MemberUse, _ id: MemberID) -> String {
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

  func access(_ id: MemberID) -> String {
    let flags = member(id).flags
    var words = flags.contains(.abstract) ? "abstract " : ""
    if flags.contains(.private) { words += "private " }
    if flags.contains(.protected) { words += "protected " }
    return words
  }
}
