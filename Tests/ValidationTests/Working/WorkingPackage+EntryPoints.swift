import ModuleDescriptors

extension WorkingPackage {
  static let entryPoints = [
    WorkingPackage("every stage of a call") { sample in
      for stage in CallStage.known {
        sample.descriptor.entryPoints.append(
          .agiKernel(
            AGIKernelEntryPoint(id: "k-\(stage)", name: "\(stage)", function: Designer.target("Main"), stage: stage)
          )
        )
      }
    },
    WorkingPackage("every stage of an instance") { sample in
      for stage in LifeCycleStage.known where stage != .instanceChanged {
        sample.descriptor.entryPoints.append(Designer.stage(stage, "Main"))
      }
    },
    WorkingPackage("every period of a timer") { sample in
      for period in TimerPeriod.known {
        sample.descriptor.interface.resources.append(.timer(TimerResource(id: "t-\(period)", every: 1, period)))
        sample.descriptor.entryPoints.append(Designer.timer("\(period)", "Main", timer: "t-\(period)"))
      }
    },
    WorkingPackage("a timer that fires once, at a time") { sample in
      let timer = TimerResource(id: "once-id", every: 1, .once, startTime: SampleModule.changed)
      sample.descriptor.interface.resources.append(.timer(timer))
      sample.descriptor.entryPoints.append(Designer.timer("Once", "Main", timer: "once-id"))
    },
    WorkingPackage("an RPC entry point without parameters") { sample in
      sample[function: "Ping"] = Designer.function("Ping", [Designer.log(.lit("ping"))])
      sample.descriptor.entryPoints.append(Designer.rpc("ping", "Ping"))
    },
    WorkingPackage("functions that other modules call, and a call of another module") { sample in
      sample[function: "Offer"] = Designer.function("Offer", visibility: .public, [Designer.log(.lit("offer"))])
      sample.add(Designer.call("99999999-8888-7777-6666-555555555555", "their-id", name: "Theirs"))
    },
  ]
}
