import Testing

/// Scenarios: what can happen in them, what can be expected, and what a failed expectation shows.
@Suite struct ScenarioTests {
  private func expectPass(_ scenario: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let run = try await Meter.run(scenario)
    #expect(run.status == 0, "\(run.output)\(run.errors)", sourceLocation: sourceLocation)
  }

  /// Each of these must fail the scenario, and say so.
  private func expectFailure(
    _ scenario: String,
    _ parts: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let run = try await Meter.run(scenario)
    #expect(run.status == 1, "\(run.output)\(run.errors)", sourceLocation: sourceLocation)
    for part in parts {
      #expect(run.output.contains(part), "'\(part)' is not in\n\(run.output)", sourceLocation: sourceLocation)
    }
  }

  @Test func `values, outputs, life and time hold`() async throws {
    try await expectPass(
      """
      clock: {start: 2026-03-29T00:30:00, zone: Europe/Berlin}
      instances: [{name: A, values: {LIMIT: 7}}, {name: B, active: false}]
      steps:
        - rpc: echo
          in: {text: hello}
          expect: {out: {echoed: hello}, values: {A: {LAST: hello, LIMIT: 7}}, took: 0}
        - advance: 30m
          expect:
            took: 30m
            log: [{INFO: polling 7, count: 3, instance: A, entryPoint: timer Poll}, absent: polling 3]
        - activate: B
          expect: {instances: {A: active, B: active}}
        - delete: A
          expect: {instances: {A: gone}}
        - rpc: echo
          instance: B
          in: {text: x}
          expect: {out: {echoed: {size: 1}}}
      expect: {clock: 30m}
      """
    )
  }

  @Test func `a failed expectation shows expected and actual, and the log around it`() async throws {
    let run = try await Meter.run(
      """
      steps:
        - change:
          values: {LIMIT: 4}
          expect:
            log: [INFO: polling 5]
        - rpc: echo
          in: {text: hello}
          expect: {out: {echoed: goodbye}}
      """
    )
    #expect(run.status == 1)
    #expect(
      run.output == """
        FAIL DIR/meter/scenarios/one.scenario.yml: one
             DIR/meter/scenarios/one.scenario.yml:5 after `change`: the log has no such line
               expected: a line INFO with a text with 'polling 5'
               actual:   none; the nearest is: INFO [onInstanceChanged] polling 4
               the log around it:
               | [2019-01-02 15:16:17,310] INFO [timer Poll] polling 3
               | [2019-01-02 15:16:17,310] INFO [onInstanceChanged] polling 4
             DIR/meter/scenarios/one.scenario.yml:8 after `rpc echo`: output 'echoed' differs
               expected: 'goodbye'
               actual:   'hello'

        """
    )
    #expect(run.errors.hasSuffix("1 of 1 scenario failed (seed 1)\n"))
  }

  @Test func `what is not so fails`() async throws {
    for (expectation, part) in [
      ("log: [absent: polling]", "a line that must not be there"), ("log: [{INFO: polling, count: 2}]", "actual:   1"),
      ("log: [{WARN: polling}]", "no such line"), ("instances: {Meter: inactive}", "actual:   active"),
      ("values: {Meter: {LIMIT: 5}}", "variable 'LIMIT' of 'Meter' differs"),
      ("values: {Meter: {LIMITS: 5}}", "no variable 'LIMITS'"), ("values: {Other: {LIMIT: 5}}", "no instance 'Other'"),
      ("clock: 5s", "the clock differs"), ("took: 5s", "the step's time differs"),
      ("refused: no", "the step was not refused so"), ("leftovers: [thread]", "left behind differs"),
      ("calls: [{function: starface.system/Log2, count: 3}]", "starface.system/Log2 was not called so"),
      ("calls: [{function: starface.system/Log2, at: 1s}]", "at 1s"), ("pbx: {calls: [a -> b]}", "the calls that run"),
      ("pbx: {users: {ada: {dnd: true}}}", "there is no user 'ada'"),
    ] {
      try await expectFailure("steps: [{change: , expect: {\(expectation)}}]", part)
    }
    try await expectFailure(
      "steps: [{rpc: echo, in: {text: a}, expect: {out: {other: 1}}}]",
      "there is no output 'other'"
    )
    try await expectFailure("steps: [{rpc: echo, in: {text: a}, expect: {fails: x}}]", "actual:   no failure")
    try await expectFailure(
      "steps: [{rpc: nothing}]",
      "the step was refused: module 'Meter' has no entry point 'rpc:nothing'"
    )
    try await expectFailure("steps: [{create: A}, {create: A}]", "the step was refused")
    try await expectFailure("instances: [{name: A, values: {NONE: 1}}]", "the appliance cannot be set up")
    try await expectFailure("mocks: [{function: starface.net/Email, outputs: {}}]", "answered no call")
  }

  @Test func `a line that is nearly right is shown`() async throws {
    for (expectation, near) in [
      ("{INFO: poling 3}", "none; the nearest is: INFO [onInstanceChanged] polling 3"),
      ("{WARN: polling 3}", "none; the text is there at another level: INFO [onInstanceChanged] polling 3"),
      ("{INFO: polling 3, entryPoint: rpc}", "none; the text is there of another entry point: INFO [onInst"),
      ("{INFO: polling 3, instance: Other}", "none; the text is there in the log of 'Meter': INFO [onInst"),
      ("{INFO: polling, entryPoint: timer}", "none; the text is there of another entry point: INFO [onInst"),
    ] {
      try await expectFailure(
        """
        instances: [{name: Meter}, {name: Other, active: false}]
        steps: [{change: , expect: {log: [\(expectation)]}}]
        """,
        near
      )
    }
    try await expectFailure(
      "steps: [{rpc: echo, in: {text: x}, expect: {log: [INFO: polling]}}]",
      "none; it is there before the step: INFO [timer Poll] polling 3"
    )
    try await expectFailure("steps: [{change: , expect: {log: [INFO: something else]}}]", "actual:   none\n")
  }

  /// Else a typing mistake would make them hold.
  @Test func `what looks at nothing does not hold`() async throws {
    try await expectFailure(
      "steps: [{change: , expect: {log: [{absent: x, instance: Metre}]}}]",
      "there is no instance 'Metre'"
    )
    try await expectFailure(
      "steps: [{change: , expect: {log: [{absent: x, entryPoint: timer Pol1}]}}]",
      "no entry point has 'timer Pol1' in its name"
    )
    try await expectPass("steps: [{change: , expect: {log: [{absent: x, entryPoint: rpc echo}]}}]")
  }

  @Test func `functions and parameters that no module has are told before anything runs`() async throws {
    let run = try await Meter.run(
      """
      mocks:
        - {function: ecko, outputs: {}}
        - {function: echo, when: {txt: a}, outputs: {echod: a}}
        - {function: starface.net/Email, outputs: {success: true}}
        - {function: other.module/f, outputs: {x: 1}}
      steps:
        - rpc: echo
          in: {txet: a}
          expect: {calls: [{function: speak, in: {text: a}}, {function: Log3, count: 0}]}
      """
    )
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ".scenario.yml").last ?? "" }
    #expect(
      lines == [
        ":2: there is no function 'ecko' (did you mean 'echo'?)",
        ":3: 'echo' has no input 'txt' (did you mean 'text'?)",
        ":3: 'echo' has no output 'echod' (did you mean 'echoed'?)",
        ":4: 'starface.net/Email' has no output 'success' (it has: successful)",
        ":7: 'rpc:echo' has no input 'txet' (did you mean 'text'?)", ":9: 'speak' has no input 'text' (it has none)",
        ":9: there is no function 'Log3' (did you mean 'Log'?)",
      ],
      "\(run.output)"
    )
  }

  @Test func `effects are refused, recorded or mocked, and told apart`() async throws {
    let recorded = "effects: {mail: recorded}\nsteps: [{rpc: report, in: {text: hi}, expect: "
    try await expectPass(recorded + "{effects: [{kind: mail, result: recorded, in: {subject: hi}, count: 1, at: 0}]}}]")
    try await expectPass(recorded + "{out: {sent: true}, calls: [{function: starface.net/Email, count: 1}]}}]")
    for (effects, part) in [
      ("[]", "mail recorded: starface.net.Email("), ("[{kind: http}]", "actual:   no such effect"),
      ("[{kind: mail, result: mocked}]", "expected: mail mocked()"), ("[{kind: mail, count: 2}]", "2 x mail()"),
      ("[{kind: mail, in: {subject: ho}}]", "expected: mail(subject: 'ho')"),
      ("[{kind: mail, at: 1s}]", "expected: mail() at 1s"),
      ("[{kind: mail, instance: Other}]", "expected: mail() of 'Other'"),
    ] { try await expectFailure(recorded + "{effects: \(effects)}}]", part) }
    let mocked = "mocks: [{function: starface.net/Email, outputs: {successful: false}}]\n"
    try await expectPass(
      mocked
        + "steps: [{rpc: report, in: {text: hi}, expect: {effects: [{kind: mail, result: mocked}], out: {sent: false}}}]"
    )
    try await expectPass(
      "steps: [{rpc: report, in: {text: hi}, expect: {fails: mail, effects: [{kind: mail, result: refused}]}}]"
    )
    try await expectPass("steps: [{rpc: echo, in: {text: hi}, expect: {effects: []}}]")
  }

  @Test func `an ERROR that no expectation names fails the scenario`() async throws {
    let call = "{rpc: report, in: {text: hi}"
    try await expectFailure("steps: [\(call)}]", "an ERROR that no expectation names")
    let fails = "mocks: [{function: starface.net/Email, failure: \"java.io.IOException: no route\"}]\n"
    try await expectFailure(fails + "steps: [\(call)}]", "[rpc report] Cause: java.io.IOException: no route")
    try await expectPass(fails + "steps: [\(call), expect: {fails: \"IOException: no route\"}}]")
    try await expectPass(fails + "steps: [\(call)}]\nexpect: {log: [{ERROR: no route, count: 1}]}")
  }

  @Test func `mocks answer by arguments and in sequence`() async throws {
    try await expectPass(
      """
      mocks:
        - function: starface.net/Email
          when: {subject: {contains: fire}}
          outputs: {successful: true}
        - function: starface.net/Email
          answers: [{outputs: {successful: false}, times: 2}, {failure: "java.io.IOException: gone"}]
          afterwards: again
      steps:
        - {rpc: report, in: {text: fire!}, expect: {out: {sent: true}}}
        - {rpc: report, in: {text: a}, expect: {out: {sent: false}}}
        - {rpc: report, in: {text: b}, expect: {out: {sent: false}}}
        - advance: 5s
        - {rpc: report, in: {text: c}, expect: {fails: gone}}
        - {rpc: report, in: {text: d}, expect: {out: {sent: false}}}
      expect:
        calls:
          - {function: starface.net/Email, count: 5, at: [0, 0, 0, 5s, 5s]}
          - {function: starface.net/Email, in: {subject: fire!, to: {contains: example}}, count: 1}
          - {function: starface.net/Email, in: {subject: e}, count: 0}
      """
    )
    try await expectFailure(
      """
      mocks:
        - function: starface.net/Email
          answers: [{outputs: {successful: true}}]
          afterwards: fail
      steps:
        - {rpc: report, in: {text: a}}
        - {rpc: report, in: {text: b}}
      """,
      "the scenario has no more answers for starface.net/Email"
    )
  }

  @Test func `a system start, a re-import and another log level`() async throws {
    try await expectPass(
      """
      steps:
        - logLevel: DEBUG
        - systemStart
        - change:
          expect: {log: [DEBUG: Entry point, absent: polling 9]}
        - logLevel: error
        - change:
          expect: {log: [absent: polling]}
        - reimport:
          expect: {instances: {Meter: inactive}, leftovers: []}
        - change:
          expect: {log: [absent: polling]}
        - activate
        - deactivate
      """
    )
  }

  @Test func `calls reach service entry points, events change the telephone system`() async throws {
    try await expectPass(
      """
      pbx:
        users: [{login: ada, number: 10}, {login: bob, number: 11}]
        groups: [{name: Sales, members: [ada, bob], loggedOff: bob}]
        services: [{number: "*77", service: Line}]
        calls: [{from: ada, to: "0721", id: talk}]
      steps:
        - call: {from: ada, to: "*77"}
          expect: {answered: false, log: [INFO: a call], timeline: [{contains: Line}]}
        - call: {from: "+49721", service: Line, do: [{wait: 1s}, hangUp]}
          expect: {log: [INFO: a call]}
        - event: {user: ada, dnd: true, presence: AWAY}
          expect: {pbx: {users: {ada: {dnd: true, presence: AWAY}, bob: {dnd: false}}}}
        - event: {group: Sales, logOn: bob, logOff: ada}
          expect: {pbx: {groups: {Sales: {loggedOn: [bob], members: [ada, bob]}}}}
        - event: {hangUp: talk}
          expect: {pbx: {calls: []}}
        - event: {hangUp: talk}
          expect: {refused: no call 'talk' runs}
      """
    )
    let call = "steps: [{call: {from: \"1\", service: Line}, expect: "
    for (claim, part) in [
      ("answered: true", "whether it was answered differs"), ("ending: caller", "the call's end differs"),
      ("lasted: 5s", "the call's length differs"), ("played: [hello.wav]", "expected: 'hello.wav'"),
      ("digits: 1", "the digits differs"), ("dialled: {\"10\": busy}", "the dial of 10 differs"),
      ("bridges: [ada]", "to whom it was connected differs"), ("listensTo: [ada]", "to whom the caller listened in"),
      ("conferences: [\"1\"]", "the conferences differs"), ("timeline: [dial]", "no such entry in this order"),
      ("timeline: [{matches: ended}, {matches: begins}]", "no such entry in this order"),
    ] { try await expectFailure(call + "{\(claim)}}]", part) }
    let state = """
      pbx:
        users: [{login: ada, redirects: [{when: BUSY, to: "9"}]}, {login: bob}]
        groups: [{name: Sales, members: [ada, bob], loggedOff: bob}]

      """
    func expected(_ claim: String) -> String { state + "steps: [{change: , expect: {pbx: {\(claim)}}}]" }
    for (claim, part) in [
      ("users: {ada: {dnd: true}}", "dnd of user 'ada' differs"),
      ("users: {ada: {presence: AWAY}}", "presence of user 'ada' differs"),
      ("users: {ada: {presenceMessage: lunch}}", "presenceMessage of user 'ada' differs"),
      ("users: {ada: {callWaiting: false}}", "callWaiting of user 'ada' differs"),
      ("users: {ada: {redirects: []}}", "the redirects of 'ada' differs"),
      ("users: {adda: {dnd: false}}", "there is no user 'adda'"),
      ("groups: {Sales: {members: [ada]}}", "the members of 'Sales' differs"),
      ("groups: {Sales: {loggedOn: [ada, bob]}}", "who is logged into 'Sales' differs"),
      ("groups: {Sales: {redirects: [BUSY 9]}}", "the redirects of 'Sales' differs"),
      ("groups: {Sale: {members: []}}", "there is no group 'Sale'"), ("actions: [SetDND]", "what modules did"),
    ] { try await expectFailure(expected(claim), part) }
    try await expectPass(expected("users: {ada: {redirects: [BUSY 9], dnd: false}}, groups: {Sales: {redirects: []}}"))
  }
}
