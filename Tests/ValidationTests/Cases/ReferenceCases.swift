import PackageFixtures
import ModuleDescriptors

extension Case {
  /// package-format.md sections 3.4 and 4: variables, functions, resources and their references.
  static let references: [Case] = [
    Case(
      "a typo in a reference",
      """
      error descriptor.reference.dangling in module-descriptor.xml, Main > functionCall Log
        at `<item>`
        variable 'txet', referenced in 'messages', not found
        hint: did you mean 'text'?
      """
    ) { $0.add(Designer.log(.ref("txet"))) },
    Case(
      "a reference to nothing, like nothing",
      """
      error descriptor.reference.dangling in module-descriptor.xml, Main > varAssign
        at `<variable id="value" label="value" name="value" type="OBJECT" valueByReference="…`
        variable 'somethingElse', referenced in 'value', not found
        hint: Correct the id or name, or declare the variable with a `typedVarDef` before it is used.
      """
    ) { $0.add(Designer.assign("text", .ref("somethingElse"))) },
    Case(
      "an assignment to an undeclared variable",
      """
      error descriptor.reference.dangling in module-descriptor.xml, Main > varAssign
        at `<variable id="target" label="target" name="target" type="OBJECT" valueByReferenc…`
        variable '_new', referenced in 'target', not found
        hint: Correct the id or name, or declare the variable with a `typedVarDef` before it is used.
      """
    ) { $0.add(Designer.assign("_new", .lit("1"))) },
    Case(
      "a typo in a condition",
      """
      error descriptor.reference.dangling in module-descriptor.xml, Main > if2
        at `<variables name="operand" type="OBJECT" valueByReference="true" valueByReference…`
        variable 'Greting', referenced in 'operand', not found
        hint: did you mean 'Greeting'?
      """
    ) {
      $0.add(Designer.if(.test(TestExpression(.isTrue, [Designer.operand(.ref("Greting"))])), [Designer.comment("?")]))
    },
    Case("a reference by name") { $0.add(Designer.log(.ref("Greeting"))) },
    Case("a receiver declares its variable") {
      $0.add(
        Designer.call("starface.string", "Trim", ["string": .ref("text")], ["result": "_mine"]),
        Designer.log(.ref("_mine"))
      )
    },
    Case(
      "two module variables of one name, and a reference by it",
      """
      warning descriptor.name.duplicate in module-descriptor.xml
        at `<variable id="twin-id" label="Greeting" name="Greeting" type="STRING" valueByRef…`
        two module variables are named 'Greeting'; the other one stands in line 7
      warning descriptor.reference.ambiguous in module-descriptor.xml, Main > functionCall Log
        at `<item>`
        'Greeting' may mean 2 variables (line 7, line 27)
      """
    ) { sample in
      var twin = Designer.variable("Greeting", .string)
      twin.id = "twin-id"
      sample.descriptor.inputs.append(.variable(twin))
      sample.fields.append(.known(Designer.field(.textInput, "Twin", "twin-id")))
      sample.add(Designer.log(.ref("Greeting")))
    },
    Case(
      "a variable read before its declaration",
      """
      warning descriptor.reference.early in module-descriptor.xml, Main > functionCall Log
        at `<item>`
        'late' is read here, but declared only in line 517
      """
    ) { sample in
      sample.main.insert(Designer.log(.ref("late")), at: 1)
      sample.add(Designer.define("late", .string), Designer.log(.ref("late")))
    },
    Case("a variable of the round before, in a loop") { sample in
      sample.add(
        Designer.forEach(
          list: .ref("Names-id"),
          [
            Designer.log(.ref("_previous")),
            Designer.call("starface.string", "Trim", ["string": .ref("foreach_entry")], ["result": "_previous"]),
          ]
        )
      )
    },
    Case(
      "a loop variable outside of its loop",
      """
      warning descriptor.reference.loop in module-descriptor.xml, Main > functionCall Log
        at `<item>`
        'foreach_entry' is used where no loop binds it
      """
    ) { $0.add(Designer.log(.ref("foreach_entry"))) },
    Case(
      "a map's loop variable in a list's loop",
      """
      warning descriptor.reference.loop in module-descriptor.xml, Main > forEachInList > functionCall Log
        at `<item>`
        'foreach_key' is used where no loop binds it
      """
    ) {
      $0.add(Designer.forEach(list: .ref("Names-id"), [Designer.log(.ref("foreach_key"))]))
    },
    Case(
      "two module variables of one id",
      """
      warning descriptor.id.duplicate in module-descriptor.xml
        at `<variable id="Greeting-id" label="Other" name="Other" type="STRING" valueByRefer…`
        two module variables have the id 'Greeting-id'; the first stands in line 7
      """
    ) { sample in
      var twin = Designer.variable("Other", .string)
      twin.id = "Greeting-id"
      sample.descriptor.inputs.append(.variable(twin))
    },
    Case(
      "two functions of one id",
      """
      warning descriptor.id.duplicate in module-descriptor.xml
        at `<function visibility="Public" createTime="0" id="Helper-id" name="Twin" specVers…`
        two functions have the id 'Helper-id'; the first stands in line 503
      """
    ) { sample in
      var twin = sample[function: "Helper"]
      twin.name = "Twin"
      twin.visibility = .public
      sample.descriptor.functions.append(twin)
    },
    Case(
      "a list variable whose resource is gone",
      """
      error descriptor.resource.dangling in module-descriptor.xml
        at `<variable id="Names-id" label="Names" name="Names" type="LIST" valueByReference=…`
        the variable 'Names' names the resource 'names-id', which the module does not have
        hint: Add the resource, or empty the variable.
      """
    ) { $0.descriptor.resources.removeAll { $0.id == "names-id" } },
    Case("an empty list variable") { sample in
      sample.descriptor.resources.removeAll { $0.id == "names-id" }
      sample.setVariable("Names") { $0.value = "" }
    },
    Case(
      "a map variable that names a list",
      """
      warning descriptor.resource.kind in module-descriptor.xml
        at `<variable id="Codes-id" label="Codes" name="Codes" type="MAP" valueByReference="…`
        the MAP variable 'Codes' names a <listResource>
      """
    ) { sample in
      sample.descriptor.resources.removeAll { $0.id == "codes-id" }
      sample.setVariable("Codes") { $0.value = "names-id" }
    },
    Case(
      "a file resource without its entry",
      """
      error resource.file.missing in module-descriptor.xml
        at `<file locale="" type="BINARY" id="tone-id" name="tone">`
        the file 'tone' should lie at 'res/tone-id.wav', which the package does not have
        hint: Add the entry, or remove the resource.
      """
    ) { $0.package.entries["res/tone-id.wav"] = nil },
    Case(
      "an entry in res that no resource names",
      """
      notice resource.entry.orphan in res/lost.wav
        no file resource of the descriptor names 'res/lost.wav'
      """
    ) { $0.package.entries["res/lost.wav"] = [1] },
    Case(
      "two inputs of one name",
      """
      warning descriptor.name.duplicate in module-descriptor.xml, Helper
        at `<variable id="twin-id" label="question" name="question" type="STRING" valueByRef…`
        two inputs are named 'question'; the other one stands in line 508
      warning descriptor.reference.ambiguous in module-descriptor.xml, Helper > varAssign
        at `<variable id="value" label="value" name="value" type="OBJECT" valueByReference="…`
        'question' may mean 2 variables (line 508, line 512)
      """
    ) { sample in
      var twin = Designer.variable("question", .string)
      twin.id = "twin-id"
      sample[function: "Helper"].inputs.append(.variable(twin))
    },
    Case(
      "a number that is none",
      """
      warning variable.value.invalid in module-descriptor.xml
        at `<variable id="Rate-id" label="Rate" name="Rate" type="NUMBER" valueByReference="…`
        'Rate' is a NUMBER, but its value is 'two'; expected a number, such as 12 or 1.5
      """
    ) { $0.setVariable("Rate") { $0.value = "two" } },
    Case("a number with a sign, a point and an exponent") { sample in
      sample.add(Designer.define("a", .number, "-1.5"), Designer.log(.ref("a")))
      sample.add(Designer.define("b", .number, "+2e3"), Designer.log(.ref("b")))
    },
    Case(
      "a truth that is none, as a default",
      """
      warning variable.value.invalid in module-descriptor.xml, Main > typedVarDef on
        at `<typedVarDef type="BOOLEAN" variableName="on" createTime="0" id="on-local" name=…`
        'on' is a BOOLEAN, but its value is 'yes'; expected true or false
      """
    ) { sample in
      sample.add(Designer.define("on", .boolean, "yes"), Designer.log(.ref("on")))
    },
    Case(
      "a number passed as text",
      """
      warning variable.value.invalid in module-descriptor.xml, Main > functionCall Worker
        at `<variable id="number" label="number" name="number" type="NUMBER" valueByReferenc…`
        'number' is a NUMBER, but its value is 'many'; expected a number, such as 12 or 1.5
      """
    ) { sample in
      sample.add(
        .functionCall(
          FunctionCall(
            Designer.head("call"),
            interface: Interface(inputs: [.variable(Designer.argument("number", .lit("many"), .number))]),
            target: Target(domainID: SampleModule.id, id: "Worker", name: "Worker")
          )
        )
      )
    },
    Case(
      "a typo in a type",
      """
      notice variable.type.unknown in module-descriptor.xml, Main > typedVarDef odd
        at `<typedVarDef type="STIRNG" variableName="odd" createTime="0" id="odd-local" name…`
        'odd' has the type 'STIRNG', which no known package uses
        hint: did you mean 'STRING'?
      """
    ) { sample in
      sample.add(Designer.define("odd", VariableType(rawValue: "STIRNG"), "x"), Designer.log(.ref("odd")))
    },
  ]
}

extension SampleModule {
  /// Changes a module variable.
  mutating func setVariable(_ name: String, _ change: (inout Variable) -> Void) {
    for (index, input) in descriptor.inputs.enumerated() where input.name == name {
      guard var variable = input.variable else { continue }
      change(&variable)
      descriptor.inputs[index] = .variable(variable)
    }
  }
}
