/// Makes the compiled form of a platform line from the manifests of its versions.
public enum LineCompiler {
  /// The bytes of one file. The same manifests give the same bytes.
  ///
  /// - Throws: `conflict` for two manifests of one version or of different platforms, `tooLarge` beyond 64 versions.
  public static func compile(_ manifests: [InterfaceManifest]) throws(ManifestError) -> [UInt8] {
    var sorted = manifests.sorted { $0.version < $1.version }
    guard let platform = sorted.first?.platform else {
      throw .conflict(reason: "a platform line needs at least one manifest")
    }
    guard sorted.count <= LineLayout.maximumVersions else {
      throw .tooLarge(
        reason: "a platform line holds at most \(LineLayout.maximumVersions) versions, not \(sorted.count)"
      )
    }
    for (index, manifest) in sorted.enumerated() {
      if manifest.platform != platform {
        throw .conflict(reason: "manifests of '\(platform)' and of '\(manifest.platform)' cannot share a line")
      }
      if index > 0, sorted[index - 1].version == manifest.version {
        throw .conflict(reason: "two manifests of \(platform) \(manifest.version)")
      }
    }
    for index in sorted.indices { sorted[index].sort() }
    var builder = LineBuilder()
    return try builder.build(sorted, platform: platform)
  }
}

/// The work of one compilation.
private struct LineBuilder {
  var pools = LinePools()
  var versions = LineWriter()
  var packages = LineWriter()
  var classes = LineWriter()
  var variants = LineWriter()
  var members = LineWriter()

  mutating func build(_ manifests: [InterfaceManifest], platform: String) throws(ManifestError) -> [UInt8] {
    let name = pools.string(platform)
    for manifest in manifests { addVersion(manifest) }
    try addPackages(manifests)
    var byName: [String: [(version: Int, fact: ClassFact)]] = [:]
    for (index, manifest) in manifests.enumerated() {
      for fact in manifest.classes { byName[fact.name, default: []].append((index, fact)) }
    }
    let names = byName.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      try addClass(name, byName[name] ?? [])
    }
    return assemble(name: name, slots: slots(names))
  }

  private mutating func addVersion(_ manifest: InterfaceManifest) {
    versions.u32(pools.string(manifest.version.description))
    versions.u16(UInt16(clamping: manifest.javaLevel))
    versions.u8(manifest.coverage.rawValue)
    versions.u8(manifest.scope.rawValue)
    versions.u32(pools.list(manifest.uncovered))
    versions.u32(pools.list(manifest.sources))
  }

  private mutating func addPackages(_ manifests: [InterfaceManifest]) throws(ManifestError) {
    var states: [String: [PackageState: UInt64]] = [:]
    for (index, manifest) in manifests.enumerated() {
      for package in manifest.packages {
        states[package.name, default: [:]][package.state, default: 0] |= 1 << UInt64(index)
      }
    }
    let encoded = states.map { (EncodedName.encode($0.key), $0.key, $0.value) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    for (_, name, sets) in encoded {
      packages.u32(pools.string(name))
      for (state, _) in LineLayout.Package.states { packages.u16(try pools.bits(sets[state] ?? 0)) }
      packages.u16(0)
    }
  }

  private mutating func addClass(_ name: String, _ facts: [(version: Int, fact: ClassFact)]) throws(ManifestError) {
    var shells: [ClassFact: UInt64] = [:]
    var rows: [MemberFact: UInt64] = [:]
    var all: UInt64 = 0
    for (version, fact) in facts {
      let bit: UInt64 = 1 << UInt64(version)
      all |= bit
      var shell = fact
      shell.members = []
      shells[shell, default: 0] |= bit
      for member in fact.members { rows[member, default: 0] |= bit }
    }
    classes.u32(pools.string(name))
    classes.u16(try pools.bits(all))
    classes.u16(UInt16(clamping: shells.count))
    classes.u32(UInt32(variants.bytes.count / LineLayout.Section.variants.stride))
    classes.u32(UInt32(members.bytes.count / LineLayout.Section.members.stride))
    classes.u32(UInt32(rows.count))
    // No two shells share a version, so the lowest bit orders them.
    for (shell, bits) in shells.sorted(by: { $0.value.trailingZeroBitCount < $1.value.trailingZeroBitCount }) {
      variants.u32(pools.optional(shell.superclass))
      variants.u32(pools.list(shell.interfaces))
      variants.u32(pools.extras(of: shell))
      variants.u16(shell.flags.rawValue)
      variants.u16(try pools.bits(bits))
      variants.u16(UInt16(clamping: shell.source))
      variants.u16(0)
    }
    try addMembers(rows)
  }

  private mutating func addMembers(_ rows: [MemberFact: UInt64]) throws(ManifestError) {
    let keyed = rows.map { (hash: Self.memberHash($0.key.name), fact: $0.key, bits: $0.value) }
    let ordered = keyed.sorted { left, right in
      if left.hash != right.hash { return left.hash < right.hash }
      if left.fact.name != right.fact.name || left.fact.descriptor != right.fact.descriptor {
        return MemberFact.precedes(left.fact, right.fact)
      }
      return left.bits.trailingZeroBitCount < right.bits.trailingZeroBitCount
    }
    for row in ordered {
      members.u32(pools.string(row.fact.name))
      members.u32(pools.string(row.fact.descriptor))
      members.u32(pools.extras(of: row.fact))
      members.u16(row.hash)
      members.u16(row.fact.flags.rawValue)
      members.u16(try pools.bits(row.bits))
      members.u16(UInt16(clamping: row.fact.source))
    }
  }

  private static func memberHash(_ name: String) -> UInt16 {
    EncodedName.encode(name).withUnsafeBytes { UInt16(truncatingIfNeeded: nameHash($0)) }
  }

  /// Open addressing with linear probing, at most two thirds full.
  private func slots(_ names: [String]) -> [UInt32] {
    var size = 4
    while size * 2 < names.count * 3 { size *= 2 }
    var table = [UInt32](repeating: 0, count: size)
    for (index, name) in names.enumerated() {
      var slot = EncodedName.encode(name).withUnsafeBytes { Int(nameHash($0)) } & (size - 1)
      while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = UInt32(index + 1)
    }
    return table
  }

  private func assemble(name: UInt32, slots: [UInt32]) -> [UInt8] {
    var slotBytes = LineWriter()
    for slot in slots { slotBytes.u32(slot) }
    var bitsetBytes = LineWriter()
    for set in pools.bitsets { bitsetBytes.u64(set) }
    let contents: [(LineLayout.Section, [UInt8])] = [
      (.versions, versions.bytes), (.bitsets, bitsetBytes.bytes), (.packages, packages.bytes),
      (.slots, slotBytes.bytes), (.classes, classes.bytes), (.variants, variants.bytes), (.members, members.bytes),
      (.strings, pools.stringBytes), (.extras, pools.extraBytes),
    ]
    var table = LineWriter()
    var body = LineWriter()
    for (section, bytes) in contents {
      while (LineLayout.headerSize + body.bytes.count) % 8 != 0 { body.u8(0) }
      table.u32(UInt32(LineLayout.headerSize + body.bytes.count))
      table.u32(UInt32(bytes.count / section.stride))
      body.append(bytes)
    }
    // The checksum covers everything behind itself: the name, the section table and the sections.
    var covered = LineWriter()
    covered.u32(name)
    covered.u32(0)
    covered.append(table.bytes)
    covered.append(body.bytes)
    var file = LineWriter()
    file.append(LineLayout.magic)
    file.u32(LineLayout.format)
    file.u32(UInt32(LineLayout.nameOffset + covered.bytes.count))
    file.u64(covered.bytes.withUnsafeBytes { lineChecksum($0) })
    file.append(covered.bytes)
    return file.bytes
  }
}
