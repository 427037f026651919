import ClassFiles

/// What the methods of application classes use, as far as somebody asked: flat arrays, the same on every platform.
struct CodeGraph: Sendable {
  /// A class that was opened.
  struct Class: Sendable {
    var id: ClassID
    /// Into `methods`, in the order of the class file.
    var methods: Slice
  }

  /// A method of a class that was opened.
  struct Method: Sendable {
    var owner: ClassID
    /// Its position in the class file.
    var position: Int32
    /// Into the world's `members`.
    var member: Int32
    /// Into `uses`, in the order of the code.
    var uses = Slice()
  }

  /// What an instruction uses.
  enum Target: Sendable {
    /// A member, into `members`.
    case member(Int32)
    /// A class of which it makes an object.
    case made(Symbol)
    /// A class whose name it passes to `Class.forName` or `loadClass`.
    case named(Symbol)
  }

  /// A use, and the handlers around it.
  struct Use: Sendable {
    var target: Target
    /// Into `handlers`.
    var handlers: Int32
  }

  var classes: [Class] = []
  var methods: [Method] = []
  var uses: [Use] = []
  /// The members used, each way of using one once; whoever uses it, on whatever object.
  var members: [MemberUse] = []
  /// The lists of handlers around uses; the first is empty.
  var handlers = [HandlerList(types: [])]
  /// For each list the errors that it catches.
  var caught: [ErrorSet] = [[]]
  /// By the world's members of a class, as they stand there, the method: parallel to `methods`.
  var nodes: [Int32] = []
  /// For each class of the application its place in `classes`; negative where it was not opened.
  var slots: [Int32]

  /// A graph without classes.
  init(_ world: World) { slots = [Int32](repeating: -1, count: world.applicationIDs.count) }

  /// The place in `classes` of a class that was opened.
  func slot(_ id: ClassID) -> Int? {
    let index = Int(id.index)
    return index < slots.count && slots[index] >= 0 ? Int(slots[index]) : nil
  }

  /// The method at a position of the class file of a class that was opened.
  func method(_ owner: ClassID, at position: Int) -> Int? {
    guard let slot = slot(owner), position < Int(classes[slot].methods.count) else { return nil }
    return Int(classes[slot].methods.start) + position
  }

  /// The method that is a member of the world; its class was opened.
  func method(_ member: MemberID, in world: World) -> Int? {
    guard let slot = slot(member.owner) else { return nil }
    let offset = Int(member.index) - Int(world.facts(member.owner).methods.start)
    guard offset >= 0, offset < Int(classes[slot].methods.count) else { return nil }
    return Int(nodes[Int(classes[slot].methods.start) + offset])
  }
}
