import ModuleDescriptors

extension Case {
  /// package-format.md section 3.5: entry points and timers.
  static let entryPoints: [Case] = [
    Case(
      "a stage that starts a function with inputs",
      """
      warning entrypoint.inputs.present in module-descriptor.xml, SystemStarted
        at `<lifeCycleEntryPoint id="SystemStarted-id" name="SystemStarted">`
        'Helper' has inputs (question), which an entry point never sets
      """
    ) {
      $0.descriptor.entryPoints.append(Designer.stage(.systemStarted, "Helper"))
    },
    Case("an RPC entry point that starts a function with inputs") {
      $0.descriptor.entryPoints.append(Designer.rpc("ask", "Helper"))
    },
    Case(
      "an RPC entry point that starts a Java function",
      """
      warning entrypoint.rpc.java in module-descriptor.xml, rpc work
        at `<rpcEntryPoint id="work-rpc" name="work">`
        'work' starts the Java function 'Worker', which gets no parameters
      """
    ) { sample in
      var point = RPCEntryPoint(id: "work-rpc", name: "work", function: Designer.target("Worker"))
      point.function.id = "Worker"
      sample.descriptor.entryPoints.append(.rpc(point))
    },
    Case(
      "an RPC entry point for anybody",
      """
      warning entrypoint.rpc.noauth in module-descriptor.xml, rpc open
        at `<rpcEntryPoint id="open-rpc" name="open">`
        'open' can be called without a login
      """
    ) { sample in
      sample.descriptor.entryPoints.append(
        .rpc(RPCEntryPoint(id: "open-rpc", name: "open", function: Designer.target("Status"), authentication: .none))
      )
    },
    Case(
      "an RPC entry point of a type that is not known",
      """
      warning entrypoint.type.unknown in module-descriptor.xml, rpc odd
        at `<rpcEntryPoint id="odd-rpc" name="odd">`
        'odd' is of the type 'XMLRPC_oauth', which is not known
        hint: known: XMLRPC_auth, XMLRPC_noauth
      """
    ) { sample in
      let type = RPCAuthentication(rawValue: "XMLRPC_oauth")
      sample.descriptor.entryPoints.append(
        .rpc(RPCEntryPoint(id: "odd-rpc", name: "odd", function: Designer.target("Status"), authentication: type))
      )
    },
    Case(
      "two RPC entry points of one name",
      """
      warning entrypoint.rpc.repeated in module-descriptor.xml, rpc status
        at `<rpcEntryPoint id="twin-rpc" name="status">`
        a second RPC entry point is named 'status'
      """
    ) { sample in
      guard case .rpc(var twin) = Designer.rpc("status", "Status") else { return }
      twin.id = "twin-rpc"
      sample.descriptor.entryPoints.append(.rpc(twin))
    },
    Case(
      "an RPC entry point without a name",
      """
      warning entrypoint.rpc.unnamed in module-descriptor.xml
        at `<rpcEntryPoint id="-rpc" name="">`
        this RPC entry point has no name to call it by
      """
    ) { $0.descriptor.entryPoints.append(Designer.rpc("", "Status")) },
    Case(
      "a typo in a stage",
      """
      warning entrypoint.stage.unknown in module-descriptor.xml, InstanceChange
        at `<lifeCycleEntryPoint id="InstanceChange-id" name="InstanceChange">`
        'InstanceChange' is no known stage
        hint: known stages: InstanceCreated, InstanceActivated, InstanceChanged, InstanceDeactivated, InstanceDeleted, SystemStarted
      """
    ) {
      $0.descriptor.entryPoints.append(Designer.stage(LifeCycleStage(rawValue: "InstanceChange"), "Main"))
    },
    Case(
      "a call stage that is not known",
      """
      warning entrypoint.stage.unknown in module-descriptor.xml, odd
        at `<agiKernelEntryPoint stage="Ringing" id="odd-id" name="odd">`
        'Ringing' is no known stage
        hint: known stages: PreTargetDetermination, PostTargetDetermination, PostTargetDeterminationIncoming, PostLineSelection, PreLineDial, PostPhoneSelection, CallHangup, EmergencyCall, Service
      """
    ) { sample in
      sample.descriptor.entryPoints.append(
        .agiKernel(
          AGIKernelEntryPoint(
            id: "odd-id",
            name: "odd",
            function: Designer.target("Main"),
            stage: CallStage(rawValue: "Ringing")
          )
        )
      )
    },
    Case(
      "a timer entry point without a timer",
      """
      warning entrypoint.timer.unset in module-descriptor.xml, timer Idle
        at `<timerEntryPoint referencedTimer="" id="Idle-id" name="Idle">`
        'Idle' has neither a timer nor a variable
      """
    ) {
      $0.descriptor.entryPoints.append(Designer.timer("Idle", "Main", timer: ""))
    },
    Case("a timer entry point with a variable only") {
      $0.descriptor.entryPoints.append(Designer.timer("Idle", "Main", timer: "", variable: "Interval-id"))
    },
    Case(
      "a timer entry point whose timer and variable are gone",
      """
      error entrypoint.timer.dangling in module-descriptor.xml, timer Idle
        at `<timerEntryPoint referencedTimer="gone-id" referencedVariable="Pause-id" id="Idl…`
        'Idle' refers to the timer 'gone-id', which is not there
        hint: Correct the reference.
      error entrypoint.timer.dangling in module-descriptor.xml, timer Idle
        at `<timerEntryPoint referencedTimer="gone-id" referencedVariable="Pause-id" id="Idl…`
        'Idle' refers to the variable 'Pause-id', which is not there
        hint: Correct the reference.
      """
    ) {
      $0.descriptor.entryPoints.append(Designer.timer("Idle", "Main", timer: "gone-id", variable: "Pause-id"))
    },
    Case(
      "a timer entry point with a variable of another type",
      """
      warning entrypoint.timer.variable in module-descriptor.xml, timer Idle
        at `<timerEntryPoint referencedTimer="" referencedVariable="Rate-id" id="Idle-id" na…`
        'Idle' goes by the variable 'Rate', which is a NUMBER
      """
    ) {
      $0.descriptor.entryPoints.append(Designer.timer("Idle", "Main", timer: "", variable: "Rate-id"))
    },
    Case(
      "a timer every zero minutes",
      """
      warning resource.timer.interval in module-descriptor.xml
        at `<timer multiplikator="0" period="Minute" startTime="0" id="timer-id"/>`
        the timer fires every 0 periods of a Minute
      """
    ) { $0.setTimer(TimerResource(id: "timer-id", every: 0, .minute)) },
    Case("a timer that fires once") { $0.setTimer(TimerResource(id: "timer-id", every: 0, .once)) },
    Case(
      "a typo in a timer's period",
      """
      notice resource.timer.period in module-descriptor.xml
        at `<timer multiplikator="5" period="Minutes" startTime="0" id="timer-id"/>`
        'Minutes' is no known period
        hint: known: Once, Second, Minute, Hour, Day, Week, Month
      """
    ) {
      $0.setTimer(TimerResource(id: "timer-id", every: 5, TimerPeriod(rawValue: "Minutes")))
    },
    Case(
      "two entry points of one id",
      """
      warning descriptor.id.duplicate in module-descriptor.xml
        at `<lifeCycleEntryPoint id="InstanceChanged-id" name="InstanceChanged">`
        two entry points have the id 'InstanceChanged-id'; the first stands in line 650
      """
    ) {
      $0.descriptor.entryPoints.append(Designer.stage(.instanceChanged, "Main"))
    },
  ]
}

extension SampleModule {
  fileprivate mutating func setTimer(_ timer: TimerResource) {
    for (index, resource) in descriptor.resources.enumerated() where resource.id == timer.id {
      descriptor.resources[index] = .timer(timer)
    }
  }
}
