import ClassFiles
import Findings
import InterfaceManifests
import Testing

@testable import Linkage

/// What several tasks do at once gives what one does alone.
@Suite struct JobsTests {
  /// Whatever is shared out is shared out whole and in order, in sizes as wanted, the last ones small.
  @Test func sharesCoverEverything() {
    var judged = 0
    for count in [0, 1, 31, 32, 33, 100, 511, 4_976, 100_000] {
      for jobs in [1, 2, 3, 16] {
        let shares = shares(of: count, jobs: jobs, sizes: 32...256)
        #expect(shares.flatMap { Array($0) } == Array(0..<count))
        #expect(shares.allSatisfy { $0.count <= 256 })
        #expect(shares.dropLast().allSatisfy { $0.count >= 32 })
        if jobs > 1, let last = shares.last { #expect(last.count <= 64) }
        judged += 1
      }
    }
    #expect(judged == 36)
  }

  /// Problems, their order and all that is counted are the same for any number of jobs, on every platform.
  @Test func resultsDoNotDependOnJobs() async throws {
    let inputs = try (0..<600).map { try Self.input($0) }
    let line = try PlatformLine.java()
    let platforms = [8, 17].map {
      LinkPlatform(version: "\($0)", view: nil, java: line.javaView(level: $0), javaLevel: $0)
    }
    let alone = await LinkageCheck(inputs: inputs, platforms: platforms, jobs: 1).run()
    #expect(alone.count == 2)
    #expect(alone.allSatisfy { $0.problems.count > 1_000 })
    #expect(Set(alone.flatMap(\.problems).map(\.rule.id)).count >= 4)
    for jobs in [2, 3, 8] {
      let together = await LinkageCheck(inputs: inputs, platforms: platforms, jobs: jobs).run()
      #expect(together.map(\.problems) == alone.map(\.problems), "\(jobs) jobs")
      #expect(together.map(\.summary) == alone.map(\.summary), "\(jobs) jobs")
    }
  }

  /// One class of many: it calls what its neighbours lack, what nobody has and what Java once had; some cannot be loaded,
  /// some lack a method, some are damaged.
  private static func input(_ number: Int) throws -> LinkInput {
    let name = "app/C\(number)"
    let superName = number % 7 == 0 ? "gone/Base\(number % 3)" : "java/lang/Object"
    var builder = ClassBuilder(
      name,
      superName: superName,
      interfaces: number % 5 == 0 ? ["java/util/Iterator", "java/lang/Comparable"] : []
    )
    builder.addDefaultConstructor(superName: superName)
    builder.addMethod("run", "()V") { code in
      for step in 1...4 {
        code.invoke(.invokestatic, "app/C\((number * 31 + step * 97) % 600)", "lost\(step % 2)", "()V")
      }
      code.invoke(.invokestatic, "gone/Helper\(number % 11)", "help", "()V")
      code.invoke(.invokestatic, "java/lang/Runtime", "runFinalizersOnExit\(number % 2)", "()V")
      code.emit(.return)
    }
    let bytes = try builder.build()
    let content = number % 101 == 100 ? Array(bytes.dropLast(3)) : bytes
    return LinkInput(entry: name + ".class", expectedName: name) {
      do throws(ClassFileError) {
        return .success(try ClassFile(content))
      } catch {
        return .failure(LinkInputError(error, name: name))
      }
    }
  }
}
