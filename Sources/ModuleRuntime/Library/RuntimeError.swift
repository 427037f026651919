/// Why the runtime refused something that was asked of it from outside. A failing module is no such error: it is a
/// line in that module's log.
public enum RuntimeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The import was refused: the platform's key or text, and what is wrong.
  case importRefused(key: String, reason: String)
  /// The module is there already and the caller forbade replacing it.
  case replaceRefused(moduleID: String)
  /// No module of this id was imported.
  case unknownModule(String)
  /// No instance of this id or name exists.
  case unknownInstance(String)
  /// Another instance has the name.
  case nameTaken(String)
  /// The module has no configuration variable of this name or id.
  case unknownVariable(String, module: String)
  /// The text is no value of the variable's type.
  case badValue(String, variable: String, type: String)
  /// The module's licence does not cover this appliance.
  case insufficientLicence(module: String)
  /// The module has no such entry point.
  case unknownEntryPoint(String, module: String)
  /// No call of this id runs.
  case unknownCall(String)
  /// An event was fired at an instance that is not active.
  case notActive(String)
  /// An XML-RPC call names no running instance's entry point.
  case unknownMethod(String)
  /// The function behind an XML-RPC call failed.
  case failed(Failure)
  /// The telephone system has no user of this login.
  case unknownUser(String)
  /// The run ended without a result: it waits for something that does not come.
  case stillWaiting(String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .importRefused(let key, let reason): "import refused (\(key)): \(reason)"
    case .replaceRefused(let id): "import refused: module \(id) is in the library and must not be replaced"
    case .unknownModule(let id): "no module '\(id)' in the library"
    case .unknownInstance(let id): "no instance '\(id)'"
    case .nameTaken(let name): "an instance named '\(name)' exists; instance names are unique, as RPC names hold them"
    case .unknownVariable(let name, let module): "module '\(module)' has no configuration variable '\(name)'"
    case .badValue(let text, let variable, let type): "'\(text)' is no \(type), which variable '\(variable)' needs"
    case .insufficientLicence(let module):
      "activation refused: insufficient module licence for '\(module)' (its noLicenseId does not match)"
    case .unknownEntryPoint(let name, let module): "module '\(module)' has no entry point '\(name)'"
    case .unknownCall(let id): "no call '\(id)' runs"
    case .notActive(let name): "instance '\(name)' is not active"
    case .unknownMethod(let name): "no XML-RPC method '\(name)': no active instance has such an entry point"
    case .failed(let failure): failure.exception.text
    case .unknownUser(let login): "the simulated telephone system has no user with login '\(login)'"
    case .stillWaiting(let name): "'\(name)' did not end: it waits"
    }
  }
}
