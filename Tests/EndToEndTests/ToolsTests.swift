import Foundation
import Glibc
import TestSupport
import Testing

/// What the scripts in `Tools` do about missing packages, with `apt-get`, `sudo` and the rest played by scripts of ours:
/// nothing is installed.
@Suite("Tools on a bare machine") struct ToolsTests {
  struct Machine: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Programs that are there: their names and what they do.
    var programs: [String: String]
    /// What the scripts call.
    var call = "need_packages liba-dev libb-dev"
    var status: Int32
    /// All that is said.
    var said: String
    /// The calls of apt-get and sudo, in order.
    var calls: String = ""
  }

  private static let bare = "exit 1"
  private static let root = "echo 0"
  private static let user = "echo 1000"
  private static let aptWorks = "echo apt-get $* >>$CALLS"
  private static let aptOffline =
    "echo apt-get $* >>$CALLS; echo \"E: Could not resolve 'deb.debian.org'\" >&2; exit 100"
  /// Fails until the lists are new.
  private static let aptOld = """
    echo apt-get $* >>$CALLS
    case $1 in update) touch $CALLS.new ;; *) [ -e $CALLS.new ] || { echo 'E: Unable to locate package' >&2; exit 100; } ;; esac
    """
  private static let sudo = "echo sudo >>$CALLS; exec \"$@\""
  private static let install = "apt-get install -y --no-install-recommends liba-dev libb-dev"
  private static let doing = "sfm: installing liba-dev libb-dev (apt-get)\n"
  private static let failed =
    "sfm: could not install liba-dev libb-dev; try: apt-get update && apt-get install liba-dev libb-dev\n"

  static let machines: [Machine] = [
    Machine(
      testDescription: "everything is there",
      programs: ["dpkg-query": "echo 'install ok installed'", "apt-get": aptWorks, "id": user],
      status: 0,
      said: ""
    ),
    Machine(
      testDescription: "one is there",
      programs: [
        "dpkg-query": "[ $3 = libb-dev ] && echo 'install ok installed'", "apt-get": aptWorks, "id": root,
      ],
      status: 0,
      said: "sfm: installing liba-dev (apt-get)\n",
      calls: "apt-get install -y --no-install-recommends liba-dev\n"
    ),
    Machine(
      testDescription: "one was removed, and left its configuration",
      programs: [
        "dpkg-query": "[ $3 = libb-dev ] && echo 'install ok installed' || echo 'deinstall ok config-files'",
        "apt-get": aptWorks, "id": root,
      ],
      status: 0,
      said: "sfm: installing liba-dev (apt-get)\n",
      calls: "apt-get install -y --no-install-recommends liba-dev\n"
    ),
    Machine(
      testDescription: "as root",
      programs: ["dpkg-query": bare, "apt-get": aptWorks, "id": root],
      status: 0,
      said: doing,
      calls: "\(install)\n"
    ),
    Machine(
      testDescription: "with sudo",
      programs: ["dpkg-query": bare, "apt-get": aptWorks, "id": user, "sudo": sudo],
      status: 0,
      said: doing,
      calls: "sudo\n\(install)\n"
    ),
    Machine(
      testDescription: "with neither",
      programs: ["dpkg-query": bare, "apt-get": aptWorks, "id": user],
      status: 4,
      said: "sfm: needs the packages liba-dev libb-dev; run as root: apt-get install liba-dev libb-dev\n"
    ),
    Machine(
      testDescription: "with old package lists",
      programs: ["dpkg-query": bare, "apt-get": aptOld, "id": root],
      status: 0,
      said: doing,
      calls: "\(install)\napt-get update -q\n\(install)\n"
    ),
    Machine(
      testDescription: "offline",
      programs: ["dpkg-query": bare, "apt-get": aptOffline, "id": root],
      status: 4,
      said: doing + "E: Could not resolve 'deb.debian.org'\n" + failed,
      calls: "\(install)\napt-get update -q\n"
    ),
    Machine(
      testDescription: "sudo says no",
      programs: [
        "dpkg-query": bare, "apt-get": aptWorks, "id": user, "sudo": "echo 'sudo: a password is required' >&2; exit 1",
      ],
      status: 4,
      said: doing + "sudo: a password is required\n" + failed
    ),
    Machine(
      testDescription: "no Debian",
      programs: ["id": root],
      status: 4,
      said: """
        sfm: needs the packages liba-dev libb-dev; this is no Debian system, so install their counterparts by hand

        """
    ),
    Machine(
      testDescription: "no Swift",
      programs: [:],
      call: "need_swift",
      status: 4,
      said: "sfm: needs Swift 6.2 or newer on the path: https://www.swift.org/install/linux\n"
    ),
    Machine(
      testDescription: "an old Swift",
      programs: ["swift": "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'"],
      call: "need_swift",
      status: 4,
      said: "sfm: needs Swift 6.2 or newer on the path: https://www.swift.org/install/linux; this one is 5.10\n"
    ),
    Machine(
      testDescription: "a newer Swift",
      programs: ["swift": "echo 'Apple Swift version 6.10 (swift-6.10-RELEASE)'"],
      call: "need_swift",
      status: 0,
      said: ""
    ),
  ]

  @Test("says what it does, and what to do when it cannot", arguments: machines)
  func machine(_ machine: Machine) throws {
    let folder = try TemporaryFolder()
    let bin = folder.url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: false)
    // What the scripts may use beside, by links, so that nothing else of this machine is seen.
    for name in ["env", "grep", "sed", "sort", "head", "tail", "mktemp", "rm", "touch", "bash", "sh"] {
      let place = try #require(
        ["/usr/bin", "/bin"].map { "\($0)/\(name)" }.first(where: FileManager.default.fileExists)
      )
      try FileManager.default.createSymbolicLink(atPath: folder.path("bin/\(name)"), withDestinationPath: place)
    }
    for (name, text) in machine.programs {
      try Data("#!/bin/sh\n\(text)\n".utf8).write(to: bin.appending(path: name))
      #expect(chmod(folder.path("bin/\(name)"), 0o755) == 0)
    }
    let library = Binary.root.appending(path: "Tools/lib.sh").path(percentEncoded: false)
    let outcome = try Outside.run(
      "/bin/bash",
      "-c",
      "set -euo pipefail; source '\(library)'; \(machine.call)",
      environment: ["PATH": folder.path("bin"), "CALLS": folder.path("calls")]
    )
    #expect(outcome.status == machine.status)
    #expect(outcome.output == machine.said)
    let calls = (try? String(contentsOf: folder.url.appending(path: "calls"), encoding: .utf8)) ?? ""
    #expect(calls == machine.calls)
  }
}
