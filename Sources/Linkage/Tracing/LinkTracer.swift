import ClassFiles
import Findings

/// Runs methods as far as linkage goes: in the order of the code, classes loaded, verified and initialised when the
/// machine would, calls followed into the application's classes, handlers that catch an error entered.
///
/// Conditions are not evaluated: both ways count as taken, in the order of the code.
struct LinkTracer {
  let scope: LinkScope
  let inputs: [LinkInput]
  var reader = ClassReader()
  var flow = TypeFlow()
  var files: [ClassID: ClassFile] = [:]
  var summaries: [ClassID: Int] = [:]
  var initialized: Set<ClassID> = []
  var linked: Set<ClassID> = []
  var entered: Set<MethodKey> = []
  /// What methods ended with, the frames as seen from the method: who calls again meets the same.
  var failed: [MethodKey: Raised] = [:]
  var failedInitializers: Set<ClassID> = []
  var failedLinks: [ClassID: Raised] = [:]
  var stack: [Frame] = []

  struct MethodKey: Hashable {
    var owner: ClassID
    var method: Int
    /// What is known of the arguments.
    var arguments: [FlowType]
  }

  struct Frame {
    var owner: ClassID
    var method: Int
    var line: Int?
    /// A method that no class file has.
    var name: String?
  }

  /// An error on its way up.
  struct Raised {
    var fault: LinkFault
    var error: ErrorClass
    var isPossible: Bool
    var frames: [Frame]
  }

  var world: World { _read { yield scope.world } }

  init(_ scope: LinkScope, inputs: [LinkInput]) {
    self.scope = scope
    self.inputs = inputs
    reader.symbols = scope.world.symbols
    for (number, id) in scope.world.applicationIDs.enumerated() { summaries[id] = number }
  }

  /// The first error that a method raises; nil when all that it reaches links.
  mutating func firstFailure(in className: String, method: String, descriptor: String? = nil) -> LinkFailure? {
    guard let symbol = world.symbols.find(className), case .found(let id) = scope.find(symbol) else { return nil }
    if case .faulty(let fault) = scope.loading[Int(id.index)] {
      return failure(raise(fault, isPossible: false))
    }
    if let raised = initialize(id) { return failure(raised) }
    guard let file = file(id) else { return nil }
    for (index, member) in file.methods.enumerated() where (try? member.name) == method {
      if let descriptor, (try? member.descriptor) != descriptor { continue }
      if let raised = run(id, index) { return failure(raised) }
    }
    return nil
  }
}
