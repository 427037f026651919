import ClassFiles
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// Real class files: every reference of every class must resolve as HotSpot resolves it, and fail as it fails there.
@Suite struct JarTests {
  /// The compiler's own classes, as an application's: two thirds as they are, the others as later versions of
  /// them might be.
  @Test func hotSpotAgreesOnChangedClasses() async throws {
    guard let judge = try JarJudge(level: 17) else {
      print("skipped: no JDK 17 to judge changed classes")
      return
    }
    let folder = try TemporaryFolder()
    let jar = folder.path("compiler.jar")
    try judge.copy(module: "jdk.compiler", from: "com/sun/tools/javac/", to: "sfm/sun/tools/javac/", into: jar)
    let result = try await Self.compare(Self.changed([jar], judge, folder), judge)
    #expect(result.references > 30_000)
    #expect(result.failing > 1_000)
  }

  /// The jars of the folder that `SFM_JARS` names: each alone, so that much is missing, then all together, then
  /// some of them changed.
  @Test func hotSpotAgreesOnRealJars() async throws {
    guard let folder = ProcessInfo.processInfo.environment["SFM_JARS"] else {
      print("skipped: real jars, since SFM_JARS names no folder")
      return
    }
    guard let judge = try JarJudge(level: 17) else {
      print("skipped: no JDK 17 to judge real jars")
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jar") }.sorted()
    let paths = names.map { "\(folder)/\($0)" }
    let alone = zip(names, paths).map { JarSet(name: $0, paths: [$1]) }
    let result = try await Self.compare(alone, judge)
    #expect(result.classes > 0)
    _ = try await Self.compare([JarSet(name: "all jars", paths: paths)], judge)
    let made = try TemporaryFolder()
    for (number, path) in paths.enumerated() where number % 20 == 0 {
      for set in try Self.changed([path], judge, made) {
        do {
          _ = try await Self.compare([set], judge)
        } catch let crash as JarJudge.Crash {
          print("skipped: HotSpot crashed over \(crash.sets) of \(names[number])")
        }
      }
    }
  }

  /// The packages of the corpus, each with the jars it bundles and without its platform.
  @Test func hotSpotAgreesOnPackages() async throws {
    let packages = Corpus.packages.compactMap { try? PackageReader.read(path: $0.path(percentEncoded: false)).package }
    guard !packages.isEmpty else {
      print("skipped: packages, since SFM_CORPUS names none")
      return
    }
    guard let judge = try JarJudge(level: 17) else {
      print("skipped: no JDK 17 to judge packages")
      return
    }
    let folder = try TemporaryFolder()
    var sets: [JarSet] = []
    for (number, package) in packages.enumerated() {
      let set = JarSet(name: "\(number)", paths: [folder.path("\(number)")], inputs: LinkInput.all(of: package))
      try await Self.scope(of: set).writeApplication(of: set.inputs, to: set.paths[0])
      sets.append(set)
    }
    let result = try await Self.compare(sets, judge)
    #expect(result.classes > 0)
  }

  /// Some jars and folders in one class loader, and the classes in them.
  struct JarSet {
    var name: String
    var paths: [String]
    var inputs: [LinkInput] = []
  }

  /// Jars of all classes of others, with changes of one seed each.
  private static func changed(_ jars: [String], _ judge: JarJudge, _ folder: TemporaryFolder) throws -> [JarSet] {
    try seeds.map { seed in
      let path = folder.path("changed\(seed).jar")
      try judge.change(jars, seed: seed, into: path)
      return JarSet(name: "changed by \(seed)", paths: [path])
    }
  }

  private static let seeds: [Int] = {
    let environment = ProcessInfo.processInfo.environment
    if let wanted = environment["SFM_JAR_SEEDS"] { return wanted.split(separator: ",").compactMap { Int($0) } }
    return environment["SFM_FULL"] == "1" ? Array(1...20) : [1]
  }()

  private static func scope(of set: JarSet) async throws -> LinkScope {
    let java = try PlatformLine.java().javaView(level: 17)
    let platform = LinkPlatform(version: nil, view: nil, java: java, javaLevel: 17)
    return try #require(await LinkageCheck(inputs: set.inputs, platforms: [platform]).scopes().first)
  }

  private static func compare(_ sets: [JarSet], _ judge: JarJudge) async throws -> JarComparison.Result {
    var sum = JarComparison.Result()
    let (verdicts, thrown) = try judge.verdicts(sets)
    for var set in sets {
      if set.inputs.isEmpty {
        // The judge's class loader looks into no jars inside jars.
        set.inputs = try set.paths.flatMap { LinkInput.all(of: try ClassSet.read(path: $0)).filter { $0.jar == nil } }
      }
      var comparison = JarComparison(try await scope(of: set), try #require(verdicts[set.name]), thrown)
      let result = comparison.run()
      if !result.disagreements.isEmpty { print("\(set.name): \(result.disagreements.count) disagreements") }
      sum += result
    }
    print(
      "\(sets.count) sets of jars, \(sets[0].name) first: \(sum.classes) classes, \(sum.unprobed) of them not probed, "
        + "\(sum.references) references, \(sum.failing) errors, \(sum.refused) classes refused by the verifier, "
        + "\(sum.inferred) of them by inference only, \(sum.hidden) hidden by the JDK, "
        + "\(sum.disagreements.count) disagreements"
    )
    print(sum.agreed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    if let report = ProcessInfo.processInfo.environment["SFM_LINK_REPORT"] {
      let path = "\(report).\(sets[0].name.split(separator: " ").joined(separator: "-"))"
      try sum.disagreements.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    let first = sum.disagreements.prefix(50).joined(separator: "\n")
    #expect(sum.disagreements.isEmpty, "\(first)")
    return sum
  }
}

extension LinkScope {
  /// Writes the classes that a class loader finds below a folder.
  fileprivate func writeApplication(of inputs: [LinkInput], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, summary) in world.summaries.enumerated() {
      guard case .found(let id) = find(summary.facts.name), id == world.applicationIDs[number],
        case .success(let file) = inputs[Int(summary.unit)].read()
      else { continue }
      let url = URL(filePath: "\(folder)/\(world.symbols.text(summary.facts.name)).class")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }
}
