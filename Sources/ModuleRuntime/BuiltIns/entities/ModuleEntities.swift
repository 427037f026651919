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
  ]
}
