import ClassFiles
import InterfaceManifests
import Testing

@testable import Linkage

/// A class that writes its own final fields outside their initializers; HotSpot judges the same in `FinalCases.java`.
@Suite struct OwnFinalTests {
  /// A class whose methods write its final fields.
  private static func type(_ version: UInt16, isFinal: Bool = true) throws -> [UInt8] {
    var builder = ClassBuilder("app/Task", majorVersion: version)
    let flags: AccessFlags = isFinal ? [.private, .final] : .private
    builder.addField("count", "I", flags)
    builder.addField("all", "I", flags.union(.static))
    func write(_ opcode: Opcode, _ code: inout CodeBuilder) {
      if opcode == .putfield { code.emit(.aload_0) }
      code.push(int: 1)
      code.field(opcode, "app/Task", opcode == .putfield ? "count" : "all", "I")
    }
    builder.addMethod("<init>", "()V", .public) { code in
      code.emit(.aload_0)
      code.invoke(.invokespecial, "java/lang/Object", "<init>", "()V")
      write(.putfield, &code)
      code.emit(.return)
    }
    builder.addMethod("<clinit>", "()V", .static) { code in
      write(.putstatic, &code)
      code.emit(.return)
    }
    for name in ["execute", "reset"] {
      builder.addMethod(name, "()V", .public) { code in
        write(.putfield, &code)
        write(.putstatic, &code)
        code.emit(.return)
      }
    }
    return try builder.build()
  }

  private static func problems(_ bytes: [UInt8]) async throws -> [LinkageProblem] {
    let input = LinkInput(entry: "app/Task.class", expectedName: "app/Task") {
      do throws(ClassFileError) { return .success(try ClassFile(bytes)) } catch {
        return .failure(LinkInputError(error, name: "app/Task"))
      }
    }
    let java = try PlatformLine.java().javaView(level: 17)
    let platform = LinkPlatform(version: nil, view: nil, java: java, javaLevel: 17)
    return try #require(await LinkageCheck(inputs: [input], platforms: [platform]).run().first).problems
  }

  /// Each method is told by its name, each kind of field with its initializer.
  @Test func toldByMethod() async throws {
    let problems = try await Self.problems(Self.type(53))
    func message(_ kind: String, _ field: String, _ method: String, _ initializer: String) -> String {
      "Update to \(kind) final field app.Task.\(field) attempted from a different method (\(method)) "
        + "than the initializer method \(initializer) "
    }
    #expect(
      problems.map(\.message) == [
        message("non-static", "count", "execute", "<init>"), message("static", "all", "execute", "<clinit>"),
        message("non-static", "count", "reset", "<init>"), message("static", "all", "reset", "<clinit>"),
      ]
    )
    #expect(
      problems.allSatisfy { $0.error == "java.lang.IllegalAccessError" && $0.rule == LinkRules.fieldFinal }
    )
  }

  /// Class files before Java 9 may, and so may all whose fields are not final.
  @Test func allowed() async throws {
    #expect(try await Self.problems(Self.type(52)).isEmpty)
    #expect(try await Self.problems(Self.type(61, isFinal: false)).isEmpty)
  }
}
