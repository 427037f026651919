import ClassFiles
import Findings
import ModuleDescriptors
import ModulePackages
import PackageFixtures
import Testing
import Validation

/// Modules that trip a rule at thousands of places, or make a rule compare everything with everything: what is found is
/// counted to the last one, what is told is bounded, and neither takes the square of anything.
@Suite(.timeLimit(.minutes(1))) struct BombTests {
  /// How many findings of a rule there are, and how many of them are told.
  private func count(
    _ rule: RuleID,
    _ change: (inout SampleModule) -> Void
  ) throws -> (all: Int, told: Int, longest: Int) {
    var sample = try SampleModule()
    change(&sample)
    let package = PackageReader.read(bytes: try sample.bytes(), path: "bomb.sfm").package
    #expect(package.descriptor != nil, "\(package.findings.map(\.message))")
    let all = Validator.findings(in: package)
    let found = all.filter { $0.rule == rule }
    return (
      all: found.reduce(0) { $0 + $1.occurrences }, told: found.count,
      longest: all.map { max($0.message.count, $0.hint?.count ?? 0) }.max() ?? 0
    )
  }

  private func inputs(_ count: Int, _ name: (Int) -> String) -> [Variable] {
    (0..<count).map { Designer.variable(name($0), .string) }
  }

  @Test func thousandsOfOneFindingAreCounted() throws {
    let found = try count("function.target.missing") { sample in
      for number in 0..<1_200 { sample.add(Designer.call(SampleModule.id, "nowhere\(number)", [:], [:])) }
    }
    #expect(found.all == 1_200)
    #expect(found.told == 501)
  }

  /// Statements that may each mean every one of thousands of variables.
  @Test func aNameOfThousandsOfVariables() throws {
    let found = try count("descriptor.reference.ambiguous") { sample in
      for number in 0..<1_500 {
        sample.descriptor.inputs.append(
          .variable(Variable(id: "same\(number)", name: "same", type: .string, value: "", label: "same"))
        )
        sample.add(Designer.assign("text", .ref("same")))
      }
    }
    #expect(found.all == 1_500)
    #expect(found.longest < 400)
  }

  /// Locals of one name: a reference means the last one declared before it.
  @Test func thousandsOfLocalsOfOneName() throws {
    let early = try count("descriptor.reference.early") { sample in
      sample.add(Designer.assign("text", .ref("late")))
      for _ in 0..<1_500 { sample.add(Designer.define("late", .string, ""), Designer.assign("text", .ref("late"))) }
    }
    #expect(early.all == 1)
    let unused = try count("variable.unused") { sample in
      for number in 0..<1_500 {
        sample.add(Designer.define("once", .string, "\(number)"))
      }
      sample.add(Designer.assign("text", .ref("once")))
    }
    #expect(unused.all == 1_499)
  }

  @Test func callsThatPassNothingOfThousandsOfInputs() throws {
    let found = try count("function.argument.missing") { sample in
      sample.descriptor.functions.append(
        Designer.function("Wide", inputs: inputs(2_000) { "in\($0)" }, outputs: [], [Designer.comment("none")])
      )
      for _ in 0..<1_500 {
        sample.add(Designer.call(SampleModule.id, "Wide-id", ["in7": .lit(""), "other": .lit("")], [:], name: "Wide"))
      }
    }
    #expect(found.all == 1_500)
    #expect(found.longest < 600)
  }

  @Test func aFunctionOfThousandsOfInputsAtThousandsOfEntryPoints() throws {
    let found = try count("entrypoint.inputs.present") { sample in
      sample.descriptor.functions.append(
        Designer.function("Wide", inputs: inputs(2_000) { "in\($0)" }, outputs: [], [Designer.comment("none")])
      )
      for _ in 0..<1_500 { sample.descriptor.entryPoints.append(Designer.stage(.instanceCreated, "Wide")) }
    }
    #expect(found.all == 1_500)
    #expect(found.longest < 600)
  }

  /// Thousands of texts, each in a language of its own.
  @Test func aLanguageForEachText() throws {
    let found = try count("page.language.incomplete") { sample in
      for number in 0..<2_000 {
        sample.changeField("Greeting-id") { field in
          var text = Designer.text("inputguitab.x.name{\(number)}", .name, "a", "b")
          for index in text.translations.indices { text.translations[index].language = "l\(number)-\(index)" }
          field.texts.append(text)
        }
      }
    }
    #expect(found.all == 4_001)
  }

  /// Tags that never end, and words that nearly are event handlers.
  @Test(arguments: ["<a", "<a on ", "<on ", "<onx ", "on = <a", "<javascript", "<a j"])
  func tagsThatNeverEnd(_ part: String) throws {
    let text = String(repeating: part, count: 200_000)
    let found = try count("page.html.active") { $0.descriptor.description = text }
    #expect(found.all == 0)
    let active = try count("page.html.active") { $0.descriptor.description = text + "<b onclick=''>" }
    #expect(active.all == 1)
  }

  /// Thousands of words that are nearly known: the search for what was meant has one bound for all rules.
  @Test func thousandsOfNearlyKnownWords() throws {
    let long = String(repeating: "x", count: 200)
    let found = try count("function.domain.unknown") { sample in
      sample.add(Designer.call("starface.strin", "A", [:], [:]))
      for number in 0..<1_500 { sample.add(Designer.call("starface.\(long)\(number)", "A", [:], [:])) }
    }
    #expect(found.all == 1_501)
    #expect(found.told == 501)
  }

  /// Each class extends the next one, and each is a function: who implements what is found once, from above.
  @Test func aLineOfThousandsOfClasses() throws {
    let most = 1_500
    let found = try count("function.interface.missing") { sample in
      for number in 0..<most {
        let above = number + 1 < most ? "demo/K\(number + 1)" : "java/lang/Object"
        let builder = ClassBuilder("demo/K\(number)", superName: above, majorVersion: 52)
        sample.package.entries["K\(number).class"] = try? builder.build()
        sample.descriptor.functions.append(
          .java(simpleName: "K\(number)", interface: Interface(), createTime: 0, implementationFile: nil)
        )
      }
    }
    #expect(found.all == most)
  }

  /// A class file may have 65,535 fields; of those that are not read nothing is said, but that they are not.
  @Test func aFunctionOfMoreParametersThanAreRead() throws {
    func worker(_ count: Int) -> (inout SampleModule) -> Void {
      { sample in sample.setWorker { $0.moreInputs = count } }
    }
    // The sample's own two count with them.
    let most = JavaFunctionSignature.mostParameters - 2
    #expect(try count("function.parameters.many", worker(most)).all == 0)
    #expect(try count("function.parameters.many", worker(60_000)).all == 1)
    #expect(try count("function.parameters.differ", worker(60_000)).all == most)
    var sample = try SampleModule()
    worker(most + 7)(&sample)
    let package = PackageReader.read(bytes: try sample.bytes(), path: "bomb.sfm").package
    let finding = Validator.findings(in: package).first { $0.rule == "function.parameters.many" }
    #expect(
      finding?.message == "the class of 'Worker' has 1007 annotated fields, of which the first 1000 are looked at"
    )
    #expect(finding?.symbol == "demo/Worker")
  }

  @Test func aNameOfAMegabyteIsToldShortly() throws {
    let found = try count("descriptor.reference.dangling") { sample in
      sample.descriptor.functions.append(
        Designer.function(
          String(repeating: "N", count: 1_000_000),
          (0..<600).map { Designer.assign("nowhere", .ref("nothing\($0)")) }
        )
      )
    }
    #expect(found.all == 1_200)
    #expect(found.longest <= 1_000)
  }
}
