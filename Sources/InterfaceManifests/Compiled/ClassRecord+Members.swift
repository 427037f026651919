extension ClassRecord {
  /// Whether another version of the same line has this class just so: declared alike, with the same members.
  ///
  /// Answers without looking at any name, so that asking costs far less than copying the class.
  public func isSame(as other: ClassRecord) -> Bool {
    guard view.line.storage === other.view.line.storage, offset == other.offset, variant == other.variant,
      view.coverage == other.view.coverage, view.scope == other.view.scope
    else { return false }
    let here = Presence(view)
    let there = Presence(other.view)
    let sections = view.sections
    return memberRange.allSatisfy {
      let bits = sections.memberBits($0)
      return here.includes(bits) == there.includes(bits)
    }
  }

  /// Tells every member declared here at this version, in the order of the compiled form: its name and descriptor in
  /// modified UTF-8, and its flags.
  public func forEachMember(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer, ManifestFlags) -> Void) {
    let here = Presence(view)
    let sections = view.sections
    for index in memberRange where here.includes(sections.memberBits(index)) {
      let offset = sections.members + index * LineLayout.Section.members.stride
      body(
        sections.string(sections.bytes.u32(offset + LineLayout.Member.name)),
        sections.string(sections.bytes.u32(offset + LineLayout.Member.descriptor)),
        ManifestFlags(rawValue: sections.bytes.u16(offset + LineLayout.Member.flags))
      )
    }
  }
}

extension LineSections {
  /// The versions that have a member of the table.
  fileprivate func memberBits(_ index: Int) -> UInt64 {
    bits(bytes.u16(members + index * LineLayout.Section.members.stride + LineLayout.Member.bits))
  }
}
