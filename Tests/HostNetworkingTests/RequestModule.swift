import HostNetworking
import ModuleDescriptors
import ModuleRuntime

/// A module whose functions make requests when its instance is activated.
enum RequestModule {
  private static let id = "11111111-2222-3333-4444-555555555555"

  static func get(_ url: String) -> [Statement] {
    [
      call("starface.http", "HttpRequest", ["url": url], ["responseStream": "_stream", "httpStatusCode": "_status"]),
      call("starface.io", "ReadFromStream", ["inputStream": "$_stream"], ["text": "_text"]),
      log("$_status", "$_text"),
    ]
  }

  static func value(_ url: String, before: String, after: String) -> [Statement] {
    [
      call(
        "starface.net",
        "HttpGetValue",
        ["url": url, "beforePattern": before, "afterPattern": after],
        ["value": "_value"]
      ), log("$_value"),
    ]
  }

  /// What the log says, without times.
  static func log(_ parts: [[Statement]]) async throws -> [String] {
    let function = Function(
      Head(id: "f", name: "main"),
      visibility: .private,
      interface: Interface(),
      statements: DescriptorList(parts.flatMap(\.self))
    )
    let module = ModuleDescriptor(
      Head(id: id, name: "Requests", specVersion: 5, vendor: "Test", version: 1),
      lastChangedTime: 1,
      noLicenseID: "",
      writeHash: "",
      createdWith: "STARFACE 10.0.0.4",
      interface: Interface(),
      functions: DescriptorList([function]),
      entryPoints: DescriptorList([
        .lifeCycle(
          LifeCycleEntryPoint(
            id: "e",
            name: "e",
            function: Target(domainID: id, id: "f", name: "main"),
            stage: .instanceActivated
          )
        )
      ])
    )
    let runtime = ModuleRuntime(
      configuration: RuntimeConfiguration(
        hostEffects: HostEffectPolicy([.http: .allowed]),
        httpClient: LoopbackHTTPClient()
      )
    )
    try await runtime.importModule(module)
    let instance = try await runtime.createInstance(of: id, name: "I")
    try await runtime.activate(instance)
    return await runtime.log(of: instance).map { "\($0.level.name) \($0.message)" }
  }

  private static func call(
    _ domain: String,
    _ name: String,
    _ inputs: [String: String],
    _ outputs: [String: String]
  ) -> Statement {
    .functionCall(
      FunctionCall(
        Head(id: "s-\(name)", name: name),
        interface: Interface(
          inputs: DescriptorList(
            inputs.sorted { $0.key < $1.key }.map { input, value in
              let isReference = value.hasPrefix("$")
              return .variable(
                Variable(
                  id: input,
                  name: input,
                  type: .object,
                  value: isReference ? String(value.dropFirst()) : value,
                  valueByReference: isReference
                )
              )
            }
          ),
          outputs: DescriptorList(
            outputs.sorted { $0.key < $1.key }.map {
              .variable(Variable(id: $0.key, name: $0.key, type: .object, value: $0.value))
            }
          )
        ),
        target: Target(domainID: domain, id: name, name: name)
      )
    )
  }

  private static func log(_ items: String...) -> Statement {
    .functionCall(
      FunctionCall(
        Head(id: "s-log", name: "Log"),
        interface: Interface(
          inputs: DescriptorList([
            .multipleValue(
              MultipleValueVariable(
                Variable(id: "messages", name: "messages", type: .object),
                values: DescriptorList(items.map { ListItem(String($0.dropFirst()), byReference: true) })
              )
            )
          ])
        ),
        target: Target(domainID: "starface.system", id: "Log2", name: "Log")
      )
    )
  }
}
