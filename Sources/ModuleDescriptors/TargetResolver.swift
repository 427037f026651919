internal import Findings

/// What a `target` or `functionReference` means.
public enum TargetResolution: Hashable, Sendable {
  /// A function of this module, by its index in `functions`.
  case function(Int)
  /// A function of another module, which must be installed and the function `Public`.
  case otherModule(id: String, functionID: String)
  /// A built-in function: its group (`starface.string`) and its class.
  case builtIn(domain: String, id: String)
  /// This module has no function of that id; the ids most like it, best first.
  case missing(nearest: [String])
  /// The target names no domain or no function.
  case incomplete
}

/// Answers what calls and entry points point at, for validation and for the runtime alike
/// (package-format.md section 3.3).
public struct TargetResolver: Sendable {
  private let moduleID: String
  private let ids: [String]
  private let index: [String: Int]
  private let guessing = Guessing()

  /// A resolver for the targets of one module; of two functions with one id the first counts.
  public init(module: ModuleDescriptor) {
    moduleID = module.id
    ids = module.functions.map(\.id)
    index = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What `target` means.
  public func resolve(_ target: Target) -> TargetResolution {
    if target.domainID.isEmpty || target.id.isEmpty { return .incomplete }
    if target.domainID == moduleID {
      if let function = index[target.id] { return .function(function) }
      return .missing(nearest: guessing.nearest(to: target.id, among: ids))
    }
    if target.domainID == "starface" || target.domainID.hasPrefix("starface.") {
      return .builtIn(domain: target.domainID, id: target.id)
    }
    return .otherModule(id: target.domainID, functionID: target.id)
  }
}
