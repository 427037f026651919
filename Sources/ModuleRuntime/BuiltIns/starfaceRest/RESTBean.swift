/// An object of the platform's REST model: a user, a phone assignment, a redirection. Modules read it through a lens.
final class RESTBean: OpaqueObject, Sendable {
  // Values hold no list or map that anybody changes: see `JavaList` for the rest.
  let javaClass: String
  /// The properties by their REST names, in the model's order.
  let properties: [(name: String, value: Value)]

  init(_ javaClass: String, _ properties: [(String, Value)]) {
    self.javaClass = "de.starface.rest." + javaClass
    self.properties = properties.map { (name: $0.0, value: $0.1) }
  }

  var javaText: String {
    let type = javaClass.split(separator: ".").last ?? ""
    return "\(type)(" + properties.map { "\($0.name)=\($0.value.javaText)" }.joined(separator: ", ") + ")"
  }

  /// The property of a name as a lens' enumeration writes it: `firstName`, `FIRST_NAME`, `FIRSTNAME`.
  func property(_ name: String) -> Value? {
    let wanted = Self.plain(name)
    return properties.first { Self.plain($0.name) == wanted }?.value
  }

  /// The text of its `id`.
  var id: String? { property("id")?.text }

  private static func plain(_ name: String) -> String { name.filter { $0 != "_" }.lowercased() }
}

/// Who is logged into the REST interface: `AcquireAuthToken$AuthTokenWithHost`.
final class RESTToken: OpaqueObject, Sendable {
  let login: String
  let server: String

  init(login: String, server: String) {
    self.login = login
    self.server = server
  }

  let javaClass = "de.vertico.starface.module.core.runtime.functions.starfaceRest.AcquireAuthToken$AuthTokenWithHost"
  var javaText: String { "AuthTokenWithHost[\(login)@\(server)]" }
}
