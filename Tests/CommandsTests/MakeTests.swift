import Foundation
import TestSupport
import Testing

@Suite struct MakeTests {
  @Test(arguments: ["designer", "call", "rpc"])
  func aNewProjectIsCleanAndRuns(template: String) async throws {
    let fixture = try Fixture()
    let folder = fixture.path("new")
    let made = await TestWorld().run("init", folder, "--template", template)
    #expect(made.status == 0)
    #expect(made.errors.contains("module.yml"))
    let validated = await TestWorld().run("validate", folder)
    #expect(validated.status == 0)
    #expect(validated.errors == "no findings in 1 package\n")
    #expect(await TestWorld().run("run", folder).status == 0)
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
  }
}
