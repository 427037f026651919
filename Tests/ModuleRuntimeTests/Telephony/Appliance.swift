import ModuleDescriptors

@testable import ModuleRuntime

/// A small telephone system for tests, with one module on it: `*700` reaches its service entry point `line`.
struct Appliance {
  typealias D = Designer

  let runtime: ModuleRuntime
  let instance: String

  /// Ada (1), Grace (2, out of the group) and Linus (3, on DND); the group Sales (100).
  static let state = PBXState(
    users: [
      PBXUser(
        id: 1,
        firstName: "Ada",
        lastName: "Lovelace",
        email: "ada@example.com",
        internalNumber: "10",
        externalNumbers: ["+4972199910"],
        phones: [
          PBXPhone(id: 11, name: "SIP/0001.desk", isPrimary: true),
          PBXPhone(id: 12, name: "SIP/0001.mobile", mobileNumber: "+491700000001", delaySeconds: 5),
        ],
        functionKeys: [
          PBXFunctionKey(id: "k2", name: "Grace", kind: "BUSYLAMPFIELD", position: 2),
          PBXFunctionKey(id: "k1", name: "DND", kind: "DONOTDISTURB", position: 1),
        ],
        password: "secret"
      ),
      PBXUser(
        id: 2,
        firstName: "Grace",
        lastName: "Hopper",
        email: "grace@example.com",
        internalNumber: "11",
        hasCallWaiting: false,
        phones: [PBXPhone(id: 21, name: "SIP/0002.desk", isPrimary: true)],
        redirects: [PBXRedirect(.busy, to: .number("10"))]
      ),
      PBXUser(id: 3, firstName: "Linus", lastName: "T", internalNumber: "12", isOnDND: true),
    ],
    groups: [
      PBXGroup(
        id: 100,
        name: "Sales",
        internalNumber: "50",
        members: [.init(1), .init(2, isLoggedOn: false), .init(3)]
      )
    ],
    services: [PBXService(number: "*700", entryPoint: "line")],
    voicemailBoxes: [PBXVoicemailBox(number: 1, owners: [1], pin: "4711")],
    contacts: [
      PBXContact(
        ["firstname": "Charles", "familyname": "Babbage", "company": "Engines", "phone": "+44 20 555"],
        directoryPath: "cn=babbage"
      )
    ],
    licence: PBXLicence(key: "AAAABBBBCCCCDDDD", coversMajorVersion: 8),
    hardwareID: "1234-5678"
  )

  /// An active instance of a module whose service entry point runs the statements given.
  init(
    pbx state: PBXState = Appliance.state,
    functions: [Function] = [],
    entryPoints: [EntryPoint] = [],
    level: LogLevel = .info,
    _ statements: [Statement] = []
  ) async throws {
    runtime = ModuleRuntime(configuration: RuntimeConfiguration(pbx: state))
    try await runtime.importModule(
      D.module(
        functions: [D.function("main", statements)] + functions,
        entryPoints: [Self.service("line", "main")] + entryPoints
      )
    )
    instance = try await runtime.createInstance(of: D.moduleID, name: "I", logLevel: level)
    try await runtime.activate(instance)
  }

  static func service(_ name: String, _ function: String) -> EntryPoint {
    .agiService(AGIServiceEntryPoint(id: "e-\(name)", name: name, function: D.target(function)))
  }

  static func kernel(_ stage: CallStage, _ function: String) -> EntryPoint {
    .agiKernel(
      AGIKernelEntryPoint(id: "e-\(stage.rawValue)", name: stage.rawValue, function: D.target(function), stage: stage)
    )
  }

  /// Somebody outside calls the service entry point.
  func call(_ actions: [CallScript.Action] = [], legs: [String: LegAnswer] = [:]) async throws -> CallOutcome {
    try await runtime.placeCall(
      CallScript(from: .external(number: "+4420555"), to: .service("line"), actions: actions, legs: legs)
    )
  }

  /// What the log says, as `LEVEL message`.
  var lines: [String] {
    get async { await runtime.log(of: instance).map { "\($0.level.name) \($0.message)" } }
  }
}

extension Designer {
  /// Calls a built-in function without inputs and logs its outputs, joined by spaces.
  static func ask(_ group: String, _ id: String, _ outputs: String...) -> [Statement] {
    asking(group, id, [:], [:], outputs)
  }

  /// Calls a built-in function and logs its outputs, joined by spaces.
  static func ask(
    _ group: String,
    _ id: String,
    _ inputs: [String: String],
    lists: [String: [String]] = [:],
    _ outputs: String...
  ) -> [Statement] {
    asking(group, id, inputs, lists, outputs)
  }

  private static func asking(
    _ group: String,
    _ id: String,
    _ inputs: [String: String],
    _ lists: [String: [String]],
    _ outputs: [String]
  ) -> [Statement] {
    let call = call(
      "starface.\(group)",
      id,
      inputs.sorted { $0.key < $1.key }.map { ($0.key, .string, .lit($0.value)) },
      lists: lists.sorted { $0.key < $1.key }.map { ($0.key, .string, $0.value.map { .lit($0) }) },
      out: outputs.map { ($0, "_\($0)") }
    )
    let log = Designer.call("starface.system", "Log2", lists: [("messages", .object, outputs.map { .ref("_\($0)") })])
    return outputs.isEmpty ? [call] : [call, log]
  }
}
