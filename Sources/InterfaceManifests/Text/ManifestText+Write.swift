extension ManifestText {
  /// The text form of a manifest, in its one order, ending with a line feed.
  static func write(_ manifest: InterfaceManifest) -> String {
    var manifest = manifest
    manifest.sort()
    var text = "\(magic) \(format)\n"
    text += "platform \(word(manifest.platform))\n"
    text += "version \(manifest.version)\n"
    text += "java \(manifest.javaLevel)\n"
    text += "coverage \(manifest.coverage == .complete ? "complete" : "observed")\n"
    text += "scope \(manifest.scope == .all ? "all" : "public")\n"
    for source in manifest.sources { text += "source \(quoted(source))\n" }
    for prefix in manifest.uncovered { text += "uncovered \(word(prefix))\n" }
    for package in manifest.packages {
      text += "package \(word(package.name))"
      for entry in FlagWords.package where entry.state == package.state { text += " \(entry.word)" }
      text += "\n"
    }
    for fact in manifest.classes { write(fact, to: &text) }
    text += "end\n"
    return text
  }

  /// The lines of one class, without those of its members when it has none.
  static func write(_ fact: ClassFact, to text: inout String) {
    let keyword = ClassKeyword(fact.flags)
    text += "\(keyword.rawValue) \(word(fact.name))"
    append(fact.flags.subtracting(keyword.implied), FlagWords.class, to: &text)
    if let superclass = fact.superclass { text += " extends \(word(superclass))" }
    append("implements", fact.interfaces, to: &text)
    append("permits", fact.permittedSubclasses, to: &text)
    if let nesting = fact.nesting {
      text += " nested \(nesting.outer.map(word) ?? "-") \(nesting.innerName.map(word) ?? "-") "
      let flags = FlagWords.nested.compactMap { nesting.flags.contains($0.flag) ? $0.word : nil }
      text += flags.isEmpty ? "-" : flags.joined(separator: ",")
    }
    if let host = fact.nestHost { text += " nesthost \(word(host))" }
    append("nestmembers", fact.nestMembers, to: &text)
    if let retention = fact.retention { text += " retention \(word(retention))" }
    if let signature = fact.signature { text += " signature \(word(signature))" }
    if fact.source != 0 { text += " from \(fact.source)" }
    text += "\n"
    for member in fact.members { write(member, to: &text) }
  }

  /// The line of one member.
  static func write(_ fact: MemberFact, to text: inout String) {
    text += "  \(fact.isMethod ? "method" : "field") \(word(fact.name)) \(word(fact.descriptor))"
    append(fact.flags, fact.isMethod ? FlagWords.method : FlagWords.field, to: &text)
    append("throws", fact.exceptions, to: &text)
    if let constant = fact.constant { text += " = \(write(constant))" }
    if let value = fact.annotationDefault { text += " default \(write(value))" }
    if let signature = fact.signature { text += " signature \(word(signature))" }
    if fact.source != 0 { text += " from \(fact.source)" }
    text += "\n"
  }

  private static func append(_ flags: ManifestFlags, _ table: [FlagWords.Entry], to text: inout String) {
    for entry in table where flags.contains(entry.flag) { text += " \(entry.word)" }
  }

  private static func append(_ keyword: String, _ names: [String], to text: inout String) {
    guard !names.isEmpty else { return }
    text += " \(keyword) " + names.map(word).joined(separator: ",")
  }
}

extension InterfaceManifest {
  /// The text form: one class or member a line, sorted, ending with a line feed.
  public var text: String { ManifestText.write(self) }
}
