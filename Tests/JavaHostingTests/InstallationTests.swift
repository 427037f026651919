import Glibc
import JavaHosting
import TestSupport
import Testing

/// Which installed Java is taken: known by its `release` file, chosen by the platform's Java level. No JDK is needed.
struct InstallationTests {
  private func installations(_ versions: [String], in folder: TemporaryFolder) throws -> [JavaInstallation] {
    for (position, version) in versions.enumerated() {
      try InstalledJava.pretended(version, in: folder.path("jvm/\(position)"))
    }
    return JavaInstallation.find(in: [folder.path("jvm")])
  }

  @Test func `versions are read as each Java states them`() throws {
    let folder = try TemporaryFolder()
    let stated = ["1.7.0_351", "1.8.0_402", "9", "11.0.2", "17.0.15", "21-ea", "25.0.3"]
    let found = try installations(stated, in: folder)
    #expect(found.map(\.feature) == [7, 8, 9, 11, 17, 21, 25])
    #expect(found.map(\.version) == stated)
    // A home is as good as a folder of homes, and one that is named twice counts once.
    #expect(symlink(folder.path("jvm/4"), folder.path("jvm/default")) == 0)
    let home = folder.path("jvm/4")
    #expect(JavaInstallation.find(in: [home, home + "/", folder.path("jvm")]).count == 7)
    #expect(JavaInstallation.find(in: [folder.path("nowhere")]).isEmpty)
  }

  @Test func `the platform's own level is taken, else the next newer one`() throws {
    let folder = try TemporaryFolder()
    let found = try installations(["25.0.3", "1.8.0_402", "17.0.15", "11.0.2"], in: folder)
    let chosen = [7, 8, 9, 11, 12, 17, 18, 21, 25, 26].map {
      JavaInstallation.best(for: $0, among: found)?.feature
    }
    #expect(chosen == [8, 8, 11, 11, 17, 17, 25, 25, 25, nil])
  }

  @Test func `what does not do says what would`() async throws {
    let folder = try TemporaryFolder()
    let homes = folder.path("jvm")
    let configuration = { (level: Int) in
      JavaHostConfiguration(
        platform: try .stubs(ofVersion: "9.0.2.4"),
        javaLevel: level,
        javaFolders: [homes],
        cacheFolder: folder.path("cache")
      )
    }
    let expect = { (level: Int, message: String) in
      let error = await #expect(throws: JavaHostingError.self) { _ = try await JavaProcessHost(configuration(level)) }
      #expect(error?.description == message)
    }
    await expect(
      17,
      "Java 17 or newer is needed to run this platform's Java functions, and no Java was found: install a JDK 17; "
        + "until then Java functions are linked, not run"
    )
    try InstalledJava.pretended("1.8.0_402", in: homes + "/8")
    try InstalledJava.pretended("11.0.2", in: homes + "/11")
    await expect(
      17,
      "Java 17 or newer is needed to run this platform's Java functions, and only Java 11.0.2 in \(homes)/11, "
        + "Java 1.8.0_402 in \(homes)/8 was found: install a JDK 17; until then Java functions are linked, not run"
    )
    try InstalledJava.pretended("17.0.15", in: folder.path("jre"), withCompiler: false)
    let error = await #expect(throws: JavaHostingError.self) {
      var bare = try configuration(17)
      bare.javaFolders = [folder.path("jre")]
      _ = try await JavaProcessHost(bare)
    }
    #expect(
      error?.description
        == "\(folder.path("jre")) has no javac, which the Java host needs once: install a JDK, not a runtime alone"
    )
  }
}
