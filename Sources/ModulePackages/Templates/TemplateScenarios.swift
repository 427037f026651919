/// The first scenario of each template, for `sfm test`.
enum TemplateScenarios {
  static let designer = """
    # `sfm test` runs it; the samples of sfm show what else a scenario can do.
    name: Greets whom it is told to

    steps:
      - deactivate
      - activate:
        expect:
          log: [INFO: Hello world!]
      - change:
        values: {NAME: Ada}
        expect:
          log: [INFO: the name is now Ada]

    """

  static let java = """
    # `sfm test` runs it. Java functions are linked, not run; `java: jvm` runs them for real.
    name: Asks the Java function once, when it is activated

    steps:
      - deactivate
      - activate:
        expect:
          calls: [{function: Shout, in: {text: hello}, count: 1}]

    """

  static let call = """
    # `sfm test` runs it; the samples of sfm show whole calls.
    name: Logs a call to its number

    pbx:
      users: [{login: "0001", firstName: Ada, lastName: Lovelace, number: "10"}]
      services: [{number: "*80", service: reception}]

    steps:
      - call:
          from: "0001"
          to: "*80"
        expect:
          log: [INFO: A call has come in]

    """

  /// - Parameter answer: what the function answers, as YAML writes it.
  static func rpc(answer: String) -> String {
    """
    # `sfm test` runs it.
    name: Tells who asks, and what it is

    steps:
      - rpc: status
        in: {name: Ada}
        expect:
          out: {text: \(answer), success: true}

    """
  }
}
