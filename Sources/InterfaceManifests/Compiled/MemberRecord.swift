/// A field or method in a compiled line, read in place.
public struct MemberRecord: Sendable {
  let row: MemberRow

  init(_ row: MemberRow) {
    self.row = row
  }

  private var sections: LineSections { row.sections }

  /// Unqualified name.
  public var name: ManifestName { sections.name(sections.bytes.u32(row.offset + LineLayout.Member.name)) }
  /// Field or method descriptor.
  public var descriptor: ManifestName {
    sections.name(sections.bytes.u32(row.offset + LineLayout.Member.descriptor))
  }
  /// Access and properties.
  public var flags: ManifestFlags {
    ManifestFlags(rawValue: sections.bytes.u16(row.offset + LineLayout.Member.flags))
  }
  /// Whether it is a method or constructor, and no field.
  public var isMethod: Bool { descriptor.bytes.first == 0x28 }
  /// Whether it is static.
  public var isStatic: Bool { flags.contains(.static) }
  /// Whether it is one of the methods that are invoked with any descriptor (JVMS §2.9.3).
  public var isSignaturePolymorphic: Bool { flags.contains(.polymorphic) }
  /// The versions that have the member just so. The same member with other flags is another record.
  public var versions: VersionSet {
    VersionSet(bits: sections.bits(sections.bytes.u16(row.offset + LineLayout.Member.bits)))
  }
  /// Where the fact came from: an index into the view's `sources`.
  public var source: Int { Int(sections.bytes.u16(row.offset + LineLayout.Member.source)) }
  /// The declared exceptions.
  public var exceptions: ManifestNames { extras.names(.exceptions) }
  /// The constant that a compiler inlines.
  public var constant: ConstantFact? { extras.constant }
  /// The generic signature, where the manifest keeps it.
  public var signature: ManifestName? { extras.name(.signature) }

  var extras: ExtrasReader {
    ExtrasReader(sections: sections, reference: sections.bytes.u32(row.offset + LineLayout.Member.extras))
  }
}

/// A row of the member table.
struct MemberRow: Sendable {
  let sections: LineSections
  let index: Int

  var offset: Int { sections.members + index * LineLayout.Section.members.stride }
}
