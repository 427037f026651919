import InterfaceManifests
import Testing

/// What may be concluded from an observed line (design.md, "Manifests").
@Suite struct KnowledgeTests {
  static let environment = "de/vertico/starface/module/core/runtime/IRuntimeEnvironment"
  static let oldLog = "()Lorg/apache/commons/logging/Log;"
  static let newLog = "()Lorg/apache/logging/log4j/Logger;"

  static func ask(
    _ view: ManifestView,
    _ owner: String,
    _ name: String,
    _ descriptor: String,
    isStatic: Bool? = false,
    ownerIsInterface: Bool? = nil
  ) -> MemberKnowledge {
    view.knowledge(
      ofMember: name,
      descriptor,
      in: owner,
      isStatic: isStatic,
      ownerIsInterface: ownerIsInterface
    )
  }

  static func isContradicted(_ knowledge: MemberKnowledge) -> Bool {
    if case .contradicted = knowledge { return true }
    return false
  }

  /// Up to 7.2 `getLog` returns commons-logging's `Log`, from 7.3 on log4j's `Logger`.
  @Test func getLog() throws {
    let line = try PlatformLine.starface()
    var old = 0
    for view in line.concreteViews {
      let isOld = view.version < PlatformVersion(components: [7, 3])
      old += isOld ? 1 : 0
      let good = Self.ask(view, Self.environment, "getLog", isOld ? Self.oldLog : Self.newLog, ownerIsInterface: true)
      let bad = Self.ask(view, Self.environment, "getLog", isOld ? Self.newLog : Self.oldLog, ownerIsInterface: true)
      guard case .present = good else {
        Issue.record("\(view.version): \(good)")
        continue
      }
      guard case .contradicted(let break_) = bad else {
        Issue.record("\(view.version): \(bad)")
        continue
      }
      #expect(break_.kind == .otherType)
      #expect(break_.known?.descriptor.string == (isOld ? Self.oldLog : Self.newLog))
      if isOld {
        #expect(break_.firstGood?.description == "7.3.0.5" && break_.lastGood == nil)
      } else {
        #expect(break_.since.description == "7.3.0.5" && break_.lastGood?.description == "7.2.1.1")
      }
    }
    #expect(old == 10 && line.concreteViews.count == 19)
  }

  /// 7.2.0.5 was never seen to have `getLog`, but the versions around it were.
  @Test func inferredBetween() throws {
    let line = try PlatformLine.starface()
    let view = try line.newest(matching: PlatformVersion(components: [7, 2, 0, 5]))
    guard case .present(.inferred(let after, let before)) = Self.ask(view, Self.environment, "getLog", Self.oldLog)
    else {
      Issue.record("not inferred")
      return
    }
    #expect(after.description == "7.2.0.4" && before.description == "7.2.1.1")
  }

  /// Every observed fact is present at its own version: no working package is accused.
  @Test func noFactIsAccused() throws {
    let line = try PlatformLine.starface()
    var count = 0
    for view in line.views {
      for fact in view.manifest().classes {
        for member in fact.members {
          count += 1
          guard
            case .present = Self.ask(
              view,
              fact.name,
              member.name,
              member.descriptor,
              isStatic: member.flags.contains(.static),
              ownerIsInterface: fact.flags.contains(.kindUnknown) ? nil : fact.flags.contains(.interface)
            )
          else {
            Issue.record("\(view.version) \(fact.name).\(member.name)")
            continue
          }
        }
      }
    }
    #expect(count > 1300)
  }

  /// Without what a version itself testifies, nothing that works there is accused: the rest of the line does not
  /// conclude more than it may. Likewise without what the line knows of a member at all versions.
  @Test func leaveOneVersionOut() throws {
    let all = try PlatformDataTests.manifests(in: "starface")
    var count = 0
    for (index, left) in all.enumerated() {
      var others = all
      others[index].classes = []
      let line = try PlatformLine.open(bytes: LineCompiler.compile(others))
      let view = try #require(line.view(left.version))
      for fact in left.classes {
        for member in fact.members {
          count += 1
          let knowledge = Self.ask(
            view,
            fact.name,
            member.name,
            member.descriptor,
            isStatic: member.flags.contains(.static),
            ownerIsInterface: fact.flags.contains(.kindUnknown) ? nil : fact.flags.contains(.interface)
          )
          #expect(!Self.isContradicted(knowledge), "\(left.version) \(fact.name).\(member.name)")
        }
      }
    }
    #expect(count > 1300)
  }

  /// A member in a made-up line: which versions have it, and as what.
  struct Sighting: Sendable {
    let versions: [String]
    let descriptor: String
    var flags: ManifestFlags = .public
    var owner: ManifestFlags = [.public]
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let sightings: [Sighting]
    /// The verdict on `()I`, called on an instance of a class, at each version in order.
    let verdicts: String
    var testDescription: String { name }
  }

  /// The versions of the made-up line.
  static let versions = ["1.0", "2.0", "3.0", "3.x", "4.0", "5.0"]

  /// `p` present, `c` contradicted, `-` unknown.
  static let cases: [Case] = [
    Case(name: "never seen", sightings: [], verdicts: "------"),
    Case(name: "seen once", sightings: [Sighting(versions: ["2.0"], descriptor: "()I")], verdicts: "-p----"),
    Case(
      name: "inferred between",
      sightings: [Sighting(versions: ["1.0", "5.0"], descriptor: "()I")],
      verdicts: "pppppp"
    ),
    Case(
      name: "replaced, gap unknown",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"), Sighting(versions: ["4.0", "5.0"], descriptor: "()J"),
      ],
      verdicts: "p---cc"
    ),
    Case(
      name: "replaced, inferred",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"), Sighting(versions: ["2.0", "5.0"], descriptor: "()J"),
      ],
      verdicts: "pccccc"
    ),
    Case(
      name: "both at one version",
      sightings: [
        Sighting(versions: ["1.0", "2.0"], descriptor: "()I"), Sighting(versions: ["2.0", "5.0"], descriptor: "()J"),
      ],
      verdicts: "pp----"
    ),
    Case(
      name: "both by inference",
      sightings: [
        Sighting(versions: ["1.0", "3.0"], descriptor: "()I"), Sighting(versions: ["2.0", "5.0"], descriptor: "()J"),
      ],
      verdicts: "pppp--"
    ),
    Case(
      name: "a family is not firm",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"), Sighting(versions: ["3.x"], descriptor: "()J"),
      ],
      verdicts: "p--c--"
    ),
    Case(
      name: "a family bounds",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"), Sighting(versions: ["3.x", "5.0"], descriptor: "()J"),
      ],
      verdicts: "p--ccc"
    ),
    Case(
      name: "family and member of it",
      sightings: [
        Sighting(versions: ["3.0"], descriptor: "()I"), Sighting(versions: ["3.x", "4.0", "5.0"], descriptor: "()J"),
      ],
      verdicts: "--pp--"
    ),
    Case(
      name: "an overload is none",
      sightings: [Sighting(versions: ["1.0", "5.0"], descriptor: "(I)I")],
      verdicts: "------"
    ),
    Case(
      name: "became static",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"),
        Sighting(versions: ["4.0", "5.0"], descriptor: "()I", flags: [.public, .static]),
      ],
      verdicts: "p---cc"
    ),
    Case(
      name: "owner became an interface",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"),
        Sighting(versions: ["3.0", "5.0"], descriptor: "()V", owner: [.public, .interface, .abstract]),
      ],
      verdicts: "p-c-cc"
    ),
    Case(
      name: "owner's kind unknown",
      sightings: [
        Sighting(versions: ["1.0"], descriptor: "()I"),
        Sighting(versions: ["3.0", "5.0"], descriptor: "()I", owner: [.public, .kindUnknown]),
      ],
      verdicts: "pppppp"
    ),
  ]

  @Test(arguments: cases)
  func madeUpLine(_ test: Case) throws {
    let manifests = try Self.versions.map { version in
      var manifest = InterfaceManifest(
        platform: "demo",
        version: try #require(PlatformVersion(version)),
        javaLevel: 8,
        coverage: .observed,
        scope: .publicAPI,
        sources: ["a test"]
      )
      let here = test.sightings.filter { $0.versions.contains(version) }
      if !here.isEmpty {
        var type = ClassFact(name: "a/B", flags: here.reduce([]) { $0.union($1.owner) })
        type.members = here.map { MemberFact(name: "m", descriptor: $0.descriptor, flags: $0.flags) }
        manifest.classes = [type]
      }
      return manifest
    }
    let line = try PlatformLine.open(bytes: LineCompiler.compile(manifests))
    let verdicts = line.views.map { view in
      switch Self.ask(view, "a/B", "m", "()I", ownerIsInterface: false) {
      case .present: "p"
      case .contradicted: "c"
      case .unknown: "-"
      }
    }
    #expect(verdicts.joined() == test.verdicts)
  }
}
