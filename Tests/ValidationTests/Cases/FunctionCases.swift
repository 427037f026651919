import PackageFixtures
import ClassFiles
import ModuleDescriptors

extension Case {
  /// package-format.md sections 3.3 and 5: calls, functions, and the classes of Java functions.
  static let functions: [Case] = [
    Case(
      "a typo in a call's target",
      """
      error function.target.missing in module-descriptor.xml, Main > functionCall Helper
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        the function 'Helper' (id 'Helpr-id') is not in this module
        hint: did you mean 'Helper-id'?
      """
    ) { $0.add(Designer.call(SampleModule.id, "Helpr-id", name: "Helper")) },
    Case(
      "a target without an id",
      """
      error function.target.missing in module-descriptor.xml, Main > functionCall Helper
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        the target names no function: targetDomainId and targetId must not be empty
        hint: Correct the target, or add the function.
      """
    ) { $0.add(Designer.call(SampleModule.id, "", name: "Helper")) },
    Case(
      "an entry point whose function is gone",
      """
      error function.target.missing in module-descriptor.xml, SystemStarted
        at `<lifeCycleEntryPoint id="SystemStarted-id" name="SystemStarted">`
        the function 'Start' (id 'Start-id') is not in this module
        hint: Correct the target, or add the function.
      """
    ) { sample in
      sample.descriptor.entryPoints.append(Designer.stage(.systemStarted, "Start"))
    },
    Case(
      "a typo in a built-in group",
      """
      notice function.domain.unknown in module-descriptor.xml, Main > functionCall Log2
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        'starface.sytem' is no known group of built-in functions and no module's id
        hint: did you mean 'starface.system'?
      """
    ) { $0.add(Designer.call("starface.sytem", "Log2")) },
    Case(
      "a built-in group that nobody knows",
      """
      notice function.domain.unknown in module-descriptor.xml, Main > functionCall Guess
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        'starface.telepathy' is no known group of built-in functions and no module's id
      """
    ) { $0.add(Designer.call("starface.telepathy", "Guess")) },
    Case(
      "a group that is none",
      """
      notice function.domain.unknown in module-descriptor.xml, Main > functionCall Log2
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        'system' is no known group of built-in functions and no module's id
        hint: did you mean 'starface.system'?
      """
    ) { $0.add(Designer.call("system", "Log2")) },
    Case(
      "a call of another module",
      """
      notice function.module.needed in module-descriptor.xml, Main > functionCall Other
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        'Other' is a function of the module 88888888-2222-3333-4444-555555555555, which must be installed too
      """
    ) {
      $0.add(Designer.call("88888888-2222-3333-4444-555555555555", "Other-id", name: "Other"))
    },
    Case(
      "an argument that the function does not have",
      """
      warning function.argument.unknown in module-descriptor.xml, Main > functionCall Helper
        at `<variable id="querstion" label="querstion" name="querstion" type="STRING" valueB…`
        'Helper' has no input 'querstion'
        hint: its inputs: question
      warning function.argument.unknown in module-descriptor.xml, Main > functionCall Helper
        at `<variable id="reply" label="reply" name="reply" type="STRING" valueByReference="…`
        'Helper' has no output 'reply'
        hint: its outputs: answer
      """
    ) {
      $0.add(
        Designer.call(
          SampleModule.id,
          "Helper-id",
          ["question": .lit("?"), "querstion": .lit("!")],
          ["reply": ""],
          name: "Helper"
        )
      )
    },
    Case(
      "an argument left out",
      """
      notice function.argument.missing in module-descriptor.xml, Main > functionCall Helper
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        the call of 'Helper' does not pass 'question'
      """
    ) { $0.add(Designer.call(SampleModule.id, "Helper-id", name: "Helper")) },
    Case(
      "an output that is never set",
      """
      notice function.output.unassigned in module-descriptor.xml, Helper
        at `<variable id="reason-id" label="reason" name="reason" type="STRING" valueByRefer…`
        no statement sets the output 'reason' of 'Helper'
      """
    ) {
      $0[function: "Helper"].outputs.append(.variable(Designer.variable("reason", .string)))
    },
    Case("an output that a call sets") { sample in
      sample[function: "Helper"].outputs.append(.variable(Designer.variable("reason", .string)))
      sample[function: "Helper"].statements.append(
        Designer.call("starface.string", "Trim", ["string": .lit(" ")], ["result": "reason-id"])
      )
    },
    Case(
      "two functions of one name",
      """
      notice function.name.duplicate in module-descriptor.xml, Helper
        at `<function visibility="Public" createTime="0" id="twin-id" name="Helper" specVers…`
        two functions are named 'Helper'; the other one stands in line 503
      """
    ) { sample in
      var twin = sample[function: "Helper"]
      twin.id = "twin-id"
      twin.visibility = .public
      sample.descriptor.functions.append(twin)
    },
    Case(
      "a function that nothing starts",
      """
      notice function.unused in module-descriptor.xml, Lonely
        at `<function visibility="Private" createTime="0" id="Lonely-id" name="Lonely" specV…`
        nothing starts the function 'Lonely'
      """
    ) { sample in
      sample.descriptor.functions.append(Designer.function("Lonely", [Designer.log(.lit("?"))]))
    },
    Case(
      "two functions that only start each other",
      """
      notice function.unused in module-descriptor.xml, Ping
        at `<function visibility="Private" createTime="0" id="Ping-id" name="Ping" specVersi…`
        nothing starts the function 'Ping'
      notice function.unused in module-descriptor.xml, Pong
        at `<function visibility="Private" createTime="0" id="Pong-id" name="Pong" specVersi…`
        nothing starts the function 'Pong'
      """
    ) { sample in
      let pair = [("Ping", "Pong"), ("Pong", "Ping")]
      for (name, other) in pair {
        sample.descriptor.functions.append(
          Designer.function(name, [Designer.call(SampleModule.id, "\(other)-id", name: other)])
        )
      }
    },
    Case("a public function that nothing starts") { sample in
      sample.descriptor.functions.append(Designer.function("Open", visibility: .public, [Designer.log(.lit("?"))]))
    },
    Case(
      "a function that is switched off",
      """
      notice code.disabled in module-descriptor.xml, Helper
        at `<function visibility="Private" createTime="0" id="Helper-id" name="Helper" specV…`
        the function 'Helper' is switched off
      """
    ) { $0[function: "Helper"].disabled = true },
    Case(
      "a Java function without its class",
      """
      error function.class.missing in module-descriptor.xml, Worker
        at `<function visibility="Private" createTime="1700000000000" id="Worker" name="Work…`
        the Java function 'Worker' has no class: 'Worker.class' is not in the package
        hint: Add the class file, or remove the function.
      """
    ) { $0.package.entries["Worker.class"] = nil },
    Case(
      "a Java function whose named class is gone",
      """
      error function.class.missing in module-descriptor.xml, Worker
        at `<function visibility="Private" createTime="1700000000000" id="Worker" name="Work…`
        the Java function 'Worker' has no class: 'Wroker.class' or 'res/Wroker.class' is not in the package
        hint: Add the class file, or remove the function.
      """
    ) { sample in
      sample.package.entries["Worker.class"] = nil
      sample[function: "Worker"].implementationFile = "Wroker.class"
    },
    Case("a Java function whose class was uploaded") { sample in
      sample.package.entries["res/worker-id.class"] = sample.package.entries.removeValue(forKey: "Worker.class")
      sample.descriptor.resources.append(
        .file(FileResource(id: "worker-id", name: "Worker.class", fileExtension: "class"))
      )
    },
    Case(
      "a class of another name",
      """
      warning function.class.name in Worker.class
        the function 'Worker' is implemented by a class named 'Laborer'
      """
    ) { $0.setWorker { $0.name = "demo/Laborer" } },
    Case(
      "a class without @Function",
      """
      error function.annotation.missing in Worker.class
        the class of 'Worker' has no @Function annotation
        hint: Annotate the class with `@Function`.
      """
    ) { $0.setWorker { $0.isAnnotated = false } },
    Case(
      "a class that is not public",
      """
      error function.constructor.missing in Worker.class
        the class of 'Worker' is not public
        hint: Make the class public and give it a public constructor without parameters (or none at all).
      """
    ) { $0.setWorker { $0.flags = [.super] } },
    Case(
      "an abstract class",
      """
      error function.constructor.missing in Worker.class
        the class of 'Worker' is abstract
        hint: Make the class public and give it a public constructor without parameters (or none at all).
      """
    ) { $0.setWorker { $0.flags = [.public, .super, .abstract] } },
    Case(
      "a private constructor",
      """
      error function.constructor.missing in Worker.class
        the class of 'Worker' has no public constructor without parameters
        hint: Make the class public and give it a public constructor without parameters (or none at all).
      """
    ) { $0.setWorker { $0.constructorFlags = .private } },
    Case(
      "a class without the interface",
      """
      error function.interface.missing in Worker.class
        the class of 'Worker' implements neither IBaseExecutable nor IAGIJavaExecutable
        hint: Let the class implement `IBaseExecutable`, or `IAGIJavaExecutable` in call processing.
      """
    ) { $0.setWorker { $0.interfaces = [] } },
    Case("a class whose superclass has the interface") { sample in
      sample.setWorker {
        $0.superName = "demo/Base"; $0.interfaces = []
      }
      sample.package.entries["Base.class"] = try ClassBuilder(
        "demo/Base",
        interfaces: ["de/vertico/starface/module/core/runtime/IAGIJavaExecutable"],
        majorVersion: 52
      ).build()
    },
    Case("a class whose superclass lies outside") {
      $0.setWorker {
        $0.superName = "org/example/Base"; $0.interfaces = []
      }
    },
    Case(
      "a private input field",
      """
      error function.field.inaccessible in Worker.class
        the annotated field 'number' is not public
        hint: Make the field `public`, neither `static` nor `final`.
      """
    ) { $0.setWorker { $0.inputFlags = .private } },
    Case(
      "a static output field",
      """
      error function.field.inaccessible in Worker.class
        the annotated field 'twice' is static
        hint: Make the field `public`, neither `static` nor `final`.
      """
    ) { $0.setWorker { $0.outputFlags = [.public, .static] } },
    Case(
      "an input field of another name",
      """
      warning function.parameters.differ in module-descriptor.xml, Worker
        at `<function visibility="Private" createTime="1700000000000" id="Worker" name="Work…`
        'Worker': the class has no annotated field for the input 'number'
      warning function.parameters.differ in module-descriptor.xml, Worker
        at `<function visibility="Private" createTime="1700000000000" id="Worker" name="Work…`
        'Worker': the input 'value' of the class is not declared here
      """
    ) { $0.setWorker { $0.inputName = "value" } },
    Case(
      "an input field of another type",
      """
      warning function.parameters.differ in module-descriptor.xml, Worker
        at `<function visibility="Private" createTime="1700000000000" id="Worker" name="Work…`
        'Worker': the input 'number' is NUMBER here and STRING in the class
      """
    ) { $0.setWorker { $0.inputType = "Ljava/lang/String;" } },
    Case(
      "an input that takes no literal",
      """
      warning function.parameters.differ in module-descriptor.xml, Worker
        at `<function visibility="Private" createTime="1700000000000" id="Worker" name="Work…`
        'Worker': descriptor and class disagree whether 'number' takes a literal
      """
    ) {
      $0.setWorker { $0.inputElements = [.init("valueByValueAllowed", .boolean(false))] }
    },
    Case("an input that states its type") {
      $0.setWorker {
        $0.inputType = "Ljava/lang/Object;"
        $0.inputElements = [
          .init("type", .enumConstant(type: "Lde/vertico/starface/module/core/model/VariableType;", name: "NUMBER"))
        ]
      }
    },
  ]
}

extension SampleModule {
  /// Makes the Java function's class anew.
  mutating func setWorker(_ change: (inout JavaWorker) -> Void) {
    var worker = JavaWorker()
    change(&worker)
    package.entries["Worker.class"] = try? worker.bytes()
  }
}
