/// A word from a set that the platform may extend: known words have names, others are carried along.
public protocol OpenVocabulary: RawRepresentable, Hashable, Sendable, CustomStringConvertible
where RawValue == String {
  /// The words this tool knows.
  static var known: [Self] { get }
  /// Wraps any word.
  init(rawValue: String)
}

extension OpenVocabulary {
  /// The word itself.
  public var description: String { rawValue }
  /// Whether this tool knows the word.
  public var isKnown: Bool { Self.known.contains(self) }

  static var blank: Self { Self(rawValue: "") }
  static var expectation: String { "one of " + known.map(\.rawValue).joined(separator: ", ") }
  init?(text: String) { self.init(rawValue: text) }
  var text: String { rawValue }
}

/// The type of a variable (package-format.md section 3.4); the set is open.
public struct VariableType: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let string = VariableType(rawValue: "STRING")
  public static let number = VariableType(rawValue: "NUMBER")
  public static let boolean = VariableType(rawValue: "BOOLEAN")
  public static let object = VariableType(rawValue: "OBJECT")
  public static let list = VariableType(rawValue: "LIST")
  public static let map = VariableType(rawValue: "MAP")
  public static let dateTime = VariableType(rawValue: "DATE_TIME")
  public static let timerSettings = VariableType(rawValue: "TIMER_SETTINGS")
  public static let fileResource = VariableType(rawValue: "FILE_RESOURCE")
  public static let inputStream = VariableType(rawValue: "INPUT_STREAM")
  public static let asteriskSoundFile = VariableType(rawValue: "ASTERISK_SOUND_FILE")
  public static let phoneDevice = VariableType(rawValue: "PHONE_DEVICE")
  public static let starfaceUser = VariableType(rawValue: "STARFACE_USER")
  public static let starfaceGroup = VariableType(rawValue: "STARFACE_GROUP")
  public static let starfaceAccount = VariableType(rawValue: "STARFACE_ACCOUNT")

  public static let known: [VariableType] = [
    .string, .number, .boolean, .object, .list, .map, .dateTime, .timerSettings, .fileResource, .inputStream,
    .asteriskSoundFile, .phoneDevice, .starfaceUser, .starfaceGroup, .starfaceAccount,
  ]
}

/// Who may call a function (package-format.md section 3.3).
public struct Visibility: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Only this module.
  public static let `private` = Visibility(rawValue: "Private")
  /// Other modules too.
  public static let `public` = Visibility(rawValue: "Public")

  public static let known: [Visibility] = [.private, .public]
}

/// The moment in a module instance's life at which a lifecycle entry point fires (package-format.md section 3.5).
public struct LifeCycleStage: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let instanceCreated = LifeCycleStage(rawValue: "InstanceCreated")
  public static let instanceActivated = LifeCycleStage(rawValue: "InstanceActivated")
  public static let instanceChanged = LifeCycleStage(rawValue: "InstanceChanged")
  public static let instanceDeactivated = LifeCycleStage(rawValue: "InstanceDeactivated")
  public static let instanceDeleted = LifeCycleStage(rawValue: "InstanceDeleted")
  public static let systemStarted = LifeCycleStage(rawValue: "SystemStarted")

  public static let known: [LifeCycleStage] = [
    .instanceCreated, .instanceActivated, .instanceChanged, .instanceDeactivated, .instanceDeleted, .systemStarted,
  ]
}

/// The moment in a call at which an AGI kernel entry point fires (package-format.md section 3.5).
public struct CallStage: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let preTargetDetermination = CallStage(rawValue: "PreTargetDetermination")
  public static let postTargetDetermination = CallStage(rawValue: "PostTargetDetermination")
  public static let postTargetDeterminationIncoming = CallStage(rawValue: "PostTargetDeterminationIncoming")
  public static let postLineSelection = CallStage(rawValue: "PostLineSelection")
  public static let preLineDial = CallStage(rawValue: "PreLineDial")
  public static let postPhoneSelection = CallStage(rawValue: "PostPhoneSelection")
  public static let callHangup = CallStage(rawValue: "CallHangup")
  public static let emergencyCall = CallStage(rawValue: "EmergencyCall")
  public static let service = CallStage(rawValue: "Service")

  public static let known: [CallStage] = [
    .preTargetDetermination, .postTargetDetermination, .postTargetDeterminationIncoming, .postLineSelection,
    .preLineDial, .postPhoneSelection, .callHangup, .emergencyCall, .service,
  ]
}

/// Whether an XML-RPC entry point asks for authentication.
public struct RPCAuthentication: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let required = RPCAuthentication(rawValue: "XMLRPC_auth")
  public static let none = RPCAuthentication(rawValue: "XMLRPC_noauth")

  public static let known: [RPCAuthentication] = [.required, .none]
}

/// To whom an AGI service number belongs.
public struct ServiceScope: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let instance = ServiceScope(rawValue: "INSTANCE")

  public static let known: [ServiceScope] = [.instance]
}

/// The unit of a timer's period (package-format.md section 3.6).
public struct TimerPeriod: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let once = TimerPeriod(rawValue: "Once")
  public static let second = TimerPeriod(rawValue: "Second")
  public static let minute = TimerPeriod(rawValue: "Minute")
  public static let hour = TimerPeriod(rawValue: "Hour")
  public static let day = TimerPeriod(rawValue: "Day")
  public static let week = TimerPeriod(rawValue: "Week")
  public static let month = TimerPeriod(rawValue: "Month")

  public static let known: [TimerPeriod] = [.once, .second, .minute, .hour, .day, .week, .month]
}

/// What a localised text is the text of (package-format.md section 3.7).
public struct TextProperty: OpenVocabulary, TextValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let name = TextProperty(rawValue: "NAME")
  public static let description = TextProperty(rawValue: "DESCRIPTION")
  public static let listName = TextProperty(rawValue: "LIST_NAME")
  public static let keyHeader = TextProperty(rawValue: "HEADER_KEY")
  public static let valueHeader = TextProperty(rawValue: "HEADER_VALUE")

  public static let known: [TextProperty] = [.name, .description, .listName, .keyHeader, .valueHeader]
}
