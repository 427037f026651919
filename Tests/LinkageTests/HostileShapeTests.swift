import ClassFiles
import Findings
import InterfaceManifests
import Testing

@testable import Linkage

/// Shapes that are made to be walked again and again.
@Suite struct HostileShapeTests {
  /// The ancestors of each class, and which classes are their own.
  struct Shape: Sendable {
    let ancestors: [[Int]]
    let circular: Set<Int>
  }

  static let shapes: [Shape] = [
    Shape(ancestors: [[]], circular: []),
    Shape(ancestors: [[1], [2], []], circular: []),
    Shape(ancestors: [[0], [0]], circular: [0]),
    Shape(ancestors: [[1], [0], [0]], circular: [0, 1]),
    Shape(ancestors: [[1, 2], [3], [3], [1]], circular: [1, 3]),
    Shape(ancestors: [[1], [2], [0], [4], [3], [0, 3]], circular: [0, 1, 2, 3, 4]),
  ]

  @Test(arguments: shapes) func classesOnACycleAreFound(_ shape: Shape) {
    let classes = Array(shape.ancestors.indices)
    #expect(ClassCycles(classes, ancestors: { shape.ancestors[$0] }).members == shape.circular)
  }

  /// Each class is walked once, in a cycle of a hundred thousand and in a line below it, without recursion.
  @Test func aCycleOfAHundredThousandIsWalkedOnce() {
    let most = 100_000
    var asked = 0
    let cycles = ClassCycles(Array(0..<(2 * most))) { index in
      asked += 1
      return [index < most ? (index + 1) % most : index - 1]
    }
    #expect(cycles.members == Set(0..<most))
    #expect(asked == 2 * most)
  }

  /// A frame of a byte repeats all local variables of the one before: a table of 120 KB would stand for billions of types.
  @Test(arguments: [(10, true), (68, true), (69, false), (60_000, false)])
  func framesAreExpandedUpToALimit(repeated: Int, isRead: Bool) throws {
    let locals = 60_000
    var table: [UInt8] = [UInt8((repeated + 1) >> 8), UInt8((repeated + 1) & 255)]
    table += [255, 0, 0, UInt8(locals >> 8), UInt8(locals & 255)] + [UInt8](repeating: 1, count: locals) + [0, 0]
    table += [UInt8](repeating: 0, count: repeated)
    let file = try ClassFile(try ClassBuilder("a/B").build())
    var reader = ClassReader()
    var frames = FlowFrames()
    table.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      #expect(frames.read(0..<table.count, initial: [], reader: &reader) == isRead)
      reader.pool = PoolReader()
    }
    #expect(frames.types.count <= FlowFrames.mostTypes)
    #expect(!isRead || frames.types.count == (repeated + 1) * locals)
  }

  /// A class calls what none of its ancestors has: a real hierarchy is looked through, of one that is cut nothing is claimed.
  @Test(arguments: [(100, 1), (250, 1), (300, 0), (20_000, 0)])
  func hierarchiesAreCut(classes: Int, problems: Int) async throws {
    let inputs = try (0..<classes).map { number in
      let name = "line/C\(number)"
      var builder = ClassBuilder(name, superName: number + 1 < classes ? "line/C\(number + 1)" : "java/lang/Object")
      if number == 0 {
        builder.addMethod("run", "()V", [.public, .static]) { code in
          code.invoke(.invokestatic, name, "lost", "()V")
          code.emit(.return)
        }
      }
      let bytes = try builder.build()
      return LinkInput(entry: name + ".class", expectedName: name) {
        do throws(ClassFileError) { return .success(try ClassFile(bytes)) } catch {
          return .failure(LinkInputError(error, name: name))
        }
      }
    }
    let java = try PlatformLine.java().javaView(level: 17)
    let check = LinkageCheck(
      inputs: inputs,
      platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: 17)]
    )
    let result = try #require(await check.run().first)
    #expect(result.problems.count { $0.rule.id == "link.method.missing" } == problems)
    #expect(result.problems.count == problems)
  }

  @Test func aLongWayIsToldByItsEnds() {
    let way = (0..<100).map { "\($0)" }
    #expect(ReachChain.told(way) == way)
    let long = (0..<1_000).map { "\($0)" }
    let told = ReachChain.told(long)
    #expect(told.count == 101)
    #expect(
      told.first == "0" && told[49] == "49" && told[50] == "… 900 more …" && told[51] == "950" && told.last == "999"
    )
  }
}
