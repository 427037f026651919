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
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `STRING`.
  public static let string = VariableType(rawValue: "STRING")
  /// `NUMBER`.
  public static let number = VariableType(rawValue: "NUMBER")
  /// `BOOLEAN`.
  public static let boolean = VariableType(rawValue: "BOOLEAN")
  /// `OBJECT`.
  public static let object = VariableType(rawValue: "OBJECT")
  /// `LIST`.
  public static let list = VariableType(rawValue: "LIST")
  /// `MAP`.
  public static let map = VariableType(rawValue: "MAP")
  /// `DATE_TIME`.
  public static let dateTime = VariableType(rawValue: "DATE_TIME")
  /// `TIMER_SETTINGS`.
  public static let timerSettings = VariableType(rawValue: "TIMER_SETTINGS")
  /// `FILE_RESOURCE`.
  public static let fileResource = VariableType(rawValue: "FILE_RESOURCE")
  /// `INPUT_STREAM`.
  public static let inputStream = VariableType(rawValue: "INPUT_STREAM")
  /// `ASTERISK_SOUND_FILE`.
  public static let asteriskSoundFile = VariableType(rawValue: "ASTERISK_SOUND_FILE")
  /// `PHONE_DEVICE`.
  public static let phoneDevice = VariableType(rawValue: "PHONE_DEVICE")
  /// `STARFACE_USER`.
  public static let starfaceUser = VariableType(rawValue: "STARFACE_USER")
  /// `STARFACE_GROUP`.
  public static let starfaceGroup = VariableType(rawValue: "STARFACE_GROUP")
  /// `STARFACE_ACCOUNT`.
  public static let starfaceAccount = VariableType(rawValue: "STARFACE_ACCOUNT")

  /// The words this tool knows.
  public static let known: [VariableType] = [
    .string, .number, .boolean, .object, .list, .map, .dateTime, .timerSettings, .fileResource, .inputStream,
    .asteriskSoundFile, .phoneDevice, .starfaceUser, .starfaceGroup, .starfaceAccount,
  ]
}

/// Who may call a function (package-format.md section 3.3).
public struct Visibility: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Only this module.
  public static let `private` = Visibility(rawValue: "Private")
  /// Other modules too.
  public static let `public` = Visibility(rawValue: "Public")

  /// The words this tool knows.
  public static let known: [Visibility] = [.private, .public]
}

/// The moment in a module instance's life at which a lifecycle entry point fires (package-format.md section 3.5).
public struct LifeCycleStage: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `InstanceCreated`.
  public static let instanceCreated = LifeCycleStage(rawValue: "InstanceCreated")
  /// `InstanceActivated`.
  public static let instanceActivated = LifeCycleStage(rawValue: "InstanceActivated")
  /// `InstanceChanged`.
  public static let instanceChanged = LifeCycleStage(rawValue: "InstanceChanged")
  /// `InstanceDeactivated`.
  public static let instanceDeactivated = LifeCycleStage(rawValue: "InstanceDeactivated")
  /// `InstanceDeleted`.
  public static let instanceDeleted = LifeCycleStage(rawValue: "InstanceDeleted")
  /// `SystemStarted`.
  public static let systemStarted = LifeCycleStage(rawValue: "SystemStarted")

  /// The words this tool knows.
  public static let known: [LifeCycleStage] = [
    .instanceCreated, .instanceActivated, .instanceChanged, .instanceDeactivated, .instanceDeleted, .systemStarted,
  ]
}

/// The moment in a call at which an AGI kernel entry point fires (package-format.md section 3.5).
public struct CallStage: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `PreTargetDetermination`.
  public static let preTargetDetermination = CallStage(rawValue: "PreTargetDetermination")
  /// `PostTargetDetermination`.
  public static let postTargetDetermination = CallStage(rawValue: "PostTargetDetermination")
  /// `PostTargetDeterminationIncoming`.
  public static let postTargetDeterminationIncoming = CallStage(rawValue: "PostTargetDeterminationIncoming")
  /// `PostLineSelection`.
  public static let postLineSelection = CallStage(rawValue: "PostLineSelection")
  /// `PreLineDial`.
  public static let preLineDial = CallStage(rawValue: "PreLineDial")
  /// `PostPhoneSelection`.
  public static let postPhoneSelection = CallStage(rawValue: "PostPhoneSelection")
  /// `CallHangup`.
  public static let callHangup = CallStage(rawValue: "CallHangup")
  /// `EmergencyCall`.
  public static let emergencyCall = CallStage(rawValue: "EmergencyCall")
  /// `Service`.
  public static let service = CallStage(rawValue: "Service")

  /// The words this tool knows.
  public static let known: [CallStage] = [
    .preTargetDetermination, .postTargetDetermination, .postTargetDeterminationIncoming, .postLineSelection,
    .preLineDial, .postPhoneSelection, .callHangup, .emergencyCall, .service,
  ]
}

/// Whether an XML-RPC entry point asks for authentication.
public struct RPCAuthentication: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `XMLRPC_auth`.
  public static let required = RPCAuthentication(rawValue: "XMLRPC_auth")
  /// `XMLRPC_noauth`.
  public static let none = RPCAuthentication(rawValue: "XMLRPC_noauth")

  /// The words this tool knows.
  public static let known: [RPCAuthentication] = [.required, .none]
}

/// To whom an AGI service number belongs.
public struct ServiceScope: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `INSTANCE`.
  public static let instance = ServiceScope(rawValue: "INSTANCE")

  /// The words this tool knows.
  public static let known: [ServiceScope] = [.instance]
}

/// The unit of a timer's period (package-format.md section 3.6).
public struct TimerPeriod: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `Once`.
  public static let once = TimerPeriod(rawValue: "Once")
  /// `Second`.
  public static let second = TimerPeriod(rawValue: "Second")
  /// `Minute`.
  public static let minute = TimerPeriod(rawValue: "Minute")
  /// `Hour`.
  public static let hour = TimerPeriod(rawValue: "Hour")
  /// `Day`.
  public static let day = TimerPeriod(rawValue: "Day")
  /// `Week`.
  public static let week = TimerPeriod(rawValue: "Week")
  /// `Month`.
  public static let month = TimerPeriod(rawValue: "Month")

  /// The words this tool knows.
  public static let known: [TimerPeriod] = [.once, .second, .minute, .hour, .day, .week, .month]
}

/// What a localised text is the text of (package-format.md section 3.7).
public struct TextProperty: OpenVocabulary, TextValue {
  /// The word.
  public let rawValue: String
  /// Wraps a word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// `NAME`.
  public static let name = TextProperty(rawValue: "NAME")
  /// `DESCRIPTION`.
  public static let description = TextProperty(rawValue: "DESCRIPTION")
  /// `LIST_NAME`.
  public static let listName = TextProperty(rawValue: "LIST_NAME")
  /// `HEADER_KEY`.
  public static let keyHeader = TextProperty(rawValue: "HEADER_KEY")
  /// `HEADER_VALUE`.
  public static let valueHeader = TextProperty(rawValue: "HEADER_VALUE")

  /// The words this tool knows.
  public static let known: [TextProperty] = [.name, .description, .listName, .keyHeader, .valueHeader]
}
