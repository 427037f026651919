import ModuleDescriptors

/// Entry points.
extension ModuleComposer {
  mutating func entryPoint(_ point: EntryPointSource) -> EntryPoint? {
    guard let target = callable[point.function]?.target else {
      report(
        point.line,
        "there is no function \"\(point.function)\"",
        hint: Self.nearest(point.function, callable.keys.sorted())
      )
      return nil
    }
    let id = derived("entry point", Self.kindName(point.kind), point.name)
    switch point.kind {
    case .stage(let stage):
      return .lifeCycle(
        LifeCycleEntryPoint(id: id, name: point.name, function: target, stage: LifeCycleStage(rawValue: stage))
      )
    case .rpc(let authenticated):
      return .rpc(
        RPCEntryPoint(id: id, name: point.name, function: target, authentication: authenticated ? .required : .none)
      )
    case .service: return .agiService(AGIServiceEntryPoint(id: id, name: point.name, function: target))
    case .kernel(let stage):
      return .agiKernel(
        AGIKernelEntryPoint(id: id, name: point.name, function: target, stage: CallStage(rawValue: stage))
      )
    case .timer(let timer, let variable):
      let timerID = derived("timer", point.name)
      resources.append(.timer(resource(timer, id: timerID)))
      var variableID: String?
      if let variable {
        let name = variable.hasPrefix("$") ? String(variable.dropFirst()) : variable
        variableID = variableIDs[name]
        if variableID == nil {
          report(point.line, "there is no variable \"\(name)\"", hint: Self.nearest(name, variableIDs.keys.sorted()))
        }
      }
      return .timer(
        TimerEntryPoint(id: id, name: point.name, function: target, timerID: timerID, variableID: variableID)
      )
    }
  }

  private static func kindName(_ kind: EntryPointSource.Kind) -> String {
    switch kind {
    case .stage(let stage): "stage \(stage)"
    case .timer: "timer"
    case .rpc: "rpc"
    case .service: "service"
    case .kernel(let stage): "kernel \(stage)"
    }
  }
}
