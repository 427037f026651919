/// The table of everything that a scenario file may say.
///
/// Reader, checker and schema all use these constants: a key that is not here can neither be written nor read.
package enum ScenarioFormat {
  static let levels = LogLevel.allCases.map(\.name) + LogLevel.allCases.map { $0.name.lowercased() }

  // MARK: The file

  static let name = FormatKey("name", .text, "What the scenario shows; the file's name when left out.")
  static let about = FormatKey("about", .text, "More about it, for the reader.")
  static let module = FormatKey(
    "module",
    .text,
    "A package or project folder, relative to this file; the folder above scenarios/ when left out."
  )
  static let with = FormatKey("with", .oneOrMore(.text), "Modules installed beside it: packages or project folders.")
  static let platform = FormatKey(
    "platform",
    .text,
    "The platform's version, such as 8.1.0.6; the one that wrote the package when left out."
  )
  static let java = FormatKey(
    "java",
    .word(["linked", "jvm"]),
    "How Java functions are answered: linked (the default), or run in a JVM."
  )
  static let clock = FormatKey("clock", .record(clockRecord), "The virtual clock.")
  static let language = FormatKey("language", .text, "The appliance's language: de (the default), en.")
  static let logLevel = FormatKey("logLevel", .word(levels), "The log level of the instances; INFO when left out.")
  static let strict = FormatKey(
    "strict",
    .truth,
    "Whether a function that is not emulated fails (the default); false warns and leaves its outputs."
  )
  static let licences = FormatKey("licences", .record(licencesRecord), "What licences the appliance has.")
  static let pbx = FormatKey("pbx", .record(PBXFormat.record), "The telephone system at the start.")
  static let effects = FormatKey(
    "effects",
    .map(.word(HostEffectPolicy.Treatment.allCases.map(\.rawValue))),
    "What becomes of effects on the host that no mock answers, by kind (http, mail, …, or otherwise): refused "
      + "(the default), recorded, allowed."
  )
  static let instances = FormatKey(
    "instances",
    .list(.record(instanceRecord)),
    "Instances made and activated before the first step; one with the module's name when neither this nor a create "
      + "step stands here."
  )
  static let mocks = FormatKey("mocks", .list(.record(MockFormat.record)), "Answers for functions and methods.")
  static let steps = FormatKey("steps", .list(.choice("a step", StepFormat.records)), "What happens, in order.")
  static let expect = FormatKey(
    "expect",
    .record(ExpectationFormat.atEnd),
    "What must hold at the end; log and calls look at the whole run."
  )

  package static let record = Record(
    "a scenario",
    [
      name, about, module, with, platform, java, clock, language, logLevel, strict, licences, pbx, effects, instances,
      mocks, steps, expect,
    ]
  )

  // MARK: Its parts

  static let clockStart = FormatKey(
    "start",
    .moment,
    "Where the clock begins: 2026-01-31T12:00:00 in the zone, or with a Z in universal time."
  )
  static let clockZone = FormatKey("zone", .text, "The appliance's zone: Europe/Berlin, GMT+1; UTC when left out.")
  static let clockRecord = Record("the clock", [clockStart, clockZone])

  static let licenceServer = FormatKey("server", .text, "The server licence key.")
  static let licenceHardware = FormatKey("hardware", .text, "The hardware id.")
  static let licenceMajor = FormatKey("coversMajor", .number, "The highest major version that the server key covers.")
  static let licenceModules = FormatKey(
    "modules",
    .oneOrMore(.text),
    "Ids of modules that have a licence; `this` is the module itself."
  )
  static let licencesRecord = Record("licences", [licenceServer, licenceHardware, licenceMajor, licenceModules])

  static let instanceName = FormatKey("name", .text, "The instance's name.", isNeeded: true)
  static let values = FormatKey("values", .map(.value), "Values of configuration variables, by name.")
  static let active = FormatKey("active", .truth, "Whether it is activated (the default) or only created.")
  static let instanceRecord = Record("an instance", [instanceName, values, logLevel, active])
}

/// Mocks.
enum MockFormat {
  static let function = FormatKey(
    "function",
    .text,
    "The function: domain/id for a built-in one (starface.net/Email), the name or id for one of the module.",
  )
  static let method = FormatKey("method", .text, "In JVM mode, a method of the platform: Class.method.")
  static let when = FormatKey("when", .map(.matcher), "Only calls with such arguments; of methods 0, 1, ….")
  static let instance = FormatKey("instance", .text, "Only calls from this instance.")
  static let outputs = FormatKey("outputs", .map(.value), "The outputs; of a method, `result`.")
  static let failure = FormatKey("failure", .text, "What it throws: java.net.ConnectException: refused.")
  static let real = FormatKey("real", .truth, "The function runs for real.")
  static let times = FormatKey("times", .number, "How often this answer is given before the next; once when left out.")
  static let answers = FormatKey(
    "answers",
    .list(.choice("an answer", answerRecords)),
    "Answers, one call after another."
  )
  static let afterwards = FormatKey(
    "afterwards",
    .word(["last", "again", "real", "fail"]),
    "What follows when the answers are used up: the last one for ever (the default), all again, the real function, "
      + "a failure."
  )
  static let answerRecords = [
    Record("an answer", [outputs, times]), Record("an answer", [failure, times]),
    Record("an answer", [real, times], isWord: true),
  ]
  static let record = Record("a mock", [function, method, when, instance, outputs, failure, answers, afterwards])
}
