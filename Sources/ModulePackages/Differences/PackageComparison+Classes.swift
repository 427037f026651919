import ClassFiles

extension PackageComparison {
  /// Compares the packages' own classes by their names.
  mutating func compareClasses() {
    func key(_ candidate: PackageClass) -> String { candidate.internalName ?? candidate.path }
    pair(
      .class,
      old.classes,
      new.classes,
      key: key,
      name: key,
      details: { [old, new] before, after in
        let content = Self.content(before.path, old, after.path, new)
        guard !content.isEmpty else { return Self.line("entry", before.path, after.path) }
        let members = Self.members(before, after)
        return Self.line("entry", before.path, after.path) + (members.isEmpty ? ["code"] : members)
      }
    )
  }

  private static func members(_ before: PackageClass, _ after: PackageClass) -> [String] {
    guard let a = before.file, let b = after.file else { return [] }
    var found = line("class file version", "\(a.majorVersion)", "\(b.majorVersion)")
    found += line("superclass", (try? a.superName) ?? "", (try? b.superName) ?? "")
    found += lines("interface", (try? a.interfaceNames) ?? [], (try? b.interfaceNames) ?? [])
    found += lines("field", a.fields.map(text), b.fields.map(text))
    return found + lines("method", a.methods.map(text), b.methods.map(text))
  }

  private static func text(_ member: Member) -> String {
    let (name, descriptor) = ((try? member.name) ?? "?", (try? member.descriptor) ?? "?")
    let isStatic = member.accessFlags.contains(.static) ? "static " : ""
    return isStatic + (member.kind == .field ? "\(name) \(descriptor)" : name + descriptor)
  }

  /// Compares what of the platform the packages' own classes refer to; Java's own classes are left out.
  mutating func compareUse() {
    let (before, after) = (Self.use(old), Self.use(new))
    for use in before.subtracting(after).sorted() { note(.apiUse, .removed, use) }
    for use in after.subtracting(before).sorted() { note(.apiUse, .added, use) }
  }

  private static func use(_ package: ModulePackage) -> Set<String> {
    let own = Set(package.classes.compactMap(\.internalName))
    var use: Set<String> = []
    for candidate in package.classes {
      guard let pool = candidate.file?.pool else { continue }
      for index in pool.indices {
        // A constant that cannot be read is a finding of validation, not a change.
        guard let tag = try? pool.tag(of: index) else { continue }
        switch tag {
        case .fieldref, .methodref, .interfaceMethodref:
          guard let member = try? pool.memberReference(index), isPlatform(member.owner, own) else { continue }
          let isField = tag == .fieldref
          use.insert("\(member.owner).\(member.name)\(isField ? " " : "")\(member.descriptor)")
        case .class:
          if let name = try? pool.className(index), isPlatform(name, own) { use.insert(name) }
        default: continue
        }
      }
    }
    return use
  }

  private static func isPlatform(_ owner: String, _ own: Set<String>) -> Bool {
    !owner.hasPrefix("java/") && !owner.hasPrefix("javax/") && owner.first != "[" && !own.contains(owner)
  }
}
