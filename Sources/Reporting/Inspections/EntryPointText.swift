import ModuleDescriptors

extension ModuleInspection {
  /// When a timer fires, who may call an RPC entry point; nil when there is nothing to add to the label.
  func schedule(of point: EntryPoint, _ module: ModuleDescriptor) -> String? {
    switch point {
    case .timer(let timer):
      if let variable = timer.variableID, !variable.isEmpty {
        let name = module.inputs.first { $0.id == variable }?.name ?? variable
        return "as the variable \(name) says"
      }
      for case .timer(let resource) in module.resources where resource.id == timer.timerID {
        return schedule(of: resource)
      }
      return nil
    case .rpc(let rpc): return rpc.authentication == .none ? "without authentication" : nil
    default: return nil
    }
  }

  /// `every 5 minutes from 2024-01-31 12:00`.
  func schedule(of timer: TimerResource) -> String {
    let unit = timer.period.rawValue.lowercased()
    let start = dateText(timer.startTime)
    if timer.period == .once { return start.map { "once at \($0)" } ?? "once, at activation" }
    let every = timer.multiplier <= 1 ? "every \(unit)" : "every \(timer.multiplier) \(unit)s"
    return start.map { "\(every) from \($0)" } ?? every
  }
}
