import ModuleDescriptors
import ModulePackages
import TestSupport
import Testing

@Suite("Project templates")
struct TemplateTests {
  @Test("each template builds, with nothing to complain of, and twice the same", arguments: ProjectTemplate.allCases)
  func builds(_ template: ProjectTemplate) async throws {
    if template == .java, JavaTools.javac == nil { return print("skipped: javac is not installed") }
    let folder = try TemporaryFolder()
    let project = folder.path("new")
    let files = try template.write(
      to: project,
      name: "My \"first\" module",
      vendor: "Me",
      id: "0f0e0d0c-0b0a-4908-8706-050403020100",
      platform: "7.3.0.5",
      created: 1_767_225_600_000
    )
    #expect(files.contains("module.yml"))
    let options = BuildOptions(javac: JavaTools.javac)
    let built = try await ProjectBuilder.build(project, options)
    let package = PackageReader.read(bytes: built.bytes, path: "new.sfm").package
    #expect(package.findings == [])
    #expect(package.descriptor?.name == "My \"first\" module")
    #expect(package.descriptor?.entryPoints.isEmpty == false)
    #expect(try await ProjectBuilder.build(project, options).bytes == built.bytes)
    #expect(throws: ProjectError.self) {
      try template.write(to: project, name: "x", vendor: "x", id: "x", platform: "7.3", created: 0)
    }
  }
}
