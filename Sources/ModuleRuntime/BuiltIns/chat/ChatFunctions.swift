/// The chat of the telephone system itself: bots of modules that write to users and answer them. Nothing leaves the
/// emulator; ``PBXState/chat`` holds every message.
enum ChatFunctions {
  private static let domain = "starface.chat"

  static let functions: [BuiltInFunction] = [
    .value(domain, "ChatConnect", "String xmppUserName", "XmppConnector chatConnector") { call in
      let name = call.text(0)
      guard !name.isEmpty else { throw JavaException.illegalArgument("ChatConnect needs the name of a user") }
      let connection = ChatConnection(bot: name, instanceID: call.context.instanceID)
      call.pbx.chatConnections.append(connection)
      call.record("\(domain).ChatConnect", "\(name) connected")
      return .object(connection)
    },
    .effect(domain, "ChatDisconnect", "XmppConnector chatConnection") { call in
      let connection = try connection(call)
      connection.isOpen = false
      call.pbx.chatConnections.removeAll { $0 === connection }
      call.record("\(domain).ChatDisconnect", "\(connection.bot) disconnected")
    },
    .effect(domain, "ChatMessage", "XmppConnector chatConnection, String xmppTo, String xmppChatMessage") { call in
      let connection = try connection(call)
      let receiver = call.text(1)
      guard call.pbx.state.user(login: receiver) != nil else {
        throw JavaException.illegalArgument("there is no user with login '\(receiver)'")
      }
      call.pbx.deliver(
        ChatMessage(time: call.context.now, sender: connection.bot, receiver: receiver, text: call.text(2))
      )
      call.record("\(domain).ChatMessage", "\(connection.bot) to \(receiver): \(call.text(2))")
    },
    .effect(domain, "ChatAutoResponder", "XmppConnector chatConnection, String responderText") { call in
      try connection(call).responder = .text(call.text(1))
    },
    .effect(
      domain,
      "ChatAutoResponderWithFunction",
      "XmppConnector chatConnection, String functionName, String inputVar, String outputVar"
    ) { call in
      try connection(call).responder = .function(name: call.text(1), input: call.text(2), output: call.text(3))
    },
  ]

  private static func connection(_ call: BuiltInCall) throws(JavaException) -> ChatConnection {
    switch call.value(0) {
    case .object(let object):
      guard let connection = object as? ChatConnection else { break }
      guard connection.isOpen else {
        throw JavaException("org.jivesoftware.smack.SmackException$NotConnectedException", "Client is not connected")
      }
      return connection
    case .null: throw .nullPointer
    default: break
    }
    throw .illegalArgument("the chat connection is none that ChatConnect gave")
  }
}
