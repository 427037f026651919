import ClassFiles
import Foundation
import ModuleDescriptors
import ModulePackages
import TestSupport
import Testing

@Suite("Sample modules")
struct SampleTests {
  /// The folder of the samples.
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SamplesModules").path(percentEncoded: false)

  @Test("HelloStarface is built, has all six stages, and other tools accept it")
  func helloStarface() async throws {
    let built = try await ProjectBuilder.build(Self.samples + "/HelloStarface")
    #expect(built.fileName == "HelloStarface_v1.sfm")
    let package = PackageReader.read(bytes: built.bytes, path: "hello.sfm").package
    #expect(package.findings == [])
    let descriptor = try #require(package.descriptor)
    let stages = descriptor.entryPoints.compactMap { point in
      if case .lifeCycle(let point) = point { point.stage } else { nil }
    }
    #expect(Set(stages) == Set(LifeCycleStage.known))
    #expect(descriptor.write() == built.descriptor.write())
    #expect(
      descriptor.noLicenseID == ModuleIdentity.noLicenseID(moduleID: descriptor.id, lastChangedTime: "1767225600000")
    )
    let folder = try TemporaryFolder()
    let path = folder.path("hello.sfm")
    try Data(built.bytes).write(to: URL(filePath: path))
    var judges = 0
    for (tool, arguments) in [
      ("unzip", ["-t", path]), ("jar", ["tf", path]), ("python3", ["-m", "zipfile", "-t", path]),
    ] {
      guard let found = JavaTools.find(tool) else {
        print("skipped: \(tool) is not installed")
        continue
      }
      let result = try JavaTools.run(found, arguments)
      #expect(result.code == 0, "\(tool): \(result.output)")
      judges += 1
    }
    print("accepted by \(judges) other readers")
    #expect(judges > 0)
  }

  @Test("NumberNormalizer is compiled; its functions' entries are those of the annotations")
  func numberNormalizer() async throws {
    guard let javac = JavaTools.javac else { return print("skipped: javac is not installed") }
    let built = try await ProjectBuilder.build(Self.samples + "/NumberNormalizer", BuildOptions(javac: javac))
    let package = PackageReader.read(bytes: built.bytes, path: "numbers.sfm").package
    #expect(package.findings == [])
    #expect(package.javaFunctions.map(\.function.id) == ["FormatNumber", "NormalizeNumber"])
    let normalize = try #require(package.javaFunctions.last)
    #expect(normalize.signature?.implementsExecutable == true)
    #expect(normalize.function.inputs.map(\.name) == ["number", "countryCode", "areaCode"])
    #expect(normalize.function.inputs.compactMap { $0.variable?.value } == ["", "49", ""])
    #expect(normalize.function.outputs.map(\.name) == ["normalized", "valid"])
    #expect(normalize.function.visibility == .public)
    #expect(normalize.implementation?.file?.javaRelease == 8)
    let again = try await ProjectBuilder.build(Self.samples + "/NumberNormalizer", BuildOptions(javac: javac))
    #expect(again.bytes == built.bytes)
  }

  @Test("Java sources without a compiler, and with errors, are refused with a place and a mend")
  func javaErrors() async throws {
    let without = await #expect(throws: ProjectError.self) {
      try await ProjectBuilder.build(Self.samples + "/NumberNormalizer")
    }
    #expect(without?.kind == .compiler)
    #expect(without?.description.contains("install a JDK of Java 8 or newer") == true)
    guard let javac = JavaTools.javac else { return print("skipped: javac is not installed") }
    let folder = try TemporaryFolder()
    let project = folder.path("broken")
    try FileManager.default.copyItem(atPath: Self.samples + "/NumberNormalizer", toPath: project)
    let source = project + "/src/org/example/normalizer/FormatNumber.java"
    let text = try String(contentsOfFile: source, encoding: .utf8)
    try text.replacingOccurrences(of: "context.getLog()", with: "context.getLogg()")
      .write(toFile: source, atomically: true, encoding: .utf8)
    let broken = await #expect(throws: ProjectError.self) {
      try await ProjectBuilder.build(project, BuildOptions(javac: javac))
    }
    #expect(broken?.kind == .compiler)
    #expect(broken?.problems.first?.file == "src/org/example/normalizer/FormatNumber.java")
    #expect(broken?.problems.first?.line == 41)
    #expect(broken?.problems.first?.message == "cannot find symbol")
    #expect(broken?.problems.first?.hint?.contains("getLogg()") == true)
  }
}
