import ClassFiles

/// What is said when a call finds no code to run, or the verifier refuses it.
extension FaultText {
  func selectionMessage(_ fault: LinkFault) -> String {
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

  func abstractCall(_ call: AbstractCall) -> String {
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
  func lambdaIncomplete(_ site: LambdaSite, _ id: MemberID, _ owner: ClassID) -> String {
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

  func flagWords(_ flags: AccessFlags) -> String {
    var words = ""
    if flags.contains(.private) { words += "private " }
    if flags.contains(.abstract) { words += "abstract " }
    return words
  }
}
