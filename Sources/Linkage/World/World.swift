/// Every class that takes part: the application's with what they use, and the platforms' as far as they are asked for.
///
/// Flat arrays of small structs, names as symbols; built once, then only read, by as many tasks as there are.
struct World: Sendable {
  var symbols = SymbolTable()
  /// The classes of every loader and platform, in the order in which they were added.
  var classes: [ClassFacts] = []
  var members: [MemberFacts] = []
  var names: [Symbol] = []
  /// The application's classes, in input order; `applicationClasses[i]` is the class `summaries[i]` describes.
  var summaries: [ClassSummary] = []
  var memberUses: [MemberUse] = []
  var typeUses: [TypeUse] = []
  var assignments: [Assignment] = []
  var lambdas: [LambdaSite] = []
  /// For each summary its class.
  var applicationIDs: [ClassID] = []
  /// The inputs that are no class files, and why.
  var unreadable: [(unit: Int32, error: LinkInputError)] = []

  /// The classes that the machine's parser refuses.
  var defects: [ClassID: FormatDefect] = [:]

  /// The facts of a class.
  @inline(__always)
  func facts(_ id: ClassID) -> ClassFacts { classes[Int(id.index)] }

  /// The method declared by a class itself.
  func method(_ name: Symbol, _ descriptor: Symbol, in facts: ClassFacts) -> Int? {
    find(UInt64(name.id) << 32 | UInt64(descriptor.id), in: facts.methods)
  }

  /// The field declared by a class itself.
  func field(_ name: Symbol, _ descriptor: Symbol, in facts: ClassFacts) -> Int? {
    find(UInt64(name.id) << 32 | UInt64(descriptor.id), in: facts.fields)
  }

  /// The members of a name in a run of members.
  func members(named name: Symbol, in slice: Slice) -> ArraySlice<MemberFacts> {
    let start = lowerBound(UInt64(name.id) << 32, in: slice)
    let end = lowerBound((UInt64(name.id) + 1) << 32, in: slice)
    return members[start..<end]
  }

  private func find(_ key: UInt64, in slice: Slice) -> Int? {
    let index = lowerBound(key, in: slice)
    return index < slice.range.upperBound && members[index].key == key ? index : nil
  }

  private func lowerBound(_ key: UInt64, in slice: Slice) -> Int {
    var low = slice.range.lowerBound
    var high = slice.range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if members[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
