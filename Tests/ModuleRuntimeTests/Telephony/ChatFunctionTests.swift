import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Bots of modules in the chat of the telephone system.
@Suite struct ChatFunctionTests {
  typealias D = Designer

  /// A module whose bot is connected at activation and told how to answer.
  private func bot(_ id: String, _ inputs: [String: String], functions: [Function] = []) async throws -> ModuleRuntime {
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(pbx: Appliance.state))
    let connection: (String, VariableType, D.Argument) = ("chatConnection", .object, .ref("_bot"))
    try await runtime.importModule(
      D.module(
        functions: [
          D.function(
            "main",
            [
              D.call(
                "starface.chat",
                "ChatConnect",
                [("xmppUserName", .string, .lit("bot"))],
                out: [("chatConnector", "_bot")]
              ),
              D.call(
                "starface.chat",
                id,
                [connection] + inputs.sorted { $0.key < $1.key }.map { ($0.key, .string, .lit($0.value)) }
              ),
            ]
          )
        ] + functions,
        entryPoints: [D.stage(.instanceActivated, "main")]
      )
    )
    let instance = try await runtime.createInstance(of: D.moduleID, name: "I")
    try await runtime.activate(instance)
    return runtime
  }

  private func texts(_ runtime: ModuleRuntime) async -> [String] {
    await runtime.pbx.chat.map { "\($0.sender) > \($0.receiver): \($0.text)" }
  }

  @Test func `a bot writes to a user`() async throws {
    let runtime = try await bot("ChatMessage", ["xmppTo": "0001", "xmppChatMessage": "hello"])
    #expect(await texts(runtime) == ["bot > 0001: hello"])
    let nobody = try await bot("ChatMessage", ["xmppTo": "0099", "xmppChatMessage": "hello"])
    #expect(await texts(nobody) == [])
  }

  @Test func `a bot answers with a text, or with what a function says`() async throws {
    let fixed = try await bot("ChatAutoResponder", ["responderText": "away"])
    await fixed.chat(from: "0001", to: "bot", "are you there?")
    #expect(await texts(fixed) == ["0001 > bot: are you there?", "bot > 0001: away"])
    let function = D.function(
      "reply",
      inputs: [D.variable("question", .string)],
      outputs: [D.variable("answer", .string)],
      [
        D.call(
          "starface.string",
          "Append2",
          lists: [("strings", .string, [.lit("you said "), .ref("question")])],
          out: [("result", "answer")]
        )
      ]
    )
    let speaking = try await bot(
      "ChatAutoResponderWithFunction",
      ["functionName": "reply", "inputVar": "question", "outputVar": "answer"],
      functions: [function]
    )
    await speaking.chat(from: "0001", to: "bot", "hi")
    #expect(await texts(speaking) == ["0001 > bot: hi", "bot > 0001: you said hi"])
  }

  @Test func `a bot that is disconnected is silent`() async throws {
    let runtime = try await bot("ChatDisconnect", [:])
    await runtime.chat(from: "0001", to: "bot", "hi")
    #expect(await texts(runtime) == ["0001 > bot: hi"])
  }
}
