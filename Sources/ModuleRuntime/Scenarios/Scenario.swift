/// A scenario: an appliance, a module on it, what happens, and what must come of it.
public struct Scenario: Sendable {
  /// How Java functions are answered.
  public enum JavaMode: String, Sendable, CaseIterable {
    /// Linked against the platform's manifest, without a JVM.
    case linked
    /// Run for real.
    case jvm
  }

  /// What it shows.
  public var name: String
  /// The file it stands in, as messages name it.
  public var file: String
  /// The module's package or project folder, relative to the file; nil for the folder above `scenarios/`.
  public var module: String?
  /// Modules installed beside it, likewise.
  public var others: [String]
  /// The platform's version; nil for the one that wrote the package.
  public var platform: String?
  /// How Java functions are answered; nil for linked, or for what the run asks for.
  public var java: JavaMode?
  /// The appliance. Its platform version and its licences for the module itself are the run's to set.
  var configuration: RuntimeConfiguration
  /// Whether the module has a licence, whatever its `noLicenseId`.
  var isLicensed: Bool
  /// Instances made before the first step; nil for one with the module's name.
  var instances: [InstancePlan]?
  /// Answers for functions and methods.
  var mocks: [ScenarioMock]
  /// What happens.
  var steps: [Step]
  /// What must hold at the end.
  var atEnd: [Expectation]

  /// An instance to make.
  struct InstancePlan: Sendable {
    /// Its name.
    var name: String
    /// Values of configuration variables.
    var values: [String: Value]
    /// Its log level; nil for the scenario's.
    var logLevel: LogLevel?
    /// Whether it is activated.
    var isActivated: Bool
  }

  /// One thing that happens.
  struct Step: Sendable {
    /// The line of the file.
    var line: Int
    /// As messages name it.
    var text: String
    /// What happens.
    var action: Action
    /// What must hold then.
    var expectations: [Expectation]
  }

  /// What can happen. Instances are named; nil is the first.
  enum Action: Sendable {
    case create(InstancePlan)
    case activate(String?)
    case change(String?, values: [String: Value])
    case fire(ModuleRuntime.Event, inputs: [String: Value], instance: String?)
    case call(CallScript)
    case advance(Int64)
    case reimport(path: String?, keepsData: Bool)
    case deactivate(String?)
    case delete(String?)
    case startSystem
    case setLogLevel(LogLevel, instance: String?)
    case event(PBXEvent)
  }

  /// What can happen to the telephone system.
  enum PBXEvent: Sendable {
    case user(String, isOnDND: Bool?, presence: ChatPresence?, message: String?)
    case group(String, logOn: [String], logOff: [String])
    case hangUp(String)
    case begin(PBXCall)
  }
}

/// A function or method, as mocks and expectations of calls name it.
struct MockedFunction: Hashable, Sendable {
  /// The built-in group, the module's id or a class; empty for any module.
  var domain: String
  /// The function's id, its name, or the method.
  var id: String
  /// As the scenario's author wrote it.
  var text: String
  /// Whether it is a method of the platform, which Java code calls.
  var isMethod = false
}

/// Answers for one function.
struct ScenarioMock: Sendable {
  /// One answer.
  struct Answer: Sendable {
    /// What is given; nil lets the function run.
    var answer: MockAnswer?
    /// How often.
    var times: Int
  }

  /// What follows the last answer.
  enum Afterwards: String, Sendable {
    case last, again, real, fail
  }

  /// The line of the file.
  var line: Int
  /// Which function.
  var function: MockedFunction
  /// Only calls with these arguments.
  var arguments: [String: Matcher]
  /// Only calls from this instance.
  var instance: String?
  /// The answers, in order.
  var answers: [Answer]
  /// What follows.
  var afterwards: Afterwards
}

/// One thing that must hold.
struct Expectation: Sendable {
  /// The line of the file.
  var line: Int
  /// What.
  var claim: Claim

  /// What can be claimed.
  enum Claim: Sendable {
    case output(String, Matcher)
    case failure(Matcher)
    case refusal(Matcher)
    case log(LogClaim)
    case calls(CallClaim)
    case effects(EffectClaim)
    case noEffects
    case value(instance: String, variable: String, Matcher)
    case life(instance: String, String)
    case clock(Int64)
    case took(Int64)
    case leftovers([Matcher])
    case snapshot(String)
    case call(PhoneClaim)
    case pbx(PBXClaim)
  }

  /// Lines of the log.
  struct LogClaim: Sendable {
    /// Only lines at this level.
    var level: LogLevel?
    /// What the message has.
    var message: Matcher
    /// How many; nil for at least one.
    var count: Int?
    /// Only lines with this in their bracket.
    var entryPoint: String?
    /// Only lines of this instance.
    var instance: String?
  }

  /// Recorded calls of a function.
  struct CallClaim: Sendable {
    /// Which function.
    var function: MockedFunction
    /// Only calls with these arguments.
    var arguments: [String: Matcher]
    /// How many; nil for at least one.
    var count: Int?
    /// When, since the scenario began, in milliseconds.
    var times: [Int64]?
    /// Only calls from this instance.
    var instance: String?
  }

  /// Recorded effects on the world around the appliance.
  struct EffectClaim: Sendable {
    /// Which kind.
    var kind: HostEffectKind
    /// What became of it, as ``RecordedEffect/Result/word``; nil for anything.
    var result: String?
    /// Only effects with these arguments.
    var arguments: [String: Matcher]
    /// How many; nil for at least one.
    var count: Int?
    /// When, since the scenario began, in milliseconds.
    var times: [Int64]?
    /// Only effects of this instance.
    var instance: String?
  }

  /// What became of a telephone call.
  enum PhoneClaim: Sendable {
    case answered(Bool)
    case ending(CallOutcome.Ending)
    case lasted(Int64)
    case played([Matcher])
    case digits(Matcher)
    case dialled(String, CallOutcome.Dial.Result)
    case bridges([Matcher])
    case listensTo([Matcher])
    case conferences([Matcher])
    case timeline([Matcher])
  }

  /// The telephone system now.
  enum PBXClaim: Sendable {
    case user(String, property: String, Matcher)
    case userRedirects(String, [Matcher])
    case groupMembers(String, [Matcher])
    case groupLoggedOn(String, [Matcher])
    case groupRedirects(String, [Matcher])
    case calls([Matcher])
    case actions([Matcher])
  }
}
