import ModuleDescriptors

extension GUIFieldKind {
  /// Whether the field shows and stores a variable's value; headlines and texts do not.
  var holdsValue: Bool {
    switch self {
    case .headline, .infotext: false
    default: true
    }
  }

  /// The type that the field stores; nil when it stores none or when that is not known.
  var storedType: VariableType? {
    switch self {
    case .headline, .infotext, .uploadFileInput: nil
    case .textInput, .passwordInput, .textChoice: .string
    case .numberInput, .numberChoice: .number
    case .checkbox: .boolean
    case .userSelection: .starfaceUser
    case .groupSelection: .starfaceGroup
    case .timerSettingsInput: .timerSettings
    case .dateTimeInput: .dateTime
    case .textList, .numberList: .list
    case .keyValueMap: .map
    }
  }
}
