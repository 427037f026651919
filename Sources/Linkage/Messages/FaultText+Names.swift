import ClassFiles

/// Classes, members and their places as HotSpot writes them.
extension FaultText {
  func name(_ id: ClassID) -> String { names.external(world.facts(id).name) }
  func member(_ id: MemberID) -> MemberFacts { world.members[Int(id.index)] }

  func plain(_ id: MemberID) -> String {
    names.plain(member(id).name, member(id).descriptor, owner: world.facts(id.owner).name)
  }

  func quoted(_ id: MemberID) -> String {
    quoted(member(id).name, member(id).descriptor, world.facts(id.owner).name)
  }

  /// A method that a reference to another class found: until Java 8 by that class, later by its own.
  func named(_ id: MemberID, by owner: ClassID) -> String {
    level < 11 ? quoted(member(id).name, member(id).descriptor, world.facts(owner).name) : quoted(id)
  }

  func quoted(_ name: Symbol, _ descriptor: Symbol, _ owner: Symbol) -> String {
    level < 11 ? names.plain(name, descriptor, owner: owner) : "'\(names.method(name, descriptor, owner: owner))'"
  }

  /// `a.B is in unnamed module of loader 'app'`.
  func place(_ id: ClassID) -> String { "\(name(id)) is in \(module(id))" }

  func places(_ a: ClassID, _ b: ClassID) -> String {
    module(a) == module(b) ? "\(name(a)) and \(name(b)) are in \(module(a))" : "\(place(a)); \(place(b))"
  }

  func module(_ id: ClassID) -> String {
    switch world.facts(id).loader {
    case .java: "module java.base of loader 'bootstrap'"
    case .platform, .application: "unnamed module of loader \(loaderName(id))"
    }
  }

  func loaderName(_ id: ClassID) -> String {
    switch world.facts(id).loader {
    case .java: "'bootstrap'"
    case .platform: scope.loaders.platform + (scope.loaders.isPlatformBuiltIn ? "" : Self.hash)
    case .application: scope.loaders.application + Self.hash
    }
  }
}
