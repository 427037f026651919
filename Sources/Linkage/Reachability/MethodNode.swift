/// A method of an application class, by its position in the class file.
struct MethodNode: Hashable, Sendable {
  var owner: ClassID
  var method: Int
}

/// How a method or class was first reached.
struct ReachStep: Sendable {
  /// Nil at a root.
  var from: MethodNode?
  /// The handlers around the call, innermost first.
  var caught: [String] = []
  /// Which root.
  var root: Int
  /// Only by reflection with a constant name.
  var isReflective = false
}
