/// The names that a statement of a designer function can refer to (package-format.md section 3.4).
struct FunctionScope {
  /// What a name stands for in a descriptor.
  enum Meaning {
    /// A declared variable, referred to by its id.
    case id(String)
    /// An implicit local or a loop's variable, referred to by its name.
    case name(String)

    /// The text of the reference.
    var reference: String {
      switch self {
      case .id(let id): id
      case .name(let name): name
      }
    }
  }

  private let module: [String: String]
  private var locals: [String: Meaning] = [:]

  init(module: [String: String]) { self.module = module }

  /// Declares a local variable; it shadows one of the module.
  mutating func declare(_ name: String, id: String) { locals[name] = .id(id) }

  /// Declares an implicit local or a loop's variable.
  mutating func declareByName(_ name: String) { if locals[name] == nil { locals[name] = .name(name) } }

  /// What a name stands for.
  func meaning(of name: String) -> Meaning? { locals[name] ?? module[name].map { .id($0) } }

  /// All names.
  var names: [String] { Set(locals.keys).union(module.keys).sorted() }
}
