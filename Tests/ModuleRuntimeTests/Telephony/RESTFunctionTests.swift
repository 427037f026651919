import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Requests to the REST interface and the lenses that read what they give.
@Suite struct RESTFunctionTests {
  typealias D = Designer

  /// Logs in, then asks; `_object` is the object or list, whose text and status are logged.
  private func ask(
    _ id: String,
    _ inputs: [String: String] = [:],
    _ output: String,
    then statements: [Statement] = []
  ) async throws -> [String] {
    let token = D.call(
      "starface.starfaceRest",
      "AcquireAuthToken",
      [
        ("username", .string, .lit("0001")), ("password", .string, .lit("secret")),
        ("serverUrl", .string, .lit("https://pbx")),
      ],
      out: [("authToken", "_token")]
    )
    let request = D.call(
      "starface.starfaceRest",
      id,
      [("authToken", .object, .ref("_token"))]
        + inputs.sorted { $0.key < $1.key }.map { ($0.key, .string, .lit($0.value)) },
      out: [(output, "_object"), ("httpStatusCode", "_status")]
    )
    return try await D.run(
      configuration: RuntimeConfiguration(pbx: Appliance.state),
      [token, request, D.log(.ref("_status"))] + statements
    )
  }

  private static func lens(_ type: String, _ object: String, _ name: String, _ property: String, _ output: String)
    -> [Statement]
  {
    [
      D.call(
        "starface.starfaceRest",
        "\(type)ReadLens",
        [(object, .object, .ref("_object")), (name, .string, .lit(property))],
        out: [(output, "_value")]
      ), D.log(.ref("_value")),
    ]
  }

  @Test func `a user is read through a lens`() async throws {
    let lens = Self.lens("User", "user", "userPropertyName", "FAMILYNAME", "userPropertyValue")
    #expect(try await ask("GetUserRequest", ["userId": "1"], "user", then: lens) == ["INFO 200", "INFO Lovelace"])
    #expect(try await ask("GetUserRequest", ["userId": "9"], "user") == ["INFO 404"])
    let unknown = Self.lens("User", "user", "userPropertyName", "SHOESIZE", "userPropertyValue")
    let lines = try await ask("GetUserRequest", ["userId": "1"], "user", then: unknown)
    #expect(lines.last?.contains("User has no property 'SHOESIZE': id, login, firstName") == true)
    let wrong = Self.lens("FmcPhone", "fmcPhone", "propertyName", "ID", "propertyValue")
    let mixed = try await ask("GetUserRequest", ["userId": "1"], "user", then: wrong)
    #expect(mixed.last?.contains("java.lang.ClassCastException") == true)
  }

  @Test func `without a login a request is refused`() async throws {
    let lines = try await D.run(
      configuration: RuntimeConfiguration(pbx: Appliance.state),
      D.ask("starfaceRest", "AcquireAuthToken", ["username": "0001", "password": "wrong"], "authToken")
        + D.ask("starfaceRest", "GetUserListRequest", ["searchTerm": ""], "foundUsers", "httpStatusCode")
    )
    #expect(lines == ["INFO ", "INFO [] 401"])
  }

  @Test func `lists of users, phones, keys, redirects`() async throws {
    let count = [
      D.call("starface.collection.list", "Size", [("list", .object, .ref("_object"))], out: [("size", "_size")]),
      D.log(.ref("_size")),
    ]
    let cases: [(String, [String: String], String, String)] = [
      ("GetUserListRequest", ["searchTerm": "hop"], "foundUsers", "1"),
      ("ListAssignedPhonesRequest", ["userId": "1"], "foundPhoneAssignments", "2"),
      ("GetNumbersForAssignedPhoneRequest", ["userId": "1", "phoneId": "11"], "foundNumberForPhoneAssignments", "2"),
      ("GetFunctionKeysRequest", ["userId": "1"], "functionKeys", "2"),
      ("GetRedirectListRequest", ["userId": "2"], "redirectObject", "1"),
      ("GetFmcPhonesListRequest", ["userId": "1"], "ifmcPhones", "1"),
    ]
    for (id, inputs, output, size) in cases {
      #expect(try await ask(id, inputs, output, then: count) == ["INFO 200", "INFO \(size)"], "\(id)")
    }
    #expect(cases.count == 6)
  }

  @Test func `single objects and their lenses`() async throws {
    let phone = Self.lens(
      "PhoneAssignment",
      "phoneAssignment",
      "phoneAssignmentPropertyName",
      "PHONE_NAME",
      "phoneAssignmentPropertyValue"
    )
    #expect(
      try await ask("GetPhoneAssignmentRequest", ["userId": "1", "phoneId": "12"], "phoneAssignment", then: phone)
        == ["INFO 200", "INFO SIP/0001.mobile"]
    )
    let config = Self.lens(
      "PhoneConfig",
      "phoneConfig",
      "phoneConfigPropertyName",
      "PRIMARYPHONEID",
      "phoneConfigPropertyValue"
    )
    #expect(
      try await ask("GetPhoneConfigRequest", ["userId": "1"], "phoneConfig", then: config) == ["INFO 200", "INFO 11"]
    )
    let redirect = Self.lens("Redirection", "redirectObject", "propertyName", "ENABLED", "propertyValue")
    #expect(
      try await ask("GetRedirectRequest", ["userId": "2", "redirectId": "2-1"], "redirectObject", then: redirect)
        == ["INFO 200", "INFO true"]
    )
    let mobile = Self.lens("FmcPhone", "fmcPhone", "propertyName", "NUMBER", "propertyValue")
    #expect(
      try await ask("GetFmcPhoneRequest", ["userId": "1", "fmcId": "12"], "fmcPhone", then: mobile)
        == ["INFO 200", "INFO +491700000001"]
    )
  }
}
