/// Every built-in function that the emulator runs for real, by domain and id.
///
/// What is not here but in ``BuiltInReference`` can be answered by a mock, and is counted as not emulated.
public struct BuiltInRegistry: Sendable {
  /// Names a function as a call's target does.
  public struct Key: Hashable, Sendable {
    /// `starface.string`.
    public let domain: String
    /// `Append2`.
    public let id: String

    /// Takes both parts.
    public init(domain: String, id: String) {
      self.domain = domain
      self.id = id
    }

    /// `starface.string.Append2`.
    public var text: String { "\(domain).\(id)" }
  }

  private let functions: [Key: BuiltInFunction]

  /// Takes the functions of some families; a later one replaces an earlier one of the same key.
  public init(families: [[BuiltInFunction]]) {
    var functions: [Key: BuiltInFunction] = [:]
    for function in families.joined() { functions[Key(domain: function.domain, id: function.id)] = function }
    self.functions = functions
  }

  /// The families of this emulator: one line each.
  public static let standard = BuiltInRegistry(families: [
    Logging.functions,
    ListBasics.functions,
    ListContents.functions,
    MapBasics.functions,
    MapContents.functions,
    BinaryMath.functions,
    UnaryMath.functions,
    StringBasics.functions,
    StringPredicates.functions,
    StringComparison.functions,
    StringSearch.functions,
    StringParts.functions,
    StringReplacement.functions,
    StringShaping.functions,
    RandomText.functions,
    SimpleMatching.functions,
    RegularExpressions.functions,
    DateArithmetic.functions,
    DateTexts.functions,
    DateIntervals.functions,
    ScopedVariables.functions,
    ObjectProperties.functions,
    JSONFunctions.functions,
    MessageDigests.functions,
    DeepClone.functions,
    AddressChecks.functions,
    ModuleEntities.functions,
    AccountEntities.functions,
    NumberEntities.functions,
    CallFacts.functions,
    CallChanges.functions,
    CallControl.functions,
    Dialling.functions,
    VoicemailFunctions.functions,
    Playback.functions,
    Recording.functions,
    UserSettings.functions,
    GroupLogons.functions,
    RedirectSettings.functions,
    CallStates.functions,
    Conferences.functions,
    ChatFunctions.functions,
    CallLegFunctions.functions,
    AccountFacts.functions,
    LicenceFacts.functions,
    RESTRequests.functions,
    RESTLenses.functions,
    KeyValueFunctions.functions,
    SQLFunctions.functions,
    FileFunctions.functions,
    FolderFunctions.functions,
    StreamFunctions.functions,
    CSVFunctions.functions,
    ZipFunctions.functions,
    ShareFunctions.functions,
    HTTPEntities.functions,
    HTTPRequests.functions,
    MailFunctions.functions,
    TransferFunctions.functions,
    NetworkFunctions.functions,
    SpeechAndAIFunctions.functions,
    ApplianceExports.functions,
    ApplianceUpkeep.functions,
    RESTCall.functions,
    SystemFunctions.functions,
    ResourceTexts.functions,
  ])

  /// The function of a domain and id.
  public func find(domain: String, id: String) -> BuiltInFunction? {
    functions[Key(domain: domain, id: id)]
  }

  /// All of them, in byte order of their names.
  public var all: [BuiltInFunction] {
    functions.sorted { $0.key.text < $1.key.text }.map(\.value)
  }
}
