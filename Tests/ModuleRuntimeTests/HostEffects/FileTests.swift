import Foundation
import PackageFixtures
import TestSupport
import Testing

@testable import ModuleRuntime

/// Files of an instance: inside its directory, and nowhere else.
@Suite struct FileTests {
  private static let security = "!java.lang.SecurityException"
  private let folder: TemporaryFolder
  private let context = FixedContext()
  private let root: String

  init() throws {
    folder = try TemporaryFolder()
    root = folder.path("data/instance")
    context.dataDirectory = root
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  private func call(_ id: String, _ arguments: Value...) -> String {
    Calling.shown("starface.io", id, arguments, context)
  }

  private func outputs(_ id: String, _ arguments: Value...) throws -> [Value] {
    try Calling.outputs("starface.io", id, arguments, context)
  }

  private func write(_ name: String, _ text: String) -> String {
    call("WriteToFile", .string(name), .null, .boolean(false), .string(text))
  }

  private func read(_ name: String) -> String { call("ReadFromFile", .string(name), .null) }

  // MARK: Staying inside

  @Test func `no path leaves the directory`() throws {
    let secret = folder.path("data/secret")
    try "secret".write(toFile: secret, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: folder.path("data/instance2"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: root + "/out", withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: root + "/file", withDestinationPath: secret)
    try FileManager.default.createSymbolicLink(atPath: root + "/nowhere", withDestinationPath: folder.path("data/made"))
    #expect(write("inside", "x") == "true")
    let escapes = [
      "../secret", "/etc/passwd", "a/../../secret", "./.././secret", root + "/../secret", root + "2/x", "out/secret",
      "file", "nowhere", "out/../out/secret", "/",
    ]
    let inside = Value.string("inside")
    var count = 0
    for path in escapes {
      let path = Value.string(path)
      let calls = [
        call("ReadFromFile", path, .null), call("WriteToFile", path, .null, .boolean(true), .string("x")),
        call("FileInputStream", path), call("FileOutputStream", path, .boolean(true)), call("FileExists", path),
        call("CopyFile", path, .string("copy"), .boolean(true)), call("CopyFile", inside, path, .boolean(true)),
        call("MoveFile", inside, path, .boolean(true)), call("CreateDir", path, .string("x")), call("DirExists", path),
        call("CreateLink", .null, path, .string("l")), call("ListFiles", path), call("ListDirs", path),
        call("CSVWriter", path, .null, .boolean(true), .list([.string("a")]), .null, .null),
        call("CompressToZIP", .list([path]), .string("z.zip"), .integer(1), .boolean(true), .boolean(true)),
        call("CompressToZIP", .list([inside]), path, .integer(1), .boolean(true), .boolean(true)),
        call("UnzipFile", .null, path), call("UnzipFile", path, inside),
        call("RenameFileOrDir", path, .string("a"), .string("b")),
      ]
      for (index, shown) in calls.enumerated() { #expect(shown == Self.security, "\(path.text), call \(index)") }
      count += calls.count
    }
    #expect(count == escapes.count * 19)
    #expect(call("DeleteFile", .string("../secret")) == Self.security)
    #expect(call("DeleteFile", .string("out/secret")) == Self.security)
    #expect(call("MoveFile", .string("out/secret"), .string("mine"), .boolean(true)) == Self.security)
    #expect(try String(contentsOfFile: secret, encoding: .utf8) == "secret")
    #expect(!FileManager.default.fileExists(atPath: folder.path("data/made")))
    // A link itself is deleted, not what it leads to; so is a folder with such a link.
    #expect(call("DeleteFile", .string("file")) == "true")
    #expect(call("CleanDataDir") == "void")
    #expect(try FileManager.default.contentsOfDirectory(atPath: root) == [])
    #expect(FileManager.default.fileExists(atPath: secret))
  }

  @Test func `a copied link to the outside is not followed`() throws {
    try FileManager.default.createDirectory(atPath: root + "/a", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: root + "/a/passwd", withDestinationPath: "/etc/passwd")
    #expect(call("CopyFile", .string("a"), .string("b"), .boolean(true)) == "false")
    #expect(read("b/passwd") == "!java.io.FileNotFoundException")
  }

  // MARK: Reading and writing

  @Test func `written, appended, read`() throws {
    #expect(write("sub/a.txt", "äö€") == "true")
    #expect(call("WriteToFile", .string("sub/a.txt"), .null, .boolean(true), .string("!")) == "true")
    #expect(read("sub/a.txt") == "s" + JavaJudge.escaped("äö€!"))
    #expect(read(root + "/sub/./../sub/a.txt") == "s" + JavaJudge.escaped("äö€!"))
    #expect(call("FileExists", .string("sub/a.txt")) == "true")
    #expect(call("FileExists", .string("sub")) == "false")
    #expect(call("DirExists", .string("sub")) == "true")
    #expect(read("missing") == "!java.io.FileNotFoundException")
    #expect(write("sub", "x") == "false")
    #expect(context.lines.last == "WARN 'sub' cannot be written")
    #expect(call("DeleteFile", .string("missing")) == "true")
    #expect(call("DeleteFile", .string("")) == "!java.lang.IllegalArgumentException")
    #expect(call("ReadFromFile", .string("a"), .string("nope")) == "!java.io.UnsupportedEncodingException")
  }

  @Test func `encodings as Java's`() throws {
    for (name, text, bytes) in [
      ("UTF-8", "aä€", [0x61, 0xC3, 0xA4, 0xE2, 0x82, 0xAC]), ("ISO-8859-1", "aä€", [0x61, 0xE4, 0x3F]),
      ("US-ASCII", "aä", [0x61, 0x3F]), ("windows-1252", "aä€", [0x61, 0xE4, 0x80]),
      ("UTF-16", "a€", [0xFE, 0xFF, 0, 0x61, 0x20, 0xAC]), ("UTF-16LE", "a€", [0x61, 0, 0xAC, 0x20]),
    ] as [(String, String, [UInt8])] {
      #expect(call("WriteToFile", .string("f"), .string(name), .null, .string(text)) == "true")
      #expect(try Array(Data(contentsOf: URL(filePath: root + "/f"))) == bytes, "\(name)")
      if name != "ISO-8859-1", name != "US-ASCII" {
        #expect(call("ReadFromFile", .string("f"), .string(name)) == "s" + JavaJudge.escaped(text), "\(name)")
      }
    }
  }

  @Test func `copied, moved, renamed, listed`() throws {
    #expect(write("d/one", "1") == "true")
    #expect(write("d/e/two", "2") == "true")
    #expect(call("CopyFile", .string("d"), .string("c"), .boolean(false)) == "true")
    #expect(read("c/e/two") == "s2")
    #expect(call("CopyFile", .string("d"), .string("c"), .boolean(false)) == "false")
    #expect(call("CopyFile", .string("d"), .string("c"), .boolean(true)) == "true")
    #expect(call("CopyFile", .string("d"), .string("d/f"), .boolean(true)) == "!java.lang.IllegalArgumentException")
    #expect(call("MoveFile", .string("c/one"), .string("m"), .boolean(false)) == "true")
    #expect(read("c/one") == "!java.io.FileNotFoundException")
    #expect(call("RenameFileOrDir", .string("c"), .string("e"), .string("g")) == "true")
    #expect(call("RenameFileOrDir", .string("c"), .string("e"), .string("h")) == "false")
    #expect(call("RenameFileOrDir", .null, .string("c"), .string("../x")) == "!java.lang.IllegalArgumentException")
    let real = try #require(FileTree.real(root))
    #expect(call("ListFiles", .string("d")) == "[s\(real)/d/one,]")
    #expect(call("ListDirs", .null) == "[s\(real)/c,s\(real)/d,]")
    #expect(call("ListFiles", .string("missing")) == "!java.io.IOException")
    #expect(call("GetFileOrDirName", .string("/a/b.txt")) == "sb.txt")
    #expect(call("GetParentDir", .string("/a/b.txt")) == "s/a")
    #expect(call("GetParentDir", .string("b")) == "s")
    #expect(call("GetParentDir", .null) == "s\(real)")
    #expect(try outputs("CreateDir", .string("d"), .string("new"))[1].text == "true")
    #expect(try outputs("CreateDir", .string("d"), .string("new"))[1].text == "true")
    let made = try outputs("CreateDir", .null, .null)[0].text
    #expect(call("DirExists", .string(made)) == "true")
    #expect(try outputs("CreateLink", .null, .string("d"), .string("link"))[1].text == "true")
    #expect(read("link/one") == "s1")
    #expect(try outputs("CreateLink", .null, .string("d"), .string("link"))[1].text == "false")
    #expect(try (outputs("GetFreeSpace", .null)[0].doubleValue ?? -1) > 0)
    #expect(call("GetFreeSpace", .string("parsecs")) == "!java.lang.IllegalArgumentException")
  }

  // MARK: Streams

  @Test func `streams end, close and are counted`() throws {
    let out = try outputs("FileOutputStream", .string("s"), .null)[0]
    #expect(call("WriteToStream", out, .string("über"), .null) == "void")
    #expect(call("CloseStream", .null, out) == "void")
    #expect(call("WriteToStream", out, .string("x"), .null) == "!java.io.IOException")
    let input = try outputs("FileInputStream", .string("s"))[0]
    let copy = try outputs("FileOutputStream", .string("t"), .null)[0]
    #expect(call("CopyStream", input, copy) == "void")
    #expect(call("ReadFromStream", input, .null) == "s")
    #expect(call("CloseStream", input, .null) == "void")
    #expect(call("ReadFromStream", input, .null) == "!java.io.IOException")
    #expect(read("t") == "s" + JavaJudge.escaped("über"))
    #expect(call("FileInputStream", .string("none")) == "!java.io.FileNotFoundException")
    #expect(call("ReadFromStream", .null, .null) == "!java.lang.NullPointerException")
    #expect(call("ReadFromStream", .string("x"), .null) == "!java.lang.IllegalArgumentException")
    RunResources.of(context).runEnds(context, failed: false)
    #expect(context.lines == ["DEBUG OutputStream of 't' was not closed"])
  }

  @Test func `too many open streams`() throws {
    #expect(write("f", "x") == "true")
    var shown: [String] = []
    var kept: [Value] = []
    for _ in 0..<300 {
      do { kept += try outputs("FileInputStream", .string("f")) } catch { shown.append("\(error)") }
    }
    #expect(kept.count == 256)
    #expect(shown.count == 44)
  }

  // MARK: CSV and ZIP

  @Test(.enabled(if: OutsideJudge.python != nil, OutsideJudge.isMissing))
  func `Python reads the CSV as it was meant`() throws {
    let rows: [[String]] = [
      ["a", "b;c", "say \"hi\""], ["", "line\nbreak", "carriage\rreturn"], ["ä€😀", " spaced ", "x"], [""],
    ]
    for delimiter in [";", ",", "\t"] {
      let items = Value.list(rows.map { .list($0.map { .string($0) }) })
      let written = call(
        "CSVWriter",
        .string("f.csv"),
        .string(delimiter),
        .boolean(false),
        items,
        .null,
        .boolean(true)
      )
      #expect(written == "true")
      let script = """
        import csv,sys,json
        print(json.dumps(list(csv.reader(open(sys.argv[1],newline='',encoding='utf8'),delimiter=sys.argv[2],strict=True))))
        """
      let read = try OutsideJudge.output(OutsideJudge.python, ["-c", script, root + "/f.csv", delimiter])
      #expect(try JSONDecoder().decode([[String]].self, from: Data(read.utf8)) == rows)
    }
  }

  @Test func `flat items, records by their mark, spaces cut`() throws {
    let items = Value.list([
      .string(" a "), .integer(1), .string("/newrecord"), .null, .list([.string("n"), .double(1)]),
    ])
    #expect(call("CSVWriter", .string("f"), .string(";"), .null, items, .null, .null) == "true")
    #expect(read("f") == "s" + JavaJudge.escaped("a;1\n\"\"\nn;1.0\n"))
    #expect(
      call("CSVWriter", .string("f"), .string("\""), .null, items, .null, .null)
        == "!java.lang.IllegalArgumentException"
    )
    #expect(call("CSVWriter", .string("f"), .null, .null, .null, .null, .null) == "!java.lang.NullPointerException")
  }

  @Test(.enabled(if: OutsideJudge.unzip != nil, OutsideJudge.isMissing))
  func `unzip takes what was compressed, and it comes back`() throws {
    let text = String(repeating: "compress me ", count: 5_000)
    #expect(write("d/big", text) == "true")
    #expect(write("d/e/small", "s") == "true")
    #expect(write("single", "1") == "true")
    let sources = Value.list([.string("d"), .string("single")])
    let zip = Value.string("z.zip")
    #expect(call("CompressToZIP", sources, zip, .integer(9), .boolean(false), .boolean(true)) == "true")
    #expect(call("DirExists", .string("d")) == "false")
    let tested = try OutsideJudge.output(OutsideJudge.unzip, ["-t", root + "/z.zip"])
    #expect(tested.contains("No errors detected"))
    #expect(try OutsideJudge.output(OutsideJudge.unzip, ["-p", root + "/z.zip", "d/big"]) == text)
    #expect(call("CompressToZIP", sources, zip, .integer(1), .boolean(false), .boolean(false)) == "false")
    #expect(call("UnzipFile", .string("back"), zip) == "true")
    #expect(read("back/d/e/small") == "ss")
    #expect(read("back/d/big") == "s" + text)
    #expect(
      call("CompressToZIP", .list([zip]), zip, .integer(10), .null, .null) == "!java.lang.IllegalArgumentException"
    )
  }

  @Test(.enabled(if: OutsideJudge.python != nil, OutsideJudge.isMissing))
  func `hostile archives stay in the target directory`() throws {
    let script = """
      import zipfile,sys
      for i,name in enumerate(['../evil','/evil','a/../../evil','x\\\\..\\\\evil']):
          with zipfile.ZipFile(sys.argv[1]+'/%d.zip'%i,'w') as z: z.writestr(name,'x')
      with zipfile.ZipFile(sys.argv[1]+'/4.zip','w') as z:
          link=zipfile.ZipInfo('l'); link.create_system=3; link.external_attr=0o120777<<16; z.writestr(link,'/etc')
      with zipfile.ZipFile(sys.argv[1]+'/bomb.zip','w',zipfile.ZIP_DEFLATED) as z: z.writestr('b',b'0'*200000000)
      """
    _ = try OutsideJudge.output(OutsideJudge.python, ["-c", script, root])
    for index in 0..<5 {
      #expect(call("UnzipFile", .string("t"), .string("\(index).zip")) == Self.security, "\(index)")
    }
    #expect(call("UnzipFile", .string("t"), .string("bomb.zip")) == "false")
    #expect(context.lines.last?.contains("'bomb.zip' cannot be unpacked") == true)
    #expect(write("no.zip", "this is none") == "true")
    #expect(call("UnzipFile", .string("t"), .string("no.zip")) == "false")
    #expect(!FileManager.default.fileExists(atPath: folder.path("data/evil")))
  }
}
