internal import ModuleDescriptors

/// Finds what a call statement leads to.
struct CallResolver {
  let moduleID: String
  let functions: [Program.Function]
  let positions: [String: Int]
  let registry: BuiltInRegistry
  let coverage: CoverageCounters

  /// The target of a call: this module's functions, the emulator's, the reference list's, another module's.
  func resolve(_ target: Target) -> Program.CallTarget {
    if target.domainID == moduleID {
      guard let position = positions[target.id] else {
        return .unknown(domain: "this module", function: target.id, name: target.name)
      }
      return .function(position)
    }
    if let function = registry.find(domain: target.domainID, id: target.id) {
      return .builtIn(
        function,
        counter: coverage.counter(domain: target.domainID, id: target.id, name: target.name)
      )
    }
    // Only a call to what is not emulated pays for parsing the reference list.
    if target.domainID.hasPrefix("starface.") {
      if let entry = BuiltInReference.standard.find(domain: target.domainID, id: target.id) {
        return .notEmulated(
          entry,
          counter: coverage.counter(domain: target.domainID, id: target.id, name: target.name)
        )
      }
      return .unknown(domain: target.domainID, function: target.id, name: target.name)
    }
    return .foreign(module: target.domainID, function: target.id, name: target.name)
  }

  /// Where an argument goes: the slot or position of the callee's input, and its kind. -1 when that is known only
  /// when the call runs; nil when the callee has no such input.
  func input(_ target: Program.CallTarget, id: String, name: String) -> (position: Int, kind: VariableKind)? {
    switch target {
    case .function(let position):
      return Self.find(functions[position].inputs, id, name)
    case .builtIn(let function, _): return Self.find(function.inputs, id, name)
    case .notEmulated(let entry, _): return Self.find(entry.inputs, id, name) ?? (-1, .object)
    case .foreign, .unknown: return (-1, .object)
    }
  }

  /// Where an output comes from, in the same way.
  func output(_ target: Program.CallTarget, id: String, name: String) -> Int? {
    switch target {
    case .function(let position): Self.find(functions[position].outputs, id, name)?.position
    case .builtIn(let function, _): Self.find(function.outputs, id, name)?.position
    case .notEmulated(let entry, _): Self.find(entry.outputs, id, name)?.position ?? -1
    case .foreign, .unknown: -1
    }
  }

  private static func find(
    _ parameters: [Program.Function.Parameter],
    _ id: String,
    _ name: String
  ) -> (position: Int, kind: VariableKind)? {
    guard let parameter = parameters.first(where: { $0.id == id }) ?? parameters.first(where: { $0.name == name })
    else { return nil }
    return (parameter.slot, parameter.kind)
  }

  private static func find(
    _ parameters: [BuiltInParameter],
    _ id: String,
    _ name: String
  ) -> (position: Int, kind: VariableKind)? {
    guard let position = parameters.firstIndex(where: { $0.name == name || $0.name == id }) else { return nil }
    return (position, .object)
  }
}
