/// Running calls as users see them, and ending them.
enum CallStates {
  private static let domain = "starface.callHandling.uci"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetCallIds", "int userId", "List callIds") { call in
      .list(call.pbx.calls(of: try call.user(0).id).map { .string($0.id) })
    },
    .values(
      domain,
      "GetCallState",
      "int userId, String channel",
      "String state, String callerName, String callerNumber, String calledName, String calledNumber, "
        + "String channelName, long connectedTimestamp, String doorlineCamUrl, String doorlineDtmfCode, "
        + "String avatarHash, int imageProvider, String groupId, String id, String peerName, long timestamp"
    ) { call in
      let found = try find(call)
      guard let (state, user) = found else {
        return [
          .string(""), .string(""), .string(""), .string(""), .string(""), .string(""), .long(0), .string(""),
          .string(""), .string(""), .integer(0), .string(""), .string(""), .string(""), .long(0),
        ]
      }
      let isCaller = user.map { state.caller.userID == $0 } ?? true
      let own = isCaller ? state.caller : state.callee
      let peer = isCaller ? state.callee : state.caller
      return [
        .string(state.phase.rawValue), .string(state.caller.name), .string(state.caller.number),
        .string(state.callee.name), .string(state.callee.number), .string(own.channel),
        .long(state.connectedTime ?? 0), .string(""), .string(""), .string(""), .integer(0),
        .string(state.groupID.map(String.init) ?? ""), .string(state.id), .string(peer.name),
        .long(state.startTime ?? 0),
      ]
    },
    .values(
      domain,
      "GetCallInformations",
      "Call call",
      "String uciCallId, String uciCallState, long uciTimestamp, String uciCalledNumber, String uciCalledName, "
        + "String uciCallerNumber, String uciCallerName, String uciGroupId, List uciPeerNames, List uciChannelNames, "
        + "List uciSipCallIds, boolean uciCaller, long uciConnectedTimestamp, boolean uciRecorded, "
        + "boolean uciRecorder, boolean uciRecordOwner, String uciAvatarHash, String uciDoorlineDtmfCode, "
        + "Integer uciDoorlineImageProviderId, String uciForwardType, String uciForwarderCallerIdName, "
        + "String uciForwarderCallerIdNumber, String uciConferenceRoomId, boolean uciConferenceAdmin, "
        + "String uciReferenceOfConsultation, long uciDuration, boolean uciInternalCall, "
        + "boolean uciConsultationCall, String uciJabberId, String uciAccountId"
    ) { call in
      let id = try id(of: call.value(0))
      guard let state = call.pbx.calls.first(where: { $0.id == id }) else {
        throw JavaException.illegalArgument("there is no call '\(id)'")
      }
      let forwarder = call.pbx.liveCall(id)?.forwarder.flatMap(call.pbx.state.user)
      let user = (state.caller.userID ?? state.callee.userID).flatMap(call.pbx.state.user)
      return [
        .string(state.id), .string(state.phase.rawValue), .long(state.startTime ?? 0),
        .string(state.callee.number), .string(state.callee.name), .string(state.caller.number),
        .string(state.caller.name), .string(state.groupID.map(String.init) ?? ""),
        .list([.string(state.caller.name), .string(state.callee.name)]),
        .list([.string(state.caller.channel), .string(state.callee.channel)]), .list([]),
        .boolean(state.caller.userID != nil), .long(state.connectedTime ?? 0), .boolean(state.recording != nil),
        .boolean(false), .boolean(false), .string(""), .string(""), .null,
        .string(forwarder == nil ? "" : "FORWARD"), .string(forwarder?.name ?? ""),
        .string(forwarder?.internalNumber ?? ""), .string(""), .boolean(false), .string(""),
        .long(state.connectedTime.map { call.context.now - $0 } ?? 0), .boolean(state.isInternal),
        .boolean(false), .string(user?.login ?? ""), .string(user.map { String($0.id) } ?? ""),
      ]
    },
    .effect(domain, "HangupCall", "int userId, String callId") { call in
      let id = call.text(1)
      let user = call.int(0) ?? 0
      if user != 0, !call.pbx.calls(of: try call.pbx.user(user).id).contains(where: { $0.id == id }) {
        throw JavaException.illegalArgument("user \(user) takes no part in a call '\(id)'")
      }
      guard call.pbx.hangUp(id, now: call.context.now) else {
        throw JavaException.illegalArgument("there is no call '\(id)'")
      }
      call.record("\(domain).HangupCall", "call \(id) hung up")
    },
  ]

  /// The call of a user, the connected one first; without a user the one of a channel.
  private static func find(_ call: BuiltInCall) throws(JavaException) -> (PBXCall, user: Int?)? {
    let channel = call.text(1)
    if let id = call.int(0), id != 0 {
      let calls = call.pbx.calls(of: try call.pbx.user(id).id)
      let chosen =
        calls.first { !channel.isEmpty && ($0.caller.channel == channel || $0.callee.channel == channel) }
        ?? calls.first { $0.phase == .connected } ?? calls.first
      return chosen.map { ($0, id) }
    }
    guard !channel.isEmpty else { throw .illegalArgument("GetCallState needs a user or a channel") }
    return call.pbx.calls.first { $0.caller.channel == channel || $0.callee.channel == channel }.map { ($0, nil) }
  }

  /// The UUID of a call as it comes from an event or from Java: the text itself, or a map or bean with an `id`.
  private static func id(of value: Value) throws(JavaException) -> String {
    switch value {
    case .null: throw .nullPointer
    case .map(let map): return map[.string("id")]?.text ?? ""
    default: return value.text
    }
  }
}
