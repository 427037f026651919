import Findings

/// What shows of each rule that it stays silent where all is well: something sound that the rule looks at.
enum CleanFixture: Sendable {
  /// The sound sample, which has this text in its descriptor or manifest, or an entry of this name.
  case sample(String)
  /// The clean case of that label, which nearly trips the rule.
  case nearly(String)
  /// A sound archive of that suite: the file below `Tests`, and a text that it must have.
  case suite(file: String, String)

  /// By rule.
  static let all: [RuleID: CleanFixture] = manifest.merging(descriptor) { $1 }.merging(code) { $1 }
    .merging(pagesAndPoints) { $1 }.merging(archive) { $1 }

  private static let manifest: [RuleID: CleanFixture] = [
    "manifest.missing": .sample("META-INF/MANIFEST.MF"),
    "manifest.not-first": .sample("META-INF/MANIFEST.MF"),
    "manifest.objectid.missing": .sample("ObjectId: "),
    "manifest.objectid.mismatch": .sample("ObjectId: \(SampleModule.id)"),
    "manifest.specversion.invalid": .sample("StarfaceModule_SpecVersion: 5"),
    "manifest.specversion.unsupported": .nearly("an older format version"),
    "manifest.createdby.differs": .sample("Created-By: STARFACE Version 8.0.0.5"),
    "jar.manifest.syntax": .sample("Manifest-Version: 1.0"),
    "jar.manifest.line-length": .suite(file: "ArchivesTests/ManifestTests.swift", "longValuesAreFolded"),
    "jar.manifest.duplicate": .suite(file: "ArchivesTests/ManifestTests.swift", "roundTripKeepsOrderAndUnknown"),
    "jar.manifest.ending": .nearly("a manifest of another writer"),
    "identity.licence.required": .nearly("a change with a new licence hash"),
    "identity.editing.locked": .sample("<writeHash>"),
  ]

  private static let descriptor: [RuleID: CleanFixture] = [
    "descriptor.missing": .sample("module-descriptor.xml"),
    "descriptor.xml.malformed": .nearly("a comment of XML"),
    "descriptor.root.wrong": .sample("<module "),
    "descriptor.element.unknown": .nearly("a comment of XML"),
    "descriptor.element.missing": .sample("<defaultLocale>"),
    "descriptor.element.repeated": .sample("<editable>"),
    "descriptor.attribute.unknown": .sample("<timer multiplikator=\"5\" period=\"Minute\" startTime=\"0\" id="),
    "descriptor.attribute.missing": .sample("<timer multiplikator=\"5\" period=\"Minute\" startTime=\"0\" id="),
    "descriptor.value.invalid": .sample("<disabled>false</disabled>"),
    "descriptor.order.unusual": .sample("<timer multiplikator=\"5\" period=\"Minute\" startTime=\"0\" id="),
    "descriptor.text.stray": .nearly("a comment of XML"),
    "descriptor.id.duplicate": .sample("<lifeCycleEntryPoint id="),
    "descriptor.name.duplicate": .sample("id=\"Greeting-id\" label=\"Greeting\" name=\"Greeting\""),
    "descriptor.reference.dangling": .nearly("a reference by name"),
    "descriptor.reference.ambiguous": .nearly("a reference by name"),
    "descriptor.reference.early": .nearly("a variable of the round before, in a loop"),
    "descriptor.reference.loop": .sample("<value>foreach_entry</value>"),
    "descriptor.resource.dangling": .nearly("an empty list variable"),
    "descriptor.resource.kind": .sample("<value>names-id</value>"),
    "resource.file.missing": .sample("res/tone-id.wav"),
    "resource.entry.orphan": .sample("res/tone-id.wav"),
    "resource.unused": .nearly("a jar that was uploaded"),
    "resource.timer.interval": .nearly("a timer that fires once"),
    "resource.timer.period": .sample("period=\"Minute\""),
    "variable.type.unknown": .sample("type=\"TIMER_SETTINGS\""),
    "variable.value.invalid": .nearly("a number with a sign, a point and an exponent"),
    "variable.unused": .nearly("a receiver declares its variable"),
  ]

  private static let code: [RuleID: CleanFixture] = [
    "statement.else.stray": .nearly("an else with a comment before it"),
    "statement.case.stray": .sample("<case "),
    "statement.case.repeated": .sample("<case "),
    "statement.input.missing": .sample("<forEachInMap "),
    "statement.condition.constant": .sample("<switch "),
    "statement.unreachable": .nearly("a return in a branch"),
    "expression.operands.count": .nearly("a nested condition"),
    "expression.kind.unknown": .nearly("a nested condition"),
    "code.disabled": .nearly("a comment that is switched off"),
    "function.target.missing": .sample("targetId=\"Helper-id\""),
    "function.domain.unknown": .sample("targetDomainId=\"starface.string\""),
    "function.module.needed": .sample("targetDomainId=\"\(SampleModule.id)\""),
    "function.argument.unknown": .sample("name=\"question\""),
    "function.argument.missing": .sample("name=\"question\""),
    "function.output.unassigned": .nearly("an output that a call sets"),
    "function.name.duplicate": .sample("name=\"Helper\""),
    "function.unused": .nearly("a public function that nothing starts"),
    "function.class.missing": .nearly("a Java function whose class was uploaded"),
    "function.class.name": .sample("Worker.class"),
    "function.annotation.missing": .sample("Worker.class"),
    "function.constructor.missing": .sample("Worker.class"),
    "function.interface.missing": .nearly("a class whose superclass has the interface"),
    "function.field.inaccessible": .sample("Worker.class"),
    "function.parameters.many": .sample("Worker.class"),
    "function.parameters.differ": .nearly("an input that states its type"),
    "class.malformed": .sample("Worker.class"),
    "class.version.unsupported": .nearly("a class for the platform's Java"),
    "class.name.collision": .sample("Worker.class"),
    "class.shadowed": .sample("Worker.class"),
    "library.malformed": .sample("library.jar"),
    "library.shadowed": .sample("library.jar"),
  ]

  private static let pagesAndPoints: [RuleID: CleanFixture] = [
    "entrypoint.inputs.present": .nearly("an RPC entry point that starts a function with inputs"),
    "entrypoint.type.unknown": .sample("<type>XMLRPC_auth</type>"),
    "entrypoint.rpc.java": .sample("<type>XMLRPC_auth</type>"),
    "entrypoint.rpc.noauth": .sample("<type>XMLRPC_auth</type>"),
    "entrypoint.rpc.unnamed": .sample("<rpcEntryPoint id="),
    "entrypoint.rpc.repeated": .sample("<rpcEntryPoint id="),
    "entrypoint.stage.unknown": .sample("<agiKernelEntryPoint stage=\"CallHangup\""),
    "entrypoint.timer.unset": .nearly("a timer entry point with a variable only"),
    "entrypoint.timer.dangling": .sample("<timerEntryPoint referencedTimer=\"timer-id\""),
    "entrypoint.timer.variable": .sample("referencedVariable=\"Interval-id\""),
    "page.variable.dangling": .nearly("a headline without a variable"),
    "page.variable.repeated": .sample("variableId=\"Greeting-id\""),
    "page.field.type": .sample("<keyValueMap "),
    "page.choice.default": .nearly("a choice without a default"),
    "page.text.missing": .nearly("a text without any translation"),
    "page.language.incomplete": .nearly("a text without any translation"),
    "page.html.active": .nearly("plain HTML in a text"),
    "page.fields.differ": .nearly("children that repeat the fields"),
  ]

  /// Archives that other programs wrote pass every rule about structure; a name, limit or content that is nearly bad has
  /// a test of its own.
  private static let archive: [RuleID: CleanFixture] = {
    let writers = CleanFixture.suite(
      file: "ArchivesTests/OtherWritersTests.swift",
      "archivesOfOtherProgramsAreCleanAndWhole"
    )
    let nearly = CleanFixture.suite(file: "ArchivesTests/SoundArchiveTests.swift", "SoundArchive")
    let rules: [RuleID] = [
      "zip.not-a-zip", "zip.truncated", "zip.end.several", "zip.directory.damaged", "zip.zip64", "zip.data.between",
      "zip.local.missing", "zip.local.name", "zip.local.method", "zip.local.sizes", "zip.local.crc", "zip.descriptor",
      "zip.entry.crc", "zip.entry.data", "zip.entry.encrypted", "zip.readers",
    ]
    let names: [RuleID] = [
      "zip.data.before", "zip.data.after", "zip.stub", "zip.entry.duplicate", "zip.entry.alike", "zip.entry.symlink",
      "zip.entry.method", "zip.entry.overlap", "zip.name.absolute", "zip.name.parent", "zip.name.backslash",
      "zip.name.drive", "zip.name.control", "zip.name.encoding", "zip.name.length", "zip.limit.entry",
      "zip.limit.total",
      "zip.limit.ratio", "zip.limit.entries", "zip.limit.nesting",
    ]
    let jars = CleanFixture.suite(file: "ModulePackagesTests/JarLimitTests.swift", "asManyAsAreAllowed")
    var fixtures: [RuleID: CleanFixture] = ["zip.limit.archives": jars]
    for rule in rules { fixtures[rule] = writers }
    for rule in names { fixtures[rule] = nearly }
    return fixtures
  }()
}
