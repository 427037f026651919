import Foundation
import Glibc
import PackageFixtures
import TestSupport
import Testing

/// What a new user is told after each of the usual mistakes: the file, the place, the mend; each once.
@Suite("Messages") struct MessageTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    /// All that is said on both streams, without the temporary folder.
    var said: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ status: Int32, _ said: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.status = status
      self.said = said
    }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "validate gone.sfm",
      3,
      "gone.sfm\n  unreadable: no such file or folder\nno findings in 1 package, 1 unreadable"
    ),
    Mistake("inspect gone.sfm", 3, "sfm: gone.sfm: no such file"),
    Mistake("run gone.sfm", 3, "sfm: gone.sfm: no such file or folder"),
    Mistake("diff gone.sfm gone.sfm", 3, "sfm: gone.sfm: no such file or folder"),
    Mistake("unpack gone.sfm x", 3, "sfm: gone.sfm: no such file"),
    Mistake("build gone", 3, "sfm: gone: no such file or folder (`sfm init DIR` makes a project)"),
    Mistake(
      "build empty.sfm",
      3,
      "sfm: empty.sfm: is not a folder, and a project is one (`sfm unpack PKG DIR` makes a project of a package)"
    ),
    Mistake(
      "build folder",
      3,
      """
      sfm: folder: is no project: it has neither module.yml nor module-descriptor.xml (`sfm init DIR` makes one, \
      `sfm unpack PKG DIR` makes one of a package)
      """
    ),
    Mistake(
      "validate folder",
      3,
      """
      folder
        unreadable: a folder without module.yml or module-descriptor.xml; --recursive searches it for packages
      no findings in 1 package, 1 unreadable
      """
    ),
    Mistake("inspect folder", 3, "sfm: folder: a folder; this command takes a package (.sfm)"),
    Mistake(
      "ls project",
      3,
      "sfm: project: a project folder; this command takes a package, which `sfm build project` makes of it"
    ),
    Mistake(
      "validate empty.sfm",
      1,
      """
      empty.sfm
        error: the file is empty [zip.not-a-zip]
            hint: Build the package with `sfm build`, or download it again if it came from elsewhere.
      1 error in 1 package
      """
    ),
    Mistake(
      "ls empty.sfm",
      3,
      "sfm: empty.sfm: the file is empty [zip.not-a-zip]; `sfm explain zip.not-a-zip` says more"
    ),
    Mistake(
      "validate text.sfm",
      1,
      """
      text.sfm
        error: this is no ZIP archive: it has no end record and no entry [zip.not-a-zip]
            hint: Build the package with `sfm build`, or download it again if it came from elsewhere.
      1 error in 1 package
      """
    ),
    Mistake(
      "validate descriptor.xml",
      1,
      """
      descriptor.xml
        error: this is no ZIP archive: it has no end record and no entry [zip.not-a-zip]
            hint: this is a module descriptor alone: put it into a folder as module-descriptor.xml and run `sfm build` on that folder
      1 error in 1 package
      """
    ),
    Mistake(
      "inspect page.sfm",
      3,
      """
      sfm: page.sfm: this is no ZIP archive: it has no end record and no entry [zip.not-a-zip]; this is a web page, not \
      the file it was linked to: download the package itself
      """
    ),
    Mistake(
      "validate nothing.sfm --quiet",
      1,
      """
      nothing.sfm
        error: the archive has no module-descriptor.xml in its root [descriptor.missing]
            hint: Put `module-descriptor.xml` into the root of the archive, not into a folder.
        error: the archive has no META-INF/MANIFEST.MF; the appliance refuses it as no package [manifest.missing]
            hint: build the package with `sfm build`; a zip tool does not write a manifest
      """
    ),
    Mistake(
      "validate case.sfm --quiet",
      1,
      """
      case.sfm
        error: the archive has no module-descriptor.xml in its root [descriptor.missing]
            hint: there is 'Module-Descriptor.xml': the name must be module-descriptor.xml to the letter
      """
    ),
    Mistake(
      "validate inside.sfm --quiet",
      1,
      """
      inside.sfm
        error: the archive has no module-descriptor.xml in its root [descriptor.missing]
            hint: there is 'mod/module-descriptor.xml': zip the folder's content, not the folder
        error: the archive has no META-INF/MANIFEST.MF; the appliance refuses it as no package [manifest.missing]
            hint: there is 'mod/META-INF/MANIFEST.MF': zip the folder's content, not the folder
      """
    ),
    Mistake(
      "validate nested.sfm --quiet",
      1,
      """
      nested.sfm
        error: the archive has no module-descriptor.xml in its root [descriptor.missing]
            hint: there is a package inside, 'real.sfm': unzip this file and take that one
        error: the archive has no META-INF/MANIFEST.MF; the appliance refuses it as no package [manifest.missing]
            hint: there is a package inside, 'real.sfm': unzip this file and take that one
      """
    ),
    Mistake(
      "validate good.sfm --quiet --output json=/dev/full",
      4,
      "sfm: /dev/full: cannot write it: No space left on device"
    ),
    Mistake("build project -o /dev/full --quiet", 4, "sfm: /dev/full: cannot write it: No space left on device"),
    Mistake(
      "validate good.sfm --quiet --output json=no/x.json",
      4,
      "sfm: no/x.json: cannot write it: No such file or directory"
    ),
    Mistake(
      "validate nothing.sfm --baseline no.json",
      2,
      "sfm: the baseline no.json does not exist; --update-baseline writes it"
    ),
    Mistake("init full", 3, "sfm: full: cannot begin a project there: it is not an empty folder"),
    Mistake("unpack nothing.sfm full", 2, "sfm: full: the folder is not empty (name another, or replace with --force)"),
    Mistake(
      "build wrong",
      1,
      """
      sfm: module.yml:1:1: the file has no key "modul" (did you mean "module"?)
      sfm: module.yml:1:1: lacks the section "module" (it states id, name, vendor, version and platform)
      sfm: module.yml:1:1: module lacks "id"
      sfm: module.yml:1:1: module lacks "name"
      sfm: module.yml:1:1: module lacks "vendor"
      sfm: module.yml:1:1: module lacks "version"
      sfm: module.yml:1:1: module lacks "platform"
      sfm: module.yml:1:1: module lacks "created"
      """
    ),
  ]

  /// A folder with everything that the mistakes are about.
  private static func place() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: folder.url.appending(path: name)) }
    for name in ["folder", "full", "wrong"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
    }
    try write([], "empty.sfm")
    try write([1], "full/a")
    try write(Array("modul: {version: 1}\n".utf8), "wrong/module.yml")
    try write(Array("just a text".utf8), "text.sfm")
    try write(Array("<?xml version=\"1.0\"?>\n<module/>\n".utf8), "descriptor.xml")
    try write(Array("\n<!DOCTYPE html><html>404</html>".utf8), "page.sfm")
    try write(Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18), "nothing.sfm")
    let module = Array("<module/>".utf8)
    func package(_ entries: [String: [UInt8]], manifest: Bool = false) throws -> [UInt8] {
      var package = FixturePackage()
      if !manifest { package.manifest = nil }
      package.entries = entries
      return try package.bytes()
    }
    try write(package(["Module-Descriptor.xml": module], manifest: true), "case.sfm")
    try write(package(["mod/META-INF/MANIFEST.MF": [], "mod/module-descriptor.xml": module]), "inside.sfm")
    try write(package(["real.sfm": [], "readme.txt": []]), "nested.sfm")
    #expect(try Binary.run("init", "project", "--platform", "8.1.0.0", in: folder.url).status == 0)
    #expect(try Binary.run("build", "project", "-o", "good.sfm", in: folder.url).status == 0)
    return folder
  }

  @Test("each names file, place and mend, once") func all() throws {
    let folder = try Self.place()
    for mistake in Self.mistakes {
      let outcome = try Binary.run(mistake.arguments, in: folder.url)
      #expect(outcome.status == mistake.status, "\(mistake): \(outcome.output)\(outcome.errors)")
      let said = (outcome.output + outcome.errors).trimmingCharacters(in: .newlines)
      #expect(said == mistake.said, "\(mistake.testDescription)")
    }
  }

  @Test("a file that may not be read") func notAllowed() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: folder.url.appending(path: "secret.sfm"))
    #expect(chmod(folder.path("secret.sfm"), 0) == 0)
    guard access(folder.path("secret.sfm"), R_OK) != 0 || geteuid() != 0 else {
      // Nothing is forbidden to root: the tool must run as somebody else.
      guard chmod(folder.path(""), 0o755) == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else {
        return print("skipped: a file that may not be read, for want of setpriv")
      }
      for command in ["validate", "inspect", "run"] {
        let outcome = try Outside.run(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          Binary.url.path(percentEncoded: false),
          command,
          folder.path("secret.sfm")
        )
        // The build folder itself may be closed to others.
        if outcome.status == 127 || outcome.status == 126 { return print("skipped: nobody may run the built tool") }
        #expect(outcome.status == 3, "\(outcome.output)")
        #expect(outcome.output.components(separatedBy: "secret.sfm").count == 2, "\(outcome.output)")
        #expect(outcome.output.contains("cannot open it: Permission denied"), "\(outcome.output)")
      }
      return
    }
    let outcome = try Binary.run("inspect", folder.path("secret.sfm"))
    #expect(outcome.status == 3 && outcome.errors.contains("cannot open it: Permission denied"))
  }

  @Test("reports go to devices and pipes as they come, which stay what they are") func devices() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: folder.url.appending(path: "bad.sfm"))
    let outcome = try Binary.run(
      "validate",
      folder.path("bad.sfm"),
      "--quiet",
      "--output",
      "junit=/dev/stderr",
      "--output",
      "json=/dev/null"
    )
    #expect(outcome.status == 1 && outcome.errors.contains("<testsuites "), "\(outcome)")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(lstat("/dev/stderr", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }
}
