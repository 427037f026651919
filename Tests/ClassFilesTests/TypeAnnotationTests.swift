import ClassFiles
import Testing

@Suite struct TypeAnnotationTests {
  /// One target of each form of JVMS table 4.7.20-A.
  static let targets: [[UInt8]] = [
    [0x00, 1], [0x01, 2], [0x10, 0xFF, 0xFF], [0x11, 0, 1], [0x12, 1, 0], [0x13], [0x14], [0x15], [0x16, 3],
    [0x17, 0, 4], [0x40, 0, 1, 0, 1, 0, 2, 0, 3], [0x41, 0, 0], [0x42, 0, 5], [0x43, 0, 6], [0x44, 0, 7],
    [0x45, 0, 8], [0x46, 0, 9], [0x47, 0, 1, 2], [0x48, 0, 1, 2], [0x49, 0, 1, 2], [0x4A, 0, 1, 2], [0x4B, 0, 1, 2],
  ]

  @Test(arguments: targets)
  func everyTargetGoesBothWays(target: [UInt8]) throws {
    var builder = ClassBuilder("demo/Typed")
    let type = builder.pool.utf8("Ldemo/T;")
    let content = [0, 1] + target + [2, 0, 0, 3, 1, UInt8(type >> 8), UInt8(type & 0xFF), 0, 0]
    builder.addAttribute(.unknown(name: "RuntimeVisibleTypeAnnotations", content: content))
    let file = try ClassFile(builder.build())
    let annotations = try file.attributes.typeAnnotations()
    #expect(annotations.count == 1)
    #expect(annotations.first?.annotation == Annotation("Ldemo/T;"))
    #expect(annotations.first?.path.map(\.kind) == [0, 3])
    #expect(AttributeValue.typeAnnotations(annotations, visible: true).encoded(&builder.pool).content == content)
  }

  @Test func anUnknownTargetIsAnError() throws {
    var builder = ClassBuilder("demo/Typed")
    builder.addAttribute(.unknown(name: "RuntimeInvisibleTypeAnnotations", content: [0, 1, 0x20, 0, 0, 1, 0, 0]))
    let file = try ClassFile(builder.build())
    #expect(throws: ClassFileError.self) { try file.attributes.typeAnnotations(visible: false) }
  }
}
