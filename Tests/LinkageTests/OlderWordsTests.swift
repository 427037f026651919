import ClassFiles
import InterfaceManifests
import Testing

@testable import Linkage

/// Messages of Java 7 and 8 as OpenJDK's sources have them (linkResolver.cpp, classFileParser.cpp): no runtime of them can be
/// had to judge. What differs later is set beside.
@Suite struct OlderWordsTests {
  private func input(_ builder: ClassBuilder, as name: String) throws -> LinkInput {
    let bytes = try builder.build()
    return LinkInput(entry: name + ".class", expectedName: name) {
      do throws(ClassFileError) { return .success(try ClassFile(bytes)) } catch {
        return .failure(LinkInputError(error, name: name))
      }
    }
  }

  /// The first problem of a class that calls something, on one Java level.
  private func message(
    _ level: Int,
    library: [LinkInput] = [],
    majorVersion: UInt16 = 50,
    _ body: @escaping (inout CodeBuilder) -> Void
  ) async throws -> String? {
    var client = ClassBuilder("app/Task", majorVersion: majorVersion)
    client.addMethod("execute", "(Ljava/lang/Object;)V", [.public, .static]) { code in
      body(&code)
      code.emit(.return)
    }
    let java = try PlatformLine.java().javaView(level: level)
    var check = LinkageCheck(
      inputs: [try input(client, as: "app/Task")],
      platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: level)]
    )
    check.platformInputs = library
    return try #require(await check.run().first).problems.first.map { "\($0.error ?? ""): \($0.message)" }
  }

  @Test func classFileVersions() async throws {
    let newer = "java.lang.UnsupportedClassVersionError: app/Task"
    #expect(try await message(7, majorVersion: 52) { _ in } == "\(newer) : Unsupported major.minor version 52.0")
    #expect(try await message(7, majorVersion: 51) { _ in } == nil)
    #expect(
      try await message(8, majorVersion: 53) { _ in }
        == "\(newer) has been compiled by a more recent version of the Java Runtime (class file version 53.0), this version "
        + "of the Java Runtime only recognizes class file versions up to 52.0"
    )
  }

  /// A method that the class of the reference inherits is called by that class's name.
  @Test func inheritedMethods() async throws {
    var base = ClassBuilder("lib/Base")
    base.addMethod("m", "()V", [.public, .static]) { $0.emit(.return) }
    base.addMethod("n", "()V") { $0.emit(.return) }
    let library = [
      try input(base, as: "lib/Base"), try input(ClassBuilder("lib/Sub", superName: "lib/Base"), as: "lib/Sub"),
    ]
    func call(_ level: Int, _ name: String, _ opcode: Opcode) async throws -> String? {
      try await message(level, library: library) { code in
        if opcode == .invokevirtual {
          code.emit(.aload_0)
          code.type(.checkcast, "lib/Sub")
        }
        code.invoke(opcode, "lib/Sub", name, "()V")
      }
    }
    let error = "java.lang.IncompatibleClassChangeError"
    #expect(try await call(8, "m", .invokevirtual) == "\(error): Expecting non-static method lib.Sub.m()V")
    #expect(try await call(17, "m", .invokevirtual) == "\(error): Expecting non-static method 'void lib.Base.m()'")
    #expect(try await call(8, "n", .invokestatic) == "\(error): Expected static method lib.Sub.n()V")
    #expect(try await call(17, "n", .invokestatic) == "\(error): Expected static method 'void lib.Base.n()'")
    #expect(try await call(8, "n", .invokevirtual) == nil)
  }

  /// Java 9 turned the two names round, Java 17 back.
  @Test func wrongNames() async throws {
    let library = [try input(ClassBuilder("lib/Held"), as: "lib/Asked")]
    func make(_ level: Int) async throws -> String? {
      try await message(level, library: library) { code in
        code.type(.new, "lib/Asked")
        code.emit(.pop)
      }
    }
    let error = "java.lang.NoClassDefFoundError"
    #expect(try await make(8) == "\(error): lib/Asked (wrong name: lib/Held)")
    #expect(try await make(11) == "\(error): lib/Held (wrong name: lib/Asked)")
    #expect(try await make(17) == "\(error): lib/Asked (wrong name: lib/Held)")
  }
}
