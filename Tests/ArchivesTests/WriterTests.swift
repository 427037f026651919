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

  private static func crowd(_ count: Int, and more: [(String, [UInt8])] = []) throws -> [UInt8] {
    var writer = ArchiveWriter(epoch: 0)
    for number in 0..<count - more.count { try writer.add("\(number)/", []) }
    for (name, content) in more { try writer.add(name, content) }
    return try writer.bytes()
  }

  /// The end record counts to 65,534; what is more stands in a ZIP64 one.
  @Test(arguments: [(65_534, false), (65_535, true)])
  func moreEntriesThanTheEndRecordCounts(count: Int, isZIP64: Bool) throws {
    let bytes = try Self.crowd(count)
    let archive = Archive(bytes: bytes)
    #expect(archive.findings.map(\.message) == [])
    #expect(archive.entries.count == count)
    let locator: [UInt8] = [0x50, 0x4B, 6, 7]
    #expect((bytes[(bytes.count - 42)...].prefix(4) == locator[...]) == isZIP64)
    // Two counts of 65,535 defer to the other record.
    #expect(bytes[bytes.count - 14..<bytes.count - 10].allSatisfy { $0 == 0xFF } == isZIP64)
  }

  /// What the appliance makes of such archives is not known.
  @Test func theApplianceGetsNoZIP64() throws {
    var writer = ArchiveWriter(epoch: 0, style: .appliance)
    for number in 0..<65_534 { try writer.add("\(number)/", []) }
    #expect(throws: ArchiveError.unwritable(entry: "last/", reason: "it would be entry 65535")) {
      try writer.add("last/", [])
    }
  }

  @Test func otherToolsReadZIP64() throws {
    guard OutsideTool.path("javac") != nil, OutsideTool.path("unzip") != nil, OutsideTool.path("python3") != nil else {
      print("skipped: archives of many entries, no javac, unzip or python3 here")
      return
    }
    let folder = try TemporaryFolder()
    func run(_ tool: String, _ arguments: [String]) throws -> String {
      let result = try OutsideTool.run(tool, arguments, in: folder.url)
      #expect(result.status == 0, "\(tool): \(result.output.suffix(500))")
      return result.output
    }
    let library = "package z; public class Last { public static int count() { return 70_000; } }"
    let client = "class Main { public static void main(String[] a) { System.out.println(z.Last.count()); } }"
    try AtomicFile.write(library.utf8, to: folder.path("Last.java"))
    try AtomicFile.write(client.utf8, to: folder.path("Main.java"))
    _ = try run("javac", ["-d", "made", "Last.java"])
    let last = [UInt8](try Data(contentsOf: URL(filePath: folder.path("made/z/Last.class"))))
    try AtomicFile.write(Self.crowd(70_000, and: [("z/Last.class", last)]), to: folder.path("a.jar"))
    #expect(try run("unzip", ["-tqq", "a.jar"]).isEmpty)
    #expect(try run("unzip", ["-l", "a.jar"]).contains("70000 files"))
    #expect(try run("jar", ["tf", "a.jar"]).split(separator: "\n").count == 70_000)
    let python = "import zipfile; z = zipfile.ZipFile('a.jar'); print(z.testzip(), len(z.namelist()))"
    #expect(try run("python3", ["-c", python]) == "None 70000\n")
    _ = try run("javac", ["-cp", "a.jar", "-d", "main", "Main.java"])
    #expect(try run("java", ["-cp", "a.jar:main", "Main"]) == "70000\n")
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
