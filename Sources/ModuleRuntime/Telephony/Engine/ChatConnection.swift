/// A module's bot in the chat: what `ChatConnect` gives.
final class ChatConnection: OpaqueObject, @unchecked Sendable {
  // Only the runtime's actor uses it; see `JavaList`.

  /// How it answers messages by itself.
  enum Responder {
    case text(String)
    case function(name: String, input: String, output: String)
  }

  let bot: String
  let instanceID: String
  var isOpen = true
  var responder: Responder?

  init(bot: String, instanceID: String) {
    self.bot = bot
    self.instanceID = instanceID
  }

  let javaClass = "de.starface.com.xmpp.smack.XmppConnector"
  var javaText: String { "XmppConnector[\(bot)]" }
}

/// A message that a bot answers with what a function of its module makes of it.
struct ChatReply {
  var connection: ChatConnection
  var receiver: String
  var text: String
  var function: String
  var input: String
  var output: String
}

extension PBX {
  /// Puts a message into the chat; a bot that answers by itself does.
  func deliver(_ message: ChatMessage) {
    state.chat.append(message)
    guard let bot = chatConnections.first(where: { $0.isOpen && $0.bot == message.receiver }),
      message.sender != bot.bot
    else { return }
    switch bot.responder {
    case .text(let text):
      state.chat.append(
        ChatMessage(time: message.time, sender: bot.bot, receiver: message.sender, text: text)
      )
    case .function(let name, let input, let output):
      requestedReplies.append(
        ChatReply(
          connection: bot,
          receiver: message.sender,
          text: message.text,
          function: name,
          input: input,
          output: output
        )
      )
    case nil: break
    }
  }

  /// Changes the state from outside; new calls get what they leave open.
  func change(now: Int64, _ change: (inout PBXState) -> Void) {
    change(&state)
    completeCalls(now: now)
    tell()
  }
}
