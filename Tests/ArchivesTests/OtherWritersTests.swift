import Archives
import Findings
import Foundation
import TestSupport
import Testing

/// Archives that other programs wrote must be clean, and give back what was put in.
@Suite struct OtherWritersTests {
  private static let contents: [String: [UInt8]] = [
    "a.txt": Array("hello hello hello hello\n".utf8), "empty.txt": [], "d/b.bin": (0..<3_000).map { UInt8($0 & 255) },
    "d/ümlaut.txt": Array("ä\n".utf8),
  ]

  /// Program, arguments; each makes `out.zip` of the folder `in`.
  private static let writers: [(name: String, program: String, arguments: [String])] = [
    ("zip", "zip", ["-qr", "../out.zip", "."]),
    ("zip, stored", "zip", ["-qr0", "../out.zip", "."]),
    ("zip to a stream", "sh", ["-c", "zip -qr - . > ../out.zip"]),
    (
      "zip from a stream, ZIP64", "sh",
      ["-c", "zip -q ../out.zip - < d/b.bin && zip -qr ../out.zip . && zip -qd ../out.zip -"]
    ),
    ("jar", "jar", ["cf", "../out.zip", "."]),
    ("jar, stored", "jar", ["cf0", "../out.zip", "."]),
    ("bsdtar", "bsdtar", ["-acf", "../out.zip", "."]),
    ("Python", "python3", ["-c", python("")]),
    ("Python, stored", "python3", ["-c", python("compression=zipfile.ZIP_STORED")]),
    ("Python to a stream", "python3", ["-c", pythonStream(force: false)]),
    ("Python to a stream, ZIP64", "python3", ["-c", pythonStream(force: true)]),
    ("java.util.zip", "java", ["../Write.java"]),
  ]

  private static func python(_ option: String) -> String {
    """
    import zipfile, os
    with zipfile.ZipFile('../out.zip', 'w', \(option.isEmpty ? "compression=zipfile.ZIP_DEFLATED" : option)) as z:
      for d, _, fs in os.walk('.'):
        for f in fs: z.write(os.path.join(d, f))
    """
  }

  private static func pythonStream(force: Bool) -> String {
    """
    import zipfile, os
    class Out:
      def __init__(self): self.f = open('../out.zip', 'wb')
      def write(self, b): return self.f.write(b)
      def flush(self): self.f.flush()
    o = Out()
    with zipfile.ZipFile(o, 'w', zipfile.ZIP_DEFLATED) as z:
      for d, _, fs in os.walk('.'):
        for f in fs:
          p = os.path.join(d, f)
          with z.open(os.path.normpath(p), 'w', force_zip64=\(force ? "True" : "False")) as e: e.write(open(p, 'rb').read())
    o.f.close()
    """
  }

  private static let java = """
    import java.io.*; import java.nio.file.*; import java.util.zip.*;
    class Write { public static void main(String[] a) throws Exception {
      try (var out = new ZipOutputStream(new FileOutputStream("../out.zip")); var walk = Files.walk(Path.of("."))) {
        for (var p : (Iterable<Path>) walk::iterator) if (Files.isRegularFile(p)) {
          out.putNextEntry(new ZipEntry(p.normalize().toString())); out.write(Files.readAllBytes(p)); out.closeEntry();
        } } } }
    """

  @Test func archivesOfOtherProgramsAreCleanAndWhole() throws {
    var tried = 0
    for writer in Self.writers {
      guard OutsideTool.path(writer.program) != nil else {
        print("skipped: \(writer.name), \(writer.program) is not installed")
        continue
      }
      let folder = try TemporaryFolder()
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "in/d"),
        withIntermediateDirectories: true
      )
      for (name, content) in Self.contents { try AtomicFile.write(content, to: folder.path("in/\(name)")) }
      try AtomicFile.write(Self.java.utf8, to: folder.path("Write.java"))
      let result = try OutsideTool.run(writer.program, writer.arguments, in: folder.url.appending(path: "in"))
      #expect(result.status == 0, "\(writer.name): \(result.output)")
      let archive = try Archive.open(path: folder.path("out.zip"))
      #expect(archive.findings.map(\.message) == [], "\(writer.name)")
      var read: [String: [UInt8]] = [:]
      for entry in archive.entries where !entry.isDirectory && entry.name != JarManifest.entryName {
        let name = entry.name.hasPrefix("./") ? String(entry.name.dropFirst(2)) : entry.name
        read[name] = try archive.content(of: entry)
      }
      #expect(read == Self.contents, "\(writer.name): \(read.keys)")
      #expect(archive.verifyContents() == [], "\(writer.name)")
      tried += 1
    }
    #expect(tried > 0, "no program that writes archives is installed")
    print("archives of other programs: \(tried) of \(Self.writers.count)")
  }
}
