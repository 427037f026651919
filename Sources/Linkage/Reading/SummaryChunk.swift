import ClassFiles

/// The summaries of a group of classes: flat arrays, so that a class costs no allocation of its own.
struct SummaryChunk: Sendable {
  var classes: [ClassSummary] = []
  /// Fields and methods of the classes.
  var members: [MemberFacts] = []
  /// Interfaces, nest members, permitted subclasses.
  var names: [Symbol] = []
  var memberUses: [MemberUse] = []
  var typeUses: [TypeUse] = []
  var assignments: [Assignment] = []
  var lambdas: [LambdaSite] = []
  /// The inputs that are no class files, and why.
  var unreadable: [(unit: Int32, error: LinkInputError)] = []

  /// Classes that the machine's parser refuses, by number.
  var defects: [(number: Int, defect: FormatDefect)] = []

  /// Adds what a class file says of itself; its uses come separately.
  mutating func addFacts(_ file: ClassFile, reader: inout ClassReader, unit: Int32) -> ClassSummary {
    let name = reader.className(Int(file.thisClassIndex))
    var facts = ClassFacts(name: name, flags: file.accessFlags)
    facts.version = ClassVersion(major: file.majorVersion, minor: file.minorVersion)
    facts.superclass = file.superClassIndex == 0 ? .none : reader.className(Int(file.superClassIndex))
    facts.package = reader.symbols.package(of: name)
    facts.interfaces = list(file.interfaceIndices.map { reader.className(Int($0)) })
    for attribute in file.attributes {
      let content = attribute.content
      if file.pool.utf8(attribute.nameIndex, equals: "NestHost") {
        facts.nestHost = reader.className(reader.pool.u2(content.lowerBound))
      } else if file.pool.utf8(attribute.nameIndex, equals: "NestMembers") {
        facts.nestMembers = list(classes(content, &reader))
      } else if file.pool.utf8(attribute.nameIndex, equals: "PermittedSubclasses") {
        facts.permitted = list(classes(content, &reader))
        facts.isSealed = true
      } else if file.pool.utf8(attribute.nameIndex, equals: "Record") {
        facts.isRecord = true
      }
    }
    facts.fields = memberList(file.fields, &reader)
    facts.methods = memberList(file.methods, &reader)
    facts.hasFinalMethods = members[facts.methods.range].contains { $0.isUnoverridable }
    if let defect = FormatCheck(file: file).defect { defects.append((classes.count, defect)) }
    return ClassSummary(facts: facts, unit: unit)
  }

  private func classes(_ content: Range<Int>, _ reader: inout ClassReader) -> [Symbol] {
    var list: [Symbol] = []
    for number in 0..<min(reader.pool.u2(content.lowerBound), content.count / 2) {
      list.append(reader.className(reader.pool.u2(content.lowerBound + 2 + number * 2)))
    }
    return list
  }

  private mutating func list(_ symbols: [Symbol]) -> Slice {
    let slice = Slice(start: UInt32(names.count), count: UInt32(symbols.count))
    names += symbols
    return slice
  }

  private mutating func memberList(_ list: [Member], _ reader: inout ClassReader) -> Slice {
    let start = members.count
    for member in list {
      members.append(
        MemberFacts(
          name: reader.utf8(Int(member.nameIndex)),
          descriptor: reader.utf8(Int(member.descriptorIndex)),
          flags: member.accessFlags
        )
      )
    }
    return Slice(start: UInt32(start), count: UInt32(members.count - start))
  }
}
