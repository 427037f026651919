import ModuleDescriptors

extension GUIFieldKind {
  /// Whether the field shows and stores a variable's value; headlines and texts do not.
  var holdsValue: Bool {
    switch self {
    case .headline, .infotext: false
    default: true
    }
  }
}
