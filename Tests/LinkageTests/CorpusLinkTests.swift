import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// Published packages against the observed platform line (only where `SFM_CORPUS` has them).
@Suite struct CorpusLinkTests {
  /// A platform version with its Java.
  static func platform(_ version: String) throws -> LinkPlatform {
    let line = try PlatformLine.starface()
    let number = try #require(PlatformVersion(version))
    let view = try line.newest(matching: number)
    return LinkPlatform(
      version: view.version.description,
      view: view,
      java: try PlatformLine.java().javaView(level: view.javaLevel),
      javaLevel: view.javaLevel
    )
  }

  /// A builder's own version never accuses its packages; the change of `getLog` between 7.2 and 7.3 is found both ways.
  @Test func getLogIsFoundAndNobodyAccused() async throws {
    let paths = Corpus.packages
    guard !paths.isEmpty else {
      print("skipped: no corpus")
      return
    }
    var own = 0
    var accused: [String] = []
    var broken: [String: Int] = [:]
    for path in paths {
      guard let package = (try? PackageReader.read(path: path.path(percentEncoded: false)))?.package,
        let version = package.writtenBy,
        let platform = try? Self.platform(version)
      else { continue }
      own += 1
      let result = await LinkageCheck(
        package,
        platforms: [platform, try Self.platform("7.2"), try Self.platform("7.3")]
      ).run()
      for problem in result[0].problems where problem.finding.severity == .error && problem.certainty.rank < 2 {
        accused.append("\(path.lastPathComponent) (\(version)): \(problem.symbol) \(problem.message)")
      }
      for one in result[1...] {
        for problem in one.problems where problem.symbol.contains(".getLog()") {
          broken["\(version.prefix(3)) on \(one.platform ?? "")", default: 0] += 1
        }
      }
    }
    print("own version: \(own) packages, \(accused.count) accusations; getLog: \(broken.sorted { $0.key < $1.key })")
    #expect(own > 50)
    #expect(accused.isEmpty, "\(accused.prefix(10).joined(separator: "\n"))")
    #expect(broken.contains { $0.key.hasPrefix("7.2 on 7.3") })
    #expect(!broken.contains { $0.key.hasPrefix("7.3 on 7.3") })
  }
}
