import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct MakeTests {
  @Test(arguments: ["designer", "java", "call", "rpc"])
  func aNewProjectIsCleanAndRuns(template: String) async throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    if template == "java", !path.split(separator: ":").contains(where: { access("\($0)/javac", X_OK) == 0 }) {
      print("skipped: the template 'java', for want of javac")
      return
    }
    var world = TestWorld()
    world.environment["PATH"] = path
    let fixture = try Fixture()
    let folder = fixture.path("new")
    let made = await TestWorld().run("init", folder, "--template", template)
    #expect(made.status == 0)
    #expect(made.errors.contains("module.yml"))
    let validated = await world.run("validate", folder)
    #expect(validated.status == 0)
    #expect(validated.errors == "no findings in 1 package\n")
    let ran = await world.run("run", folder)
    #expect(ran.status == 0, "\(ran.output)\(ran.errors)")
    let tested = await world.run("test", folder)
    #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
    #expect(tested.errors.contains("1 scenario passed"), "\(tested.errors)")
    let built = await world.run("build", folder, "-o", fixture.path("new.sfm"))
    #expect(built.status == 0, "\(built.errors)")
    let judged = await world.run("validate", fixture.path("new.sfm"), "--fail-on", "notice")
    #expect(judged.status == 0, "\(judged.output)")
    // The project says itself which platforms it is for.
    let smoked = await world.run("smoke", folder)
    #expect(smoked.status == 0, "\(smoked.output)\(smoked.errors)")
    #expect(smoked.output.contains("8.1.2.2 to 10.0.0.4"), "\(smoked.output)")
    #expect(await TestWorld().run("init", folder).status != 0)
  }

  @Test func diffTellsWhatChanged() async throws {
    let fixture = try Fixture()
    let old = try fixture.package("old.sfm")
    let new = try Fixture.descriptor().replacing("version=\"3\">", with: "version=\"4\">")
      .replacing("<value>World</value>", with: "<value>Moon</value>")
    try fixture.write(new, "new/module-descriptor.xml")
    let run = await TestWorld().run("diff", old, fixture.path("new"))
    #expect(run.status == 0)
    #expect(run.output.contains("version: 3 -> 4"))
    #expect(run.output.contains("~ Name"))
    #expect(await TestWorld().run("diff", old, old).output == "no difference\n")
    let json = await TestWorld().run("diff", old, fixture.path("new"), "--format", "json")
    #expect(json.output.contains("\"schema\": \"sfm.diff/1\""))
    #expect(await TestWorld().run("diff", old, fixture.path("none.sfm")).status == 3)
    try fixture.write("no archive", "text.sfm")
    #expect(await TestWorld().run("diff", fixture.path("text.sfm"), old).status == 3)
  }
}
