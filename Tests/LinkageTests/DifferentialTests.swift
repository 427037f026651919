import ClassFiles
import Findings
import Foundation
import InterfaceManifests
import TestSupport
import Testing

@testable import Linkage

/// Thousands of library changes: what the tool says must be what HotSpot does.
@Suite struct DifferentialTests {
  /// The errors that are linkage's; anything else that a case ends with is the program's own affair.
  static let linkageErrors: Set<String> = [
    "NoClassDefFoundError", "NoSuchMethodError", "NoSuchFieldError", "AbstractMethodError",
    "IncompatibleClassChangeError",
    "IllegalAccessError", "InstantiationError", "VerifyError", "ClassFormatError", "UnsupportedClassVersionError",
    "ClassCircularityError", "UnsatisfiedLinkError", "BootstrapMethodError", "LinkageError",
    "SecurityException",
  ]

  /// 500 cases of a seed on each Java that is here; with `SFM_FULL=1` all of them, and then each rule must have spoken.
  @Test(arguments: [17, 11, 21, 25]) func hotSpotAgrees(level: Int) async throws {
    let isFull = ProcessInfo.processInfo.environment["SFM_FULL"] == "1"
    guard let judge = DifferentialHarness.Judge(level: level) else {
      print("skipped: no Java \(level) for the differential cases")
      return
    }
    let folder = try TemporaryFolder()
    let (cases, text) = try DifferentialHarness.run(
      seed: 20_240_229,
      count: isFull ? 0 : 500,
      judge: judge,
      in: folder.url.path(percentEncoded: false)
    )
    #expect(cases.count >= (isFull ? 5_000 : 500) || DifferentialHarness.wanted != nil)
    let verdicts = DifferentialFiles.verdicts(text)
    #expect(verdicts.count == cases.count)
    let java = try PlatformLine.java().javaView(level: level)
    var disagreements: [String] = []
    /// What the JVM throws and the check, which takes no path through the code, does not tell.
    var untold: [String] = []
    /// What it tells, at another place than the JVM.
    var elsewhere = 0
    /// What nobody can tell without running the code.
    var closed = 0
    var cutShort = 0
    var failing = 0
    /// How often each rule spoke as the JVM did.
    var agreed: [String: Int] = [:]
    for one in cases {
      guard let expected = verdicts[one.id] else { continue }
      let check = Self.check(one, java: java, level: level)
      let (actual, rule) = await verdict(of: one, check)
      let short = String(expected.error.split(separator: ".").last ?? "")
      if expected.error != "links", !Self.linkageErrors.contains(short) {
        // The program ended by itself before the place that the tool speaks of.
        cutShort += 1
        continue
      }
      if expected.error != "links" {
        failing += 1
        let problems = await check.run().flatMap(\.problems)
        // What is tried again fails by another name; the check tells why it failed first.
        let isAgain = expected.message.hasPrefix("Could not initialize class")
        if isAgain || problems.contains(where: { $0.tells(expected) }) {
          // Told where it happens.
        } else if problems.contains(where: { $0.tellsSomewhere(expected) }) {
          elsewhere += 1
        } else if one.name.hasPrefix(Self.knownAtRunTime) {
          closed += 1
        } else {
          let told = problems.map { "  told: \($0.line)\n" }.joined()
          untold.append("\(one.id) \(one.name)\n  JVM:  \(expected.comparable)\n\(told)")
        }
      }
      // Code of the platform is not gone through: the check alone must know what it meets.
      let isBehind = expected.frame.hasSuffix(":-1") && actual.error == "links"
      if isBehind || expected.frame.hasPrefix("\(one.id).lib.") { continue }
      if actual != expected.comparable {
        disagreements.append("\(one.id) \(one.name)\n  JVM:  \(expected.comparable)\n  tool: \(actual)")
      } else if let rule {
        agreed[rule, default: 0] += 1
      }
    }
    #expect(failing > cases.count / 3)
    #expect(cutShort < cases.count / 50)
    #expect(elsewhere < cases.count / 500 + 5)
    #expect(closed < cases.count / 1_000 + 5 || DifferentialHarness.wanted != nil)
    if let report = ProcessInfo.processInfo.environment["SFM_LINK_REPORT"] {
      try (disagreements + ["untold"] + untold).joined(separator: "\n").write(
        toFile: "\(report).\(level)",
        atomically: true,
        encoding: .utf8
      )
    }
    print(
      "differential on Java \(level): \(cases.count) cases, \(failing) fail, \(cutShort) end by themselves, \(disagreements.count) disagreements, \(untold.count) untold, \(elsewhere) told elsewhere, "
        + "\(closed) known at run time only"
    )
    print(agreed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    if isFull, level >= 17, DifferentialHarness.wanted == nil {
      #expect(Set(agreed.keys) == Set(LinkRules.all.map(\.id.rawValue)).subtracting(Self.judgedElsewhere))
    }
    let first = disagreements.prefix(5).joined(separator: "\n")
    #expect(disagreements.isEmpty, "\(first)")
    let missed = untold.prefix(5).joined(separator: "\n")
    #expect(untold.isEmpty, "\(missed)")
  }

  /// The verifier takes every reference for an interface (JVMS §4.10.1.2): that a value is none of it shows when it is called.
  private static let knownAtRunTime = "verify-interface/"

  /// Rules about what no single error of a run shows, each with a suite of its own.
  static let judgedElsewhere: Set<String> = [
    "link.service.missing", "link.service.unusable", "link.constant.changed", "link.class.shadowed",
    "link.class.duplicate", "link.package.sealed", "link.signature.mismatch", "link.signer.conflict",
  ]

  private static func check(_ one: DifferentialCase, java: ManifestView?, level: Int) -> LinkageCheck {
    func inputs(_ classes: [(name: String, bytes: [UInt8])]) -> [LinkInput] {
      classes.map { type -> LinkInput in
        let path = type.name.split(separator: ".").joined(separator: "/")
        return LinkInput(entry: path + ".class", expectedName: path) {
          do throws(ClassFileError) { return .success(try ClassFile(type.bytes)) } catch {
            return .failure(LinkInputError(error, name: path))
          }
        }
      }
    }
    let loaders = LoaderNames(platform: "'platform'", application: "'module'")
    var check = LinkageCheck(
      inputs: inputs(one.client),
      platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: level, loaders: loaders)],
      jobs: 1
    )
    check.platformInputs = inputs(one.library)
    return check
  }

  private func verdict(
    of one: DifferentialCase,
    _ check: LinkageCheck
  ) async -> (verdict: DifferentialVerdict, rule: String?) {
    guard let scope = await check.scopes().first else { return (DifferentialVerdict(error: "no scope"), nil) }
    var tracer = LinkTracer(scope, inputs: check.inputs)
    guard let failure = tracer.firstFailure(in: "\(one.id)/app/Main", method: "run") else {
      return (DifferentialVerdict(), nil)
    }
    let words =
      failure.error == "java.lang.VerifyError"
      ? failure.message.split(separator: ": ").last.map(String.init) ?? "" : failure.message
    let isInferred = one.name.hasPrefix("inferred/49/") && failure.error == ErrorClass.verify.rawValue
    let verdict = DifferentialVerdict(
      error: failure.error,
      message: isInferred ? DifferentialVerdict.inferred : DifferentialVerdict.escaped(words),
      frame: failure.className.map { "\($0).\(failure.method ?? ""):\(failure.line ?? -1)" } ?? "-"
    )
    return (verdict, failure.rule)
  }
}
