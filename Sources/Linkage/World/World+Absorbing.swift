import ClassFiles

extension World {
  /// Takes over the classes of a chunk; `uses` is false for classes that are only looked at.
  /// Answers the indices of the classes added.
  mutating func absorb(_ chunk: SummaryChunk, symbols table: SymbolTable, loader: Loader, uses: Bool) -> Range<Int> {
    let map = symbols.absorb(table)
    func mapped(_ symbol: Symbol) -> Symbol { map[Int(symbol.id)] }
    let memberBase = UInt32(members.count)
    let nameBase = UInt32(names.count)
    let bases = (
      UInt32(memberUses.count), UInt32(typeUses.count), UInt32(assignments.count), UInt32(lambdas.count)
    )
    // No capacity is reserved: for exactly what one more chunk needs, every chunk would copy all that came before.
    for member in chunk.members {
      members.append(
        MemberFacts(name: mapped(member.name), descriptor: mapped(member.descriptor), flags: member.flags)
      )
    }
    for name in chunk.names { names.append(mapped(name)) }
    let first = classes.count
    for var summary in chunk.classes {
      summary.facts.name = mapped(summary.facts.name)
      summary.facts.superclass = mapped(summary.facts.superclass)
      summary.facts.nestHost = mapped(summary.facts.nestHost)
      summary.facts.package = mapped(summary.facts.package)
      summary.facts.loader = loader
      summary.facts.interfaces.start += nameBase
      summary.facts.nestMembers.start += nameBase
      summary.facts.permitted.start += nameBase
      summary.facts.fields.start += memberBase
      summary.facts.methods.start += memberBase
      sortMembers(summary.facts)
      summary.members.start += bases.0
      summary.types.start += bases.1
      summary.assignments.start += bases.2
      summary.lambdas.start += bases.3
      if uses {
        summaries.append(summary)
        applicationIDs.append(ClassID(index: Int32(classes.count)))
      }
      classes.append(summary.facts)
    }
    if uses { absorbUses(chunk, map) }
    unreadable += chunk.unreadable
    for (number, defect) in chunk.defects { defects[ClassID(index: Int32(first + number))] = defect }
    return first..<classes.count
  }

  private mutating func absorbUses(_ chunk: SummaryChunk, _ map: [Symbol]) {
    func mapped(_ symbol: Symbol) -> Symbol { map[Int(symbol.id)] }
    func mapped(_ use: MemberUse) -> MemberUse {
      var use = use
      use.owner = mapped(use.owner)
      use.name = mapped(use.name)
      use.descriptor = mapped(use.descriptor)
      use.receiver = mapped(use.receiver)
      use.writer = mapped(use.writer)
      return use
    }
    for use in chunk.memberUses { memberUses.append(mapped(use)) }
    for use in chunk.typeUses { typeUses.append(TypeUse(type: mapped(use.type), kind: use.kind)) }
    for use in chunk.assignments {
      assignments.append(Assignment(from: mapped(use.from), to: mapped(use.to), reason: use.reason))
    }
    for site in chunk.lambdas {
      lambdas.append(
        LambdaSite(
          interface: mapped(site.interface),
          name: mapped(site.name),
          descriptor: mapped(site.descriptor),
          implementation: mapped(site.implementation),
          instantiated: mapped(site.instantiated),
          site: mapped(site.site),
          hasBridges: site.hasBridges
        )
      )
    }
  }

  /// Members are looked for by binary search, so they stand in the order of their keys.
  mutating func sortMembers(_ facts: ClassFacts) {
    for slice in [facts.fields, facts.methods] where slice.count > 1 {
      members[slice.range].sort { $0.key < $1.key }
    }
  }
}
