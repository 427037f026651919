/// Expectations after a step and at the end.
enum ExpectationFormat {
  // MARK: Everywhere

  static let log = FormatKey(
    "log",
    .oneOrMore(.choice("a log line", lineRecords)),
    "Lines of the log: `- INFO: text` is there, `- absent: text` is not; a plain text has to be part of the message."
  )
  static let calls = FormatKey(
    "calls",
    .list(.record(recordedCall)),
    "Calls of functions and, in JVM mode, of the platform's methods."
  )
  static let effects = FormatKey(
    "effects",
    .list(.record(effect)),
    "Effects on the world around the appliance, mocked or recorded or not; `[]` is none."
  )
  static let values = FormatKey(
    "values",
    .map(.map(.matcher)),
    "What the variables of instances hold: by the instance's name, then the variable's."
  )
  static let instances = FormatKey(
    "instances",
    .map(.word(["active", "created", "inactive", "gone"])),
    "Where instances are in their life, by name."
  )
  static let clock = FormatKey("clock", .span, "How much virtual time has passed since the scenario began.")
  static let leftovers = FormatKey(
    "leftovers",
    .list(.matcher),
    "What re-imports left behind, by name or by the whole text; `[]` is nothing."
  )
  static let pbx = FormatKey("pbx", .record(PBXFormat.expected), "The telephone system as it is now.")

  // MARK: After steps

  static let refused = FormatKey("refused", .matcher, "The step is refused with such words.")
  static let took = FormatKey("took", .span, "How much virtual time the step took.")
  static let out = FormatKey("out", .map(.matcher), "Outputs by name.")
  static let fails = FormatKey("fails", .matcher, "The run fails, with such an exception; its ERROR is then expected.")

  // MARK: At the end

  static let snapshot = FormatKey(
    "snapshot",
    .text,
    "A file beside this one that holds the whole log, line by line; `sfm test --update` writes it."
  )

  static let everywhere = [log, calls, effects, values, instances, clock, leftovers, pbx]
  static let afterStep = Record("expectations", everywhere + [refused, took])
  static let afterRun = Record("expectations", [out, fails] + everywhere + [refused, took])
  static let afterCall = Record("expectations", CallExpectationFormat.keys + everywhere + [refused, took])
  static let atEnd = Record("expectations", everywhere + [snapshot])

  // MARK: Lines of the log

  static let levels = LogLevel.allCases.map {
    FormatKey($0.name, .matcher, "A line at \($0.name) whose message has this.")
  }
  static let any = FormatKey("any", .matcher, "A line at any level whose message has this.")
  static let absent = FormatKey("absent", .matcher, "No line has this.")
  static let count = FormatKey("count", .number, "How many such lines or calls there are; at least one when left out.")
  static let level = FormatKey("level", .word(ScenarioFormat.levels), "Only lines at this level.")
  static let entryPoint = FormatKey("entryPoint", .text, "Only lines with this in their bracket.")
  static let instance = FormatKey("instance", .text, "Only of this instance.")
  static let lineRecords =
    (levels + [any]).map { Record("a log line", [$0, count, entryPoint, instance]) }
    + [Record("a log line", [absent, level, entryPoint, instance])]

  // MARK: Recorded calls

  static let function = FormatKey("function", .text, "The function, as in a mock.")
  static let method = FormatKey("method", .text, "In JVM mode, a method of the platform: Class.method.")
  static let arguments = FormatKey("in", .map(.matcher), "Arguments by name; of methods 0, 1, ….")
  static let times = FormatKey("at", .oneOrMore(.span), "When they happened, since the scenario began.")
  static let recordedCall = Record("a call", [function, method, arguments, count, times, instance])

  // MARK: Recorded effects

  static let kind = FormatKey("kind", .word(HostEffectKind.allCases.map(\.rawValue)), "What it does.", isNeeded: true)
  static let result = FormatKey("result", .word(RecordedEffect.Result.words), "What became of it.")
  static let effect = Record("an effect", [kind, result, arguments, count, times, instance])
}

/// What became of a telephone call.
enum CallExpectationFormat {
  static let answered = FormatKey("answered", .truth, "Whether it was answered.")
  static let ending = FormatKey("ending", .word(CallOutcome.Ending.allCases.map(\.rawValue)), "Why it ended.")
  static let lasted = FormatKey("lasted", .span, "How long it was.")
  static let played = FormatKey("played", .list(.matcher), "The files played, in order.")
  static let digits = FormatKey("digits", .matcher, "The digits that modules read.")
  static let dialled = FormatKey(
    "dialled",
    .map(.word(CallOutcome.Dial.Result.allCases.map(\.rawValue))),
    "Dials by target."
  )
  static let bridges = FormatKey("bridges", .list(.matcher), "To whom it was connected, in order.")
  static let listensTo = FormatKey("listensTo", .list(.matcher), "To whom the caller listened in, in order.")
  static let conferences = FormatKey("conferences", .list(.matcher), "The conferences entered, in order.")
  static let timeline = FormatKey(
    "timeline",
    .list(.matcher),
    "Events `kind detail` that have to be there, in this order."
  )
  static let keys = [answered, ending, lasted, played, digits, dialled, bridges, listensTo, conferences, timeline]
}
