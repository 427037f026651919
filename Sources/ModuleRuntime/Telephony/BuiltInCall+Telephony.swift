/// What functions of the telephone system ask of a call of theirs.
extension BuiltInCall {
  /// The telephone system; without a runtime one that nobody uses.
  var pbx: PBX {
    let now = context.now
    return context.services.get(PBX.self) { PBX(PBXState(), now: now) }
  }

  /// The call of this run, over or not.
  /// - Throws: by the function's name when the run has no call.
  func call(for function: String) throws(JavaException) -> LiveCall {
    guard let call = context.runServices.find(LiveCall.self) else {
      throw .runtime("\(function) needs a call: this run has no channel")
    }
    return call
  }

  /// The call of this run while its channel is open.
  /// - Throws: by the function's name without a call; the hang-up when it is over.
  func openCall(for function: String) throws(JavaException) -> LiveCall {
    let call = try call(for: function)
    if !call.isOpen { throw .hungUp }
    return call
  }

  /// The user of an account id among the arguments.
  func user(_ index: Int) throws(JavaException) -> PBXUser {
    guard let id = int(index) else { throw .nullPointer }
    return try pbx.user(id)
  }

  /// Keeps what the module did, for expectations.
  func record(_ function: String, _ effect: String) {
    pbx.record(
      PBXAction(time: context.now, instance: context.instanceName, function: function, effect: effect)
    )
  }
}

extension Value {
  /// An account id or a count as a Java `int`.
  static func int(_ number: Int) -> Value { .integer(Int32(truncatingIfNeeded: number)) }
}
