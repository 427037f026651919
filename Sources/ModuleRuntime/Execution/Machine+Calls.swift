extension Machine {
  /// Makes a call. Gives a reason to stop, or nil: then either a frame was entered or the call is over.
  mutating func call(_ index: Int, _ program: Program, _ base: Int, _ variables: VariableStore) -> Stop? {
    let site = program.callSites[index]
    switch site.target {
    case .builtIn(let function, let counter):
      if context.hasMocks,
        let answer = mocked(site, function.domain, function.inputs.map(\.name), effect: function.effect)
      {
        return settle(answer, site, counter)
      }
      return run(function, counter, site, program, base, variables)
    case .function(let position):
      return enter(program, position, index, variables, program, base, variables)
    case .foreign(let module, let id, let name):
      switch context.resolve(module: module, function: id) {
      case .success(let target):
        return enter(target.program, target.function, index, target.variables, program, base, variables)
      case .failure(let exception):
        if context.hasMocks, let answer = mocked(site, module, site.arguments.map(\.name)) {
          return settle(answer, site, context.coverage.counter(domain: module, id: id, name: name))
        }
        return .failed(failure(exception, in: site))
      }
    case .notEmulated(let entry, let counter):
      if context.hasMocks, let answer = mocked(site, entry.domain, entry.inputs.map(\.name)) {
        return settle(answer, site, counter)
      }
      context.coverage.count(counter, .notEmulated)
      let name = "\(entry.domain).\(entry.id)"
      guard context.isStrict else {
        context.log(.warn, "Built-in function \(name) is not emulated: its outputs keep their defaults")
        return nil
      }
      return .failed(
        failure(
          JavaException.runtime("built-in function \(name) is not emulated here; answer it by a mock"),
          in: site
        )
      )
    case .unknown(let domain, let id, let name):
      if context.hasMocks, let answer = mocked(site, domain, site.arguments.map(\.name)) {
        return settle(answer, site, context.coverage.counter(domain: domain, id: id, name: name))
      }
      return .failed(
        failure(JavaException.runtime("function \(id)(\(name)) of \(domain) does not exist"), in: site)
      )
    }
  }

  // MARK: Designer and Java functions

  private mutating func enter(
    _ target: Program,
    _ position: Int,
    _ siteIndex: Int,
    _ targetVariables: VariableStore,
    _ program: Program,
    _ base: Int,
    _ variables: VariableStore
  ) -> Stop? {
    let site = program.callSites[siteIndex]
    let function = target.functions[position]
    if context.hasMocks, let answer = mocked(site, target.module.id, function.inputs.map(\.name)) {
      return settle(
        answer,
        site,
        context.coverage.counter(domain: target.module.id, id: function.id, name: function.name)
      )
    }
    if let java = function.java {
      var inputs: [String: Value] = [:]
      for input in function.inputs { inputs[input.name] = function.frame[input.slot] }
      for argument in site.arguments where argument.value != .unset {
        guard let input = self.input(of: function, for: argument) else { continue }
        inputs[input.name] = convert(read(argument.value, program, base, variables), to: input.kind)
      }
      if reportsDecisions { context.log(.debug, "Call Java function \(function.id)(\(function.name))") }
      return .java(
        JavaFunctionCall(
          module: target.module,
          revision: context.revision(of: target.module.id),
          function: java,
          inputs: inputs
        )
      )
    }
    guard frames.count < context.limits.callDepth else {
      return .failed(
        failure(
          JavaException(
            "java.lang.StackOverflowError",
            "more than \(context.limits.callDepth) functions call each other"
          ),
          in: site
        )
      )
    }
    if reportsDecisions { context.log(.debug, "Call \(function.id)(\(function.name))") }
    let newBase = stack.count
    stack.append(contentsOf: function.frame)
    for argument in site.arguments where argument.value != .unset {
      let value = read(argument.value, program, base, variables)
      if argument.parameter >= 0 {
        stack[newBase + argument.parameter] = convert(value, to: argument.kind)
      } else if let input = input(of: function, for: argument) {
        stack[newBase + input.slot] = convert(value, to: input.kind)
      }
    }
    frames.append(
      Frame(
        program: target,
        function: position,
        base: newBase,
        variables: targetVariables,
        site: siteIndex,
        pc: function.start
      )
    )
    return nil
  }

  private func input(of function: Program.Function, for argument: Program.Argument) -> Program.Function.Parameter? {
    function.inputs.first { $0.id == argument.id } ?? function.inputs.first { $0.name == argument.name }
  }

  // MARK: Built-in functions

  mutating func run(
    _ function: BuiltInFunction,
    _ counter: Int,
    _ site: Program.CallSite,
    _ program: Program,
    _ base: Int,
    _ variables: VariableStore
  ) -> Stop? {
    scratch.removeAll(keepingCapacity: true)
    for parameter in function.inputs { scratch.append(parameter.type.initialValue) }
    for argument in site.arguments where argument.value != .unset && argument.parameter >= 0 {
      scratch[argument.parameter] = function.inputs[argument.parameter].type.converting(
        read(argument.value, program, base, variables)
      )
    }
    // What becomes of a host effect, the policy says and counts.
    if function.effect == nil { context.coverage.count(counter, .emulated) }
    context.module = program.module
    if reportsDecisions, function.id != "Log2" { context.log(.debug, "Call \(function.domain).\(function.id)") }
    let call = BuiltInCall(arguments: scratch, context: context)
    do {
      switch function.body {
      case .value(let body):
        let value = try body(call)
        if let excess = excess(value) ?? hoard(value) { return .failed(failure(excess, in: site)) }
        for output in site.outputs where output.parameter >= 0 {
          write(convert(value, to: output.kind), to: output.receiver, program, base, variables)
        }
      case .values(let body):
        let values = try body(call)
        for value in values {
          if let excess = hoard(value) { return .failed(failure(excess, in: site)) }
        }
        store(values, site, program, base, variables)
      case .effect(let body):
        try body(call)
        reportsDecisions = context.reportsDecisions
        reportsVariables = context.reportsVariables
      case .waiting(let body):
        let outcome = try body(call)
        guard case .done(let values) = outcome else { return .waiting(outcome) }
        store(values, site, program, base, variables)
      }
    } catch {
      var exception = error as? JavaException ?? JavaException.runtime("\(error)")
      if exception.frames.isEmpty,
        let entry = BuiltInReference.standard.find(domain: function.domain, id: function.id)
      {
        exception.frames = [
          JavaException.Frame(className: entry.className, method: "execute", file: "\(function.id).java")
        ]
      }
      return .failed(failure(exception, in: site))
    }
    if context.outputLeft < 0 {
      return .failed(
        failure(JavaException.runtime("more than \(context.limits.outputBytes) bytes of output"), in: site)
      )
    }
    // What is passed in may be kept: added to a list, put into a map.
    for argument in scratch {
      if let excess = hoard(argument) { return .failed(failure(excess, in: site)) }
    }
    return nil
  }

  mutating func store(
    _ values: [Value],
    _ site: Program.CallSite,
    _ program: Program,
    _ base: Int,
    _ variables: VariableStore
  ) {
    for output in site.outputs where output.parameter >= 0 && output.parameter < values.count {
      write(convert(values[output.parameter], to: output.kind), to: output.receiver, program, base, variables)
    }
  }

  /// What all that is kept comes to.
  private func hoard(_ value: Value) -> JavaException? {
    guard context.memory.exceeds(making: value) else { return nil }
    return .runtime("more than \(context.limits.memoryBytes) bytes of memory: the run is ended")
  }

  private func excess(_ value: Value) -> JavaException? {
    let limit = context.limits.textBytes
    switch value {
    case .string(let text) where text.utf8.count > limit: break
    case .list(let list) where list.count > limit / 16: break
    default: return nil
    }
    return JavaException("java.lang.OutOfMemoryError", "Java heap space")
  }
}
