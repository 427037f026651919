import ClassFiles
import Foundation
import InterfaceManifests
import Testing

@testable import Linkage

/// Thousands of library changes: what the tool says must be what HotSpot does.
@Suite struct DifferentialTests {
  /// The errors that are linkage's; anything else that a case ends with is the program's own affair.
  static let linkageErrors: Set<String> = [
    "NoClassDefFoundError", "NoSuchMethodError", "NoSuchFieldError", "AbstractMethodError", "IncompatibleClassChangeError",
    "IllegalAccessError", "InstantiationError", "VerifyError", "ClassFormatError", "UnsupportedClassVersionError",
    "ClassCircularityError", "UnsatisfiedLinkError", "BootstrapMethodError", "LinkageError",
  ]

  @Test func hotSpotAgrees() async throws {
    guard let prepared = ProcessInfo.processInfo.environment["SFM_LINK_CASES"] else { return }
    let results = try #require(ProcessInfo.processInfo.environment["SFM_LINK_RESULTS"])
    let level = Int(ProcessInfo.processInfo.environment["SFM_LINK_JAVA"] ?? "17") ?? 17
    let cases = try DifferentialFiles.cases(prepared)
    let verdicts = DifferentialFiles.verdicts(try String(contentsOfFile: results, encoding: .utf8))
    let java = try PlatformLine.java().javaView(level: level)
    var disagreements: [String] = []
    for one in cases {
      guard var expected = verdicts[one.id] else { continue }
      let short = String(expected.error.split(separator: ".").last ?? "")
      if !Self.linkageErrors.contains(short) { expected = DifferentialVerdict() }
      let actual = await verdict(of: one, java: java, level: level)
      if actual != expected { disagreements.append("\(one.id) \(one.name)\n  JVM:  \(expected)\n  tool: \(actual)") }
    }
    print("cases \(cases.count), disagreements \(disagreements.count)")
    try disagreements.joined(separator: "\n").write(toFile: results + ".diff", atomically: true, encoding: .utf8)
    #expect(disagreements.isEmpty)
  }

  private func verdict(of one: DifferentialCase, java: ManifestView?, level: Int) async -> DifferentialVerdict {
    func inputs(_ classes: [(name: String, bytes: [UInt8])]) -> [LinkInput] {
      classes.map { type in
        LinkInput(entry: type.name.split(separator: ".").joined(separator: "/") + ".class") {
          do throws(ClassFileError) { return .success(try ClassFile(type.bytes)) } catch {
            return .failure(LinkInputError(reason: "\(error)"))
          }
        }
      }
    }
    let loaders = LoaderNames(platform: "'platform'", application: "'module'")
    var check = LinkageCheck(
      inputs: inputs(one.client),
      platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: level, loaders: loaders)], jobs: 1)
    check.platformInputs = inputs(one.library)
    guard let scope = await check.scopes().first else { return DifferentialVerdict(error: "no scope") }
    var tracer = LinkTracer(scope, inputs: check.inputs)
    guard let failure = tracer.firstFailure(in: "\(one.id)/app/Main", method: "run") else {
      return DifferentialVerdict()
    }
    let message = failure.message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    return DifferentialVerdict(
      error: failure.error, message: message,
      frame: failure.className.map { "\($0).\(failure.method ?? ""):\(failure.line ?? -1)" } ?? "-")
  }
}
