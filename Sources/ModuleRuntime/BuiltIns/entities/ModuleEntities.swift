/// What a module can learn about itself and the platform.
enum ModuleEntities {
  static let functions: [BuiltInFunction] = [
    .values(
      "starface.entities",
      "GetModuleInfo",
      "",
      "String moduleName, String moduleID, long moduleVersion, String moduleVendor"
    ) { call in
      let module = call.context.module
      return [
        .string(module.name), .string(module.id), .long(Int64(module.version) ?? 0), .string(module.vendor),
      ]
    },
    .value("starface.entities", "GetModuleInstanceId", "", "String moduleInstanceId") { call in
      .string(call.context.instanceID)
    },
    .value("starface.entities", "GetStarfaceVersion", "", "String version") { call in
      .string(call.context.platformVersion)
    },
    .value("starface.entities", "GetModuleInstanceName", "", "String moduleInstanceName") { call in
      .string(call.context.instanceName)
    },
    .value("starface.entities", "GetModuleName", "", "String moduleName") { call in
      .string(call.context.module.name)
    },
    .value("starface.entities", "CheckLicense", "", "boolean isValid") { call in
      .boolean(call.pbx.state.licence.validModules.contains(call.context.module.id))
    },
    .value("starface.entities", "DeactivateModuleInstance", "", "boolean successful") { call in
      call.pbx.requestedDeactivations.append(call.context.instanceID)
      call.record("starface.entities.DeactivateModuleInstance", "instance deactivated")
      return .boolean(true)
    },
  ]
}
