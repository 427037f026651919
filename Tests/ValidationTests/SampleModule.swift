import Archives
import ClassFiles
import Findings
import ModuleDescriptors
import ModulePackages
import PackageFixtures

/// A module in which nothing is wrong, and the package around it; a case changes what it is about.
///
/// It has one of most things: all five kinds of entry points, most statements, a Java function, a page with texts in
/// two languages, list, map, timer and file resources, a bundled jar.
struct SampleModule: Sendable {
  /// The descriptor before it is written.
  var descriptor = SampleModule.soundDescriptor()
  /// Replacements in the written descriptor, for what the typed value cannot say.
  var replacements: [(old: String, new: String)] = []
  /// Manifest, classes, jars; its `descriptor` text is set when it is written.
  var package = FixturePackage(id: SampleModule.id)
  /// Whether the descriptor is left out.
  var hasDescriptor = true
  /// Whether the directory lists the manifest last.
  var manifestLast = false

  static let id = FixturePackage.moduleID
  static let changed = 1_700_000_000_000

  init() throws {
    package.entries["Worker.class"] = try JavaWorker().bytes()
    package.entries["res/tone-id.wav"] = Array("RIFF".utf8)
    package.jars["library.jar"] = ["demo/lib/Tool.class": try ClassBuilder("demo/lib/Tool", majorVersion: 52).build()]
  }

  /// The descriptor's text with the replacements made; each must find its place.
  func text() throws -> String {
    var text = String(decoding: descriptor.write(), as: UTF8.self)
    for (old, new) in replacements {
      guard let range = text.firstRange(of: old) else { throw FixtureError.absent(old) }
      text.replaceSubrange(range, with: new)
    }
    return text
  }

  /// The package's bytes.
  func bytes() throws -> [UInt8] {
    var package = package
    package.descriptor = hasDescriptor ? try text() : nil
    let bytes = try package.bytes()
    return manifestLast ? Self.rotated(bytes) : bytes
  }

  /// The archive with the first record of its central directory moved to the directory's end (APPNOTE 4.3.12, 4.3.16).
  private static func rotated(_ bytes: [UInt8]) -> [UInt8] {
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }
    let end = bytes.count - 22
    let start = number(end + 16, 4)
    let first = 46 + number(start + 28, 2) + number(start + 30, 2) + number(start + 32, 2)
    let record = bytes[start..<(start + first)]
    return Array(bytes[..<start] + bytes[(start + first)..<end] + record + bytes[end...])
  }

  enum FixtureError: Error { case absent(String) }
}

// MARK: Parts that cases reach for

extension SampleModule {
  /// The function of that name.
  subscript(function name: String) -> Function {
    get { descriptor.functions.first { $0.name == name } ?? Designer.function(name, []) }
    set {
      if let index = descriptor.functions.firstIndex(where: { $0.name == name }) {
        descriptor.functions[index] = newValue
      } else {
        descriptor.functions.append(newValue)
      }
    }
  }

  /// The statements of `Main`, which every stage starts.
  var main: DescriptorList<Statement> {
    get { self[function: "Main"].statements }
    set { self[function: "Main"].statements = newValue }
  }

  /// Puts statements into `Main`, before its `return`.
  mutating func add(_ statements: Statement...) { main.insert(contentsOf: statements, at: main.count - 1) }

  /// The fields of the only page.
  var fields: DescriptorList<GUIField> {
    get { descriptor.tabs[0].fields }
    set { descriptor.tabs[0].fields = newValue }
  }

  /// Changes the page's field bound to that variable.
  mutating func changeField(_ variable: String, _ change: (inout GUIFieldDescriptor) -> Void) {
    for (index, field) in fields.enumerated() {
      guard var known = field.descriptor, known.variableID == variable else { continue }
      change(&known)
      fields[index] = .known(known)
    }
  }

  /// Renews the licence hash, after a change of the module's id or time.
  mutating func sign() {
    descriptor.noLicenseID = ModuleIdentity.noLicenseID(
      moduleID: descriptor.id,
      lastChangedTime: String(descriptor.lastChangedTime)
    )
    descriptor.writeHash = ModuleIdentity.writeHash(moduleID: descriptor.id)
  }
}

// MARK: The sound descriptor

extension SampleModule {
  private static func soundDescriptor() -> ModuleDescriptor {
    ModuleDescriptor(
      Head(id: id, name: "Sample", createTime: changed, specVersion: 5, vendor: "Example", version: 3),
      lastChangedTime: changed,
      noLicenseID: ModuleIdentity.noLicenseID(moduleID: id, lastChangedTime: String(changed)),
      writeHash: ModuleIdentity.writeHash(moduleID: id),
      createdWith: "STARFACE 8.0.0.5",
      interface: Interface(
        inputs: DescriptorList(
          [
            Designer.variable("Greeting", .string, "Hello"), Designer.variable("Rate", .number, "2"),
            Designer.variable("Interval", .timerSettings), Designer.variable("Names", .list, "names-id"),
            Designer.variable("Codes", .map, "codes-id"),
          ].map { .variable($0) }
        ),
        resources: [
          .timer(TimerResource(id: "timer-id", every: 5, .minute)),
          .list(ListResource(id: "names-id", values: ["Ann", "Bob"])),
          .map(MapResource(id: "codes-id", entries: [MapEntry(key: "49", value: "Germany")])),
          .file(FileResource(id: "tone-id", name: "tone", fileExtension: "wav")),
        ]
      ),
      functions: [mainFunction(), helper(), status(), JavaWorker.function()],
      entryPoints: [
        Designer.stage(.instanceChanged, "Main"),
        Designer.timer("Poll", "Main", timer: "timer-id", variable: "Interval-id"),
        Designer.rpc("status", "Status"),
        .agiKernel(
          AGIKernelEntryPoint(id: "hangup-id", name: "Hangup", function: Designer.target("Main"), stage: .callHangup)
        ),
        .agiService(AGIServiceEntryPoint(id: "service-id", name: "Service", function: Designer.target("Main"))),
      ],
      tabs: [page()]
    )
  }

  private static func mainFunction() -> Function {
    Designer.function(
      "Main",
      [
        Designer.comment("What the module does."),
        Designer.define("text", .string, "none"),
        Designer.define("sound", .fileResource, "tone-id"),
        Designer.call(
          "starface.string",
          "Append2",
          lists: [("strings", [.ref("Greeting-id"), .lit(" ")])],
          ["result": ""]
        ),
        Designer.assign("text", .ref("_result")),
        Designer.if(
          .test(TestExpression(.equal, [.ref("text"), .lit("")].map(Designer.operand))),
          [Designer.log(.lit("empty"))]
        ),
        Designer.else([Designer.log(.ref("text"))]),
        Designer.switch(.ref("text"), ["a": [Designer.log(.lit("A"))], "b": [Designer.log(.ref("sound"))]]),
        Designer.forEach(list: .ref("Names-id"), [Designer.log(.ref("foreach_entry"))]),
        Designer.forEach(
          map: .ref("Codes-id"),
          [Designer.log(.ref("foreach_key")), Designer.log(.ref("foreach_value"))]
        ),
        Designer.call(id, "Helper-id", ["question": .ref("text")], ["answer": "_answer"], name: "Helper"),
        Designer.log(.ref("_answer")),
        Designer.call(id, "Worker", ["number": .ref("Rate-id")], ["twice": "_twice"], name: "Worker"),
        Designer.log(.ref("_twice")),
        .return(SimpleStatement(Designer.head("return"))),
      ]
    )
  }

  private static func helper() -> Function {
    Designer.function(
      "Helper",
      inputs: [Designer.variable("question", .string)],
      outputs: [Designer.variable("answer", .string)],
      [Designer.assign("answer", .ref("question"))]
    )
  }

  private static func status() -> Function {
    Designer.function(
      "Status",
      inputs: [Designer.variable("verbose", .boolean)],
      outputs: [Designer.variable("state", .string)],
      [
        Designer.if(
          .test(TestExpression(.isTrue, [Designer.operand(.ref("verbose"))])),
          [Designer.assign("state", .lit("all is well"))]
        ),
        Designer.else([Designer.assign("state", .lit("well"))]),
      ]
    )
  }

  private static func page() -> GUITab {
    GUITab(
      Head(id: "page-id", name: "Settings"),
      texts: [Designer.text("inputguitab.name{page-id}", .name, "Settings", "Einstellungen")],
      fields: [
        .known(Designer.field(.headline, "Welcome", "")),
        .known(Designer.field(.textInput, "Greeting", "Greeting-id")),
        .known(Designer.field(.numberInput(validation: ""), "Rate", "Rate-id")),
        .known(Designer.field(.timerSettingsInput, "Interval", "Interval-id")),
        .known(Designer.field(.textList(GUIListParts()), "Names", "Names-id")),
        .known(Designer.field(.keyValueMap(GUIMapParts()), "Codes", "Codes-id")),
      ]
    )
  }
}
