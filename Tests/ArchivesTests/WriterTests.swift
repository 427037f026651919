import Archives
import Findings
import Foundation
import TestSupport
import Testing

@Suite struct WriterTests {
  /// Contents of every kind of compressibility, by name.
  static let contents: [(String, [UInt8])] = [
    ("META-INF/MANIFEST.MF", Array("Manifest-Version: 1.0\r\n\r\n".utf8)),
    ("empty.txt", []),
    ("one.bin", [7]),
    ("two.bin", [7, 7]),
    ("random.bin", random(100_000)),
    ("zeros.bin", [UInt8](repeating: 0, count: 70_000)),
    ("long/run.bin", [UInt8](repeating: 65, count: 258 * 3 + 1)),
    ("text.txt", Array((0..<20_000).map { "line \($0 * 7 % 1_000) of a text\n" }.joined().utf8)),
    ("far.bin", random(33_000) + random(33_000)),
    ("skewed.bin", skewed()),
    ("ünïcode/näme.txt", Array("ä".utf8)),
  ]

  private static func random(_ count: Int) -> [UInt8] {
    var state: UInt64 = 42
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  /// Fibonacci frequencies, the worst case for the depth of Huffman's tree, shuffled so that nothing repeats for long.
  private static func skewed() -> [UInt8] {
    var bytes: [UInt8] = []
    var (a, b) = (1, 1)
    for symbol in 0..<24 {
      bytes += [UInt8](repeating: UInt8(symbol * 9), count: a)
      (a, b) = (b, a + b)
    }
    let order = random(bytes.count * 2)
    for index in bytes.indices.reversed().dropLast() {
      let other = (Int(order[2 * index]) << 8 | Int(order[2 * index + 1])) * 257 % (index + 1)
      bytes.swapAt(index, other)
    }
    return bytes
  }

  private static func archive(_ style: ArchiveWriter.Style, reversed: Bool = false) throws -> [UInt8] {
    var writer = ArchiveWriter(epoch: 1_700_000_000, style: style)
    for (name, content) in reversed ? contents.reversed() : contents { try writer.add(name, content) }
    return try writer.bytes()
  }

  @Test(arguments: [ArchiveWriter.Style.plain, .appliance])
  func readsBackWhatItWrote(style: ArchiveWriter.Style) throws {
    let bytes = try Self.archive(style)
    let archive = Archive(bytes: bytes)
    #expect(archive.findings.map(\.message) == [])
    #expect(archive.entries.count == Self.contents.count)
    #expect(archive.entries.first?.name == "META-INF/MANIFEST.MF")
    let names = archive.entries.dropFirst().map { Array($0.name.utf8) }
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    for (name, content) in Self.contents {
      let entry = try #require(archive.entry(named: name))
      #expect(try archive.content(of: entry) == content, "\(name)")
      #expect(entry.modified.description == "2023-11-14 22:13:20")
    }
  }

  @Test func orderOfAddingDoesNotMatter() throws {
    #expect(try Self.archive(.plain) == Self.archive(.plain, reversed: true))
  }

  @Test(arguments: [ArchiveWriter.Style.plain, .appliance])
  func otherToolsReadIt(style: ArchiveWriter.Style) throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write(Self.archive(style), to: folder.path("a.jar"))
    let python = """
      import sys, zipfile
      z = zipfile.ZipFile('a.jar'); print(z.testzip(), len(z.namelist()), sum(len(z.read(n)) for n in z.namelist()))
      """
    let java = """
      import java.util.zip.*; import java.io.*;
      class Stream { public static void main(String[] a) throws Exception { long n = 0; int c = 0;
        try (var in = new ZipInputStream(new FileInputStream("a.jar"))) {
          while (in.getNextEntry() != null) { c++; n += in.readAllBytes().length; } }
        System.out.println(c + " " + n); } }
      """
    try AtomicFile.write(java.utf8, to: folder.path("Stream.java"))
    let total = Self.contents.reduce(0) { $0 + $1.1.count }
    var judges = 0
    if OutsideTool.path("unzip") != nil {
      #expect(try OutsideTool.run("unzip", ["-tq", "a.jar"], in: folder.url).status == 0)
      judges += 1
    }
    if OutsideTool.path("python3") != nil {
      let result = try OutsideTool.run("python3", ["-c", python], in: folder.url)
      #expect(result.output == "None \(Self.contents.count) \(total)\n")
      judges += 1
    }
    if OutsideTool.path("jar") != nil {
      let result = try OutsideTool.run("jar", ["tf", "a.jar"], in: folder.url)
      #expect(result.status == 0)
      #expect(result.output.split(separator: "\n").count == Self.contents.count, "\(result.output)")
      judges += 1
    }
    if OutsideTool.path("java") != nil {
      let result = try OutsideTool.run("java", ["Stream.java"], in: folder.url)
      #expect(result.output == "\(Self.contents.count) \(total)\n")
      judges += 1
    }
    if OutsideTool.path("bsdtar") != nil {
      let result = try OutsideTool.run("bsdtar", ["-tf", "a.jar"], in: folder.url)
      #expect(result.output.split(separator: "\n").count == Self.contents.count, "\(result.output)")
      judges += 1
    }
    #expect(judges > 0, "no other tool is installed")
    if judges < 5 { print("skipped: \(5 - judges) of 5 judges (unzip, python3, jar, java, bsdtar) are not installed") }
  }
}
