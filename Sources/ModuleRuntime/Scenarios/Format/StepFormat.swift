/// Steps: each has one key that says what happens, and may have expectations.
enum StepFormat {
  static let instance = FormatKey("instance", .text, "Which instance; the only one, or the first, when left out.")
  static let inputs = FormatKey("in", .map(.value), "Inputs by name.")
  static let expect = FormatKey("expect", .record(ExpectationFormat.afterStep), "What must hold after the step.")
  static let expectRun = FormatKey("expect", .record(ExpectationFormat.afterRun), "What must hold after the step.")
  static let expectCall = FormatKey("expect", .record(ExpectationFormat.afterCall), "What must hold after the call.")

  static let create = FormatKey("create", .text, "Creates an instance of this name; its code does not run yet.")
  static let activate = FormatKey("activate", .text, "Activates an instance.")
  static let change = FormatKey("change", .text, "Saves values of an instance.")
  static let fire = FormatKey("fire", .text, "Fires a stage (InstanceChanged), timer:NAME, rpc:NAME or agi:NAME, now.")
  static let rpc = FormatKey("rpc", .text, "Calls an XML-RPC entry point.")
  static let call = FormatKey("call", .record(CallFormat.record), "A telephone call.")
  static let advance = FormatKey("advance", .span, "Lets virtual time pass; what is due happens on the way.")
  static let reimport = FormatKey("reimport", .text, "Imports the module again, or the package or folder named.")
  static let keepData = FormatKey("keepData", .truth, "As the module manager updates: the module's data stays.")
  static let deactivate = FormatKey("deactivate", .text, "Deactivates an instance.")
  static let delete = FormatKey("delete", .text, "Deletes an instance.")
  static let systemStart = FormatKey("systemStart", .text, "The appliance starts anew.")
  static let setLogLevel = FormatKey("logLevel", .word(ScenarioFormat.levels), "Sets an instance's log level.")
  static let event = FormatKey(
    "event",
    .choice("an event", PBXFormat.events),
    "Something happens to the telephone system: a user or group changes, a call ends, somebody chats."
  )

  static let records = [
    Record("a create step", [create, ScenarioFormat.values, setLogLevel, expect]),
    Record("an activate step", [activate, expect], isWord: true),
    Record("a change step", [change, ScenarioFormat.values, expect], isWord: true),
    Record("a fire step", [fire, inputs, instance, expectRun]),
    Record("an rpc step", [rpc, inputs, instance, expectRun]),
    Record("a call step", [call, expectCall]),
    Record("an advance step", [advance, expect]),
    Record("a reimport step", [reimport, keepData, expect], isWord: true),
    Record("a deactivate step", [deactivate, expect], isWord: true),
    Record("a delete step", [delete, expect], isWord: true),
    Record("a systemStart step", [systemStart, expect], isWord: true),
    Record("a logLevel step", [setLogLevel, instance, expect]),
    Record("an event step", [event, expect]),
  ]
}

/// A telephone call.
enum CallFormat {
  static let from = FormatKey("from", .text, "Who calls: a number, or the login of a user.", isNeeded: true)
  static let callerName = FormatKey("name", .text, "The name that an external caller sends.")
  static let number = FormatKey("to", .text, "The number that is called.")
  static let service = FormatKey("service", .text, "Instead of a number: the service entry point.")
  static let actions = FormatKey("do", .list(.choice("an action", actionRecords)), "What the caller does, in order.")
  static let legs = FormatKey(
    "legs",
    .map(.choice("a leg", legRecords)),
    "What happens at the numbers that are dialled."
  )
  static let otherLegs = FormatKey("otherLegs", .choice("a leg", legRecords), "What happens at all others: noAnswer.")
  static let stays = FormatKey("stays", .span, "How long the caller stays at most; 10m when left out.")
  static let record = Record(
    "a call",
    [from, callerName, number, service, StepFormat.instance, actions, legs, otherLegs, stays]
  )

  static let wait = FormatKey("wait", .span, "Waits.")
  static let answer = FormatKey("answer", .text, "Waits until the call is answered.")
  static let playback = FormatKey("playback", .text, "Waits until this file is played.")
  static let dtmf = FormatKey("dtmf", .text, "Presses keys.")
  static let speak = FormatKey("speak", .span, "Speaks for a time; silence ends a recording.")
  static let hangUp = FormatKey("hangUp", .text, "Hangs up.")
  static let actionRecords = [
    Record("an action", [dtmf]), Record("an action", [wait]), Record("an action", [answer], isWord: true),
    Record("an action", [playback]), Record("an action", [speak]), Record("an action", [hangUp], isWord: true),
  ]

  static let answers = FormatKey("answers", .span, "Answers after this time.")
  static let talks = FormatKey("talks", .span, "Hangs up after talking so long; never when left out.")
  static let busy = FormatKey("busy", .text, "Is busy.")
  static let rejects = FormatKey("rejects", .span, "Rejects after this time.")
  static let noAnswer = FormatKey("noAnswer", .text, "Rings and does not answer.")
  static let unreachable = FormatKey("unreachable", .text, "Cannot be reached.")
  static let legRecords = [
    Record("a leg", [answers, talks], isWord: true), Record("a leg", [busy], isWord: true),
    Record("a leg", [rejects], isWord: true), Record("a leg", [noAnswer], isWord: true),
    Record("a leg", [unreachable], isWord: true),
  ]
}
