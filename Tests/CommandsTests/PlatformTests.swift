import Testing

@Suite struct PlatformTests {
  @Test func theShippedVersionsAreListed() async {
    let run = await TestWorld().run("platform", "list")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("starface ") } >= 19)
    #expect(lines.count { $0.hasPrefix("java ") } == 5)
    #expect(
      await TestWorld().run("platform", "list", "--format", "json").output.contains("\"schema\": \"sfm.platforms/1\"")
    )
  }

  @Test func anUnknownVersionNamesTheKnownAndTheNearest() async {
    let run = await TestWorld().run("platform", "show", "7.9")
    #expect(run.status == 2)
    #expect(run.errors.contains("7.3.0.5"))
    #expect(run.errors.hasSuffix("the nearest is 7.3.0.8\n"))
  }

  @Test func theChangeOfGetLogIsFound() async {
    let run = await TestWorld().run("platform", "diff", "7.2", "7.3", "--breaking")
    #expect(run.status == 1)
    #expect(run.output.contains("getLog ()Lorg/apache/commons/logging/Log; -> possibly java.lang.NoSuchMethodError"))
    #expect(await TestWorld().run("platform", "diff", "7.3.0.5", "7.3.0.8", "--breaking").status == 0)
  }

  @Test func aManifestGoesOutAndComesBack() async throws {
    let fixture = try Fixture()
    let text = await TestWorld().run("platform", "show", "7.3.0.5").output
    let file = try fixture.write(text, "7.3.0.5.txt")
    #expect(await TestWorld().run("platform", "show", file).output == text)
    let broken = try fixture.write(text.replacing("coverage observed", with: "coverage guessed"), "broken.txt")
    let run = await TestWorld().run("platform", "show", broken)
    #expect(run.status == 3)
    #expect(fixture.relative(run.errors).hasPrefix("sfm: DIR/broken.txt:5: "))
  }

  @Test func stubsAreAJar() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("platform", "stubs", "10.0", "-o", fixture.path("stubs.jar"))
    #expect(run.status == 0)
    let list = await TestWorld().run("ls", fixture.path("stubs.jar")).output
    #expect(list.contains("de/vertico/starface/module/core/runtime/IBaseExecutable.class"))
  }
}
