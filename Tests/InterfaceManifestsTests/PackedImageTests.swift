import ClassFiles
import Foundation
import InterfaceManifests
import TestSupport
import Testing

/// Runtimes are made small by packing their classes; what is read of them is the same.
@Suite(.serialized) struct PackedImageTests {
  private static let options = ExtractionOptions(scope: .all, keepsSignatures: false)

  /// `jlink` packs by `compact-cp` (1) or by `zip` (2).
  @Test func packedByLinker() throws {
    guard let home = InstalledJDK.any, FileManager.default.isExecutableFile(atPath: home + "/bin/jlink") else {
      print("skipped: packed runtime images, no JDK with jlink here")
      return
    }
    let folder = try TemporaryFolder()
    func classes(_ level: String) throws -> [ClassFact] {
      let path = folder.path("image\(level)")
      let arguments = ["--add-modules", "java.base", "--compress", level, "--output", path]
      let result = try Command.run(home + "/bin/jlink", arguments)
      #expect(result.status == 0, "\(result.output)")
      let extraction = try Extraction.jdk(home: path, options: Self.options)
      #expect(extraction.problems == [])
      return extraction.manifest.classes
    }
    let plain = try classes("0")
    #expect(plain.count > 6_000)
    for level in ["1", "2"] {
      let isEqual = try classes(level) == plain
      #expect(isEqual, "\(level)")
      try Self.expectDamageTold(home: folder.path("image\(level)"))
    }
  }

  /// Classes whose bytes were changed are told by name and the others read.
  private static func expectDamageTold(home: String) throws {
    let modules = URL(filePath: home + "/lib/modules")
    var bytes = [UInt8](try Data(contentsOf: modules))
    for place in stride(from: bytes.count / 2, to: bytes.count, by: 64) { bytes[place] ^= 0x55 }
    try Data(bytes).write(to: modules)
    let damaged = try Extraction.jdk(home: home, options: options)
    let told = damaged.problems.count { $0.contains("the compressed java.base/") && $0.hasSuffix(" is damaged") }
    #expect(told > 10 && damaged.isPartial)
    #expect(!damaged.manifest.classes.isEmpty)
  }

  /// A class with every kind of text, and with constants of eight bytes among them.
  private static func sample() throws -> [UInt8] {
    var builder = ClassBuilder("p/q/Größe", interfaces: ["Unnamed"], majorVersion: 55)
    builder.addField("value", "Ljava/lang/String;", .public)
    builder.addField("long", "J", [.public, .static, .final], attributes: [.constantValue(builder.pool.long(1 << 40))])
    builder.addMethod("m", "(ILp/q/A$B;[[LUnnamed;Ljava/util/Map;)Lp/C;", [.public, .abstract])
    return try builder.build()
  }

  private static func extraction(
    _ packings: [HandmadeImage.Packing],
    damage: (inout [UInt8]) -> Void = { _ in }
  ) throws -> Extraction {
    let folder = try TemporaryFolder()
    var image = HandmadeImage()
    image.add("p/q/Größe", try sample(), packings, damage: damage)
    try image.write(to: folder.path("home"))
    return try Extraction.jdk(home: folder.path("home"), options: options)
  }

  /// One packing over the other, which no `jlink` of today does and every JVM reads.
  @Test func packedTwice() throws {
    let plain = try Self.extraction([])
    #expect(plain.problems == [] && plain.manifest.classes.first?.members.count == 3)
    let ways: [[HandmadeImage.Packing]] = [[.zip], [.compactCP], [.compactCP, .zip], [.zip, .zip]]
    for way in ways {
      let packed = try Self.extraction(way)
      #expect(packed.problems == [], "\(way)")
      #expect(packed.manifest.classes == plain.manifest.classes, "\(way)")
    }
  }

  /// Where the packed class file begins.
  private static let body = 29

  /// Each damage is one sentence.
  @Test func damages() throws {
    func told(_ packings: [HandmadeImage.Packing], _ damage: (inout [UInt8]) -> Void = { _ in }) throws -> [String] {
      try Self.extraction(packings, damage: damage).problems.map { String($0.split(separator: ": ").last ?? "") }
    }
    let header = ["the header of the compressed m/p/q/Größe is damaged"]
    let content = ["the compressed m/p/q/Größe is damaged"]
    #expect(
      try told([.other("shrink")]) == [
        "its resources are compressed by 'shrink', of which only 'zip' and 'compact-cp' are read; use a JDK whose image is not"
      ]
    )
    #expect(try told([.zip]) { $0.removeLast($0.count - 20) } == ["the compressed m/p/q/Größe has no header"])
    #expect(try told([.compactCP]) { $0[0] ^= 1 } == header)
    #expect(try told([.compactCP]) { $0[4] ^= 1 } == header)
    #expect(try told([.compactCP]) { $0[12] ^= 1 } == content)
    #expect(try told([.compactCP]) { $0[19] = 1 } == header)
    // Packed five times, which is more than anybody does.
    #expect(try told([.zip, .zip, .zip, .zip, .zip]) == header)
    // The first constant is a text: no tag, a place outside the strings, a number without length, one that is cut off.
    #expect(try told([.compactCP]) { $0[Self.body + 10] = 2 } == content)
    #expect(try told([.compactCP]) { $0[Self.body + 11] = 0x7f } == content)
    #expect(try told([.compactCP]) { $0[Self.body + 11] = 0x80 } == content)
    #expect(
      try told([.compactCP]) {
        $0.removeLast($0.count - Self.body - 12)
        $0[4] = 12
        $0[5] = 0
      } == content
    )
    // Everywhere: never a crash, and what is read as whole has the size that was told.
    let length = try Self.sample().count
    for place in 0..<length {
      _ = try Self.extraction([.compactCP]) { if place < $0.count { $0[place] ^= 0xff } }
    }
  }
}
