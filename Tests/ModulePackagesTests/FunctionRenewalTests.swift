import Archives
import Foundation
import ModuleDescriptors
import ModulePackages
import TestSupport
import Testing

@Suite("Function entries follow the Java sources")
struct FunctionRenewalTests {
  private static let source = "/src/org/example/normalizer/FormatNumber.java"

  /// A project around the descriptor of a sample that has Java sources, as an author would make of an unpacked package.
  private func project(in folder: TemporaryFolder, _ options: BuildOptions) async throws -> (path: String, text: String)
  {
    let sample = SampleTests.samples + "/NumberNormalizer"
    let built = try await ProjectBuilder.build(sample, options)
    let project = folder.path("project")
    let package = PackageReader.read(bytes: built.bytes, path: "numbers.sfm").package
    _ = try ProjectUnpacker.unpack(package, to: project)
    try FileManager.default.removeItem(atPath: project + "/classes")
    try FileManager.default.copyItem(atPath: sample + "/src", toPath: project + "/src")
    return (project, try String(contentsOfFile: project + "/module-descriptor.xml", encoding: .utf8))
  }

  private func text(of built: BuiltPackage) throws -> String {
    let package = PackageReader.read(bytes: built.bytes, path: "again.sfm").package
    let entry = try #require(package.entries.first { $0.path == "module-descriptor.xml" })
    return String(decoding: try package.archive.content(of: entry.entry), as: UTF8.self)
  }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test("entries that agree with their classes keep the descriptor byte for byte")
  func agreeing() async throws {
    guard let javac = JavaTools.javac else { return print("skipped: javac is not installed") }
    let folder = try TemporaryFolder()
    let options = BuildOptions(javac: javac)
    let (project, original) = try await project(in: folder, options)
    let built = try await ProjectBuilder.build(project, options)
    #expect(built.renewals == [])
    #expect(built.compiledSources.count == 2)
    #expect(try text(of: built) == original)
  }

  @Test("a class with more parameters than are read is refused, not cut")
  func tooMany() async throws {
    guard let javac = JavaTools.javac else { return print("skipped: javac is not installed") }
    let folder = try TemporaryFolder()
    let options = BuildOptions(javac: javac)
    let (project, _) = try await project(in: folder, options)
    let fields = (0...JavaFunctionSignature.mostParameters).map { "@InputVar public String more\($0);" }
    let anchor = "public class FormatNumber implements IBaseExecutable {"
    try edit(project + Self.source, anchor, anchor + "\n" + fields.joined(separator: "\n"))
    do throws(ProjectError) {
      _ = try await ProjectBuilder.build(project, options)
      Issue.record("built")
    } catch {
      #expect("\(error)".contains("annotated fields, and a function may have 1000 parameters"), "\(error)")
      #expect("\(error)".contains("FormatNumber"))
    }
  }

  @Test("a changed annotation changes its own place only, ids stay, and a new class gets an entry")
  func changed() async throws {
    guard let javac = JavaTools.javac else { return print("skipped: javac is not installed") }
    let folder = try TemporaryFolder()
    let options = BuildOptions(javac: javac)
    var (project, original) = try await project(in: folder, options)
    // An id that does not follow from the name, as older appliances and other tools may have written it.
    original = original.replacingOccurrences(of: "id=\"number\"", with: "id=\"own-id\"")
    try original.write(toFile: project + "/module-descriptor.xml", atomically: true, encoding: .utf8)
    try edit(project + "/src/org/example/normalizer/NormalizeNumber.java", "label = \"Number\"", "label = \"Digits\"")
    let new = """
      package org.example.normalizer;
      import de.vertico.starface.module.core.runtime.*;
      import de.vertico.starface.module.core.runtime.annotations.*;
      @Function(description = "Twice as much")
      public class Twice implements IBaseExecutable {
        @InputVar(label = "N", description = "") public int n = 3;
        @OutputVar(label = "M", description = "") public int m;
        public void execute(IRuntimeEnvironment context) { m = 2 * n; }
      }

      """
    try new.write(
      toFile: project + "/src/org/example/normalizer/Twice.java",
      atomically: true,
      encoding: .utf8
    )
    let built = try await ProjectBuilder.build(project, options)
    #expect(built.renewals == ["function NormalizeNumber: input number: label", "function Twice is new"])
    let renewed = try text(of: built)
    #expect(renewed.contains("id=\"own-id\" label=\"Digits\" name=\"number\""))
    let lines = original.split(separator: "\n", omittingEmptySubsequences: false)
    let after = renewed.split(separator: "\n", omittingEmptySubsequences: false)
    let removed = after.difference(from: lines).removals.count
    #expect(removed == 1)
    let twice = try #require(built.descriptor.functions.first { $0.id == "Twice" })
    #expect(twice.implementationFile == "Twice.class")
    #expect(twice.inputs.compactMap { $0.variable?.value } == ["3"])
    // Only --bump writes to the project.
    #expect(try String(contentsOfFile: project + "/module-descriptor.xml", encoding: .utf8) == original)
    #expect(try await ProjectBuilder.build(project, options).bytes == built.bytes)
  }
}
