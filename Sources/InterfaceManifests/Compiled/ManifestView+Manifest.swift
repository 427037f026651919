extension ManifestView {
  /// The whole manifest of this version as a value: for printing, comparing, and stubs. Only what has evidence of its
  /// own at this version; nothing inferred.
  public func manifest() -> InterfaceManifest {
    var manifest = InterfaceManifest(
      platform: line.name,
      version: version,
      javaLevel: javaLevel,
      coverage: coverage,
      scope: scope,
      sources: sources
    )
    manifest.uncovered = uncovered.map(\.string)
    for index in 0..<sections.packageCount {
      let offset = sections.packages + index * LineLayout.Section.packages.stride
      guard let state = sections.packageState(at: offset, bit) else { continue }
      manifest.packages.append(PackageFact(name: sections.name(sections.bytes.u32(offset)).string, state))
    }
    for record in classes where record.versions.contains(index) {
      manifest.classes.append(record.fact(inferred: false))
    }
    manifest.sort()
    return manifest
  }

  /// Like `manifest()`, but on an observed line with what may be inferred from earlier and later versions.
  public func inferredManifest() -> InterfaceManifest {
    var manifest = manifest()
    manifest.classes = classes.map { $0.fact(inferred: true) }
    manifest.sort()
    return manifest
  }
}

extension ClassRecord {
  /// The class as a value.
  ///
  /// - Parameter inferred: whether members count that were seen before and after this version only.
  func fact(inferred: Bool) -> ClassFact {
    var fact = ClassFact(name: name.string, flags: flags, superclass: superclass?.string)
    fact.interfaces = interfaces.map(\.string)
    fact.nestHost = nestHost?.string
    fact.nestMembers = nestMembers.map(\.string)
    fact.permittedSubclasses = permittedSubclasses.map(\.string)
    fact.nesting = extras.nesting
    fact.signature = signature?.string
    fact.retention = extras.name(.retention)?.string
    fact.source = source
    let here = members.filter { $0.versions.contains(view.index) }.map(\.fact)
    fact.members = here
    if inferred {
      // Two versions may know one member differently; what this version or the first one says is enough.
      var known = Set(here.map { $0.name + " " + $0.descriptor })
      for member in members.lazy.map(\.fact) where known.insert(member.name + " " + member.descriptor).inserted {
        fact.members.append(member)
      }
    }
    return fact
  }
}

extension MemberRecord {
  /// The member as a value.
  public var fact: MemberFact {
    var fact = MemberFact(name: name.string, descriptor: descriptor.string, flags: flags)
    fact.signature = signature?.string
    fact.exceptions = exceptions.map(\.string)
    fact.constant = constant
    fact.annotationDefault = annotationDefault
    fact.source = source
    return fact
  }

  /// The default of an annotation element.
  public var annotationDefault: AnnotationFact? {
    guard let text = extras.name(.annotationDefault)?.string else { return nil }
    var line = TextLine(file: "", number: 0, bytes: Array(text.utf8)[...])
    return try? line.annotationValue()
  }
}
