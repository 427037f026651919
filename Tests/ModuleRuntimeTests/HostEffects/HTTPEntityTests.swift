import Foundation
import TestSupport
import Testing

@testable import ModuleRuntime

/// Bodies of requests, and the form encoding against Java's own.
@Suite struct HTTPEntityTests {
  private static let judge = """
    import java.net.URLEncoder;
    import java.nio.charset.StandardCharsets;
    import java.nio.file.*;
    class Judge {
      public static void main(String[] args) throws Exception {
        for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
          StringBuilder text = new StringBuilder();
          for (String point : line.split(" ")) if (!point.isEmpty()) text.appendCodePoint(Integer.parseInt(point));
          System.out.println("=" + URLEncoder.encode(text.toString(), StandardCharsets.UTF_8));
        }
      }
    }
    """

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `encoded as URLEncoder does`() throws {
    var generator = CaseGenerator(seed: 11)
    var texts = (0..<0x180).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    for _ in 0..<1_500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x7F : 0x10_FFFF
        text.append(Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) ?? "ß")
      }
      texts.append(String(text))
    }
    let folder = try TemporaryFolder()
    try Self.judge.write(toFile: folder.path("Judge.java"), atomically: true, encoding: .utf8)
    let cases = texts.map { $0.unicodeScalars.map { String($0.value) }.joined(separator: " ") + "\n" }.joined()
    try cases.write(toFile: folder.path("cases"), atomically: true, encoding: .utf8)
    let answers = try OutsideJudge.output(JavaJudge.java, [folder.path("Judge.java"), folder.path("cases")])
      .split(separator: "\n").map { String($0.dropFirst()) }
    try #require(answers.count == texts.count)
    #expect(texts.count > 1_800)
    for (text, answer) in zip(texts, answers) { #expect(FormEncoding.encode(text) == answer) }
  }

  private func entity(_ id: String, _ arguments: [Value]) throws -> HTTPEntity {
    guard case .object(let object)? = try Calling.outputs("starface.http", id, arguments).first,
      let entity = object as? HTTPEntity
    else { throw JavaException.runtime("no entity") }
    return entity
  }

  @Test func `entities hold their bytes and print as Apache's`() throws {
    let text = try entity("CreateStringEntity", [.string("ü"), .string("text/html")])
    #expect(text.javaText == "[Content-Type: text/html; charset=UTF-8,Content-Length: 2,Chunked: false]")
    #expect(try text.bytes() == [0xC3, 0xBC])
    let latin = try entity("CreateStringEntity", [.string("ü"), .string("text/plain; charset=ISO-8859-1")])
    #expect(try latin.bytes() == [0xFC])
    let form = try entity(
      "CreateUrlEncodedFormEntity",
      [.map(JavaMap([(.string("a b"), .string("1&2")), (.string("ä"), .integer(3))], order: .insertion))]
    )
    #expect(String(decoding: try form.bytes(), as: UTF8.self) == "a+b=1%262&%C3%A4=3")
    #expect(form.contentType == "application/x-www-form-urlencoded; charset=UTF-8")
    let stream = Value.object(HostInputStream(bytes: [1, 2], name: "x"))
    let streamed = try entity("CreateInputStreamEntity", [stream])
    #expect(try streamed.bytes() == [1, 2])
    #expect(try streamed.bytes() == [])
  }

  @Test func `nothing and nonsense`() {
    #expect(Calling.shown("starface.http", "CreateStringEntity", [.null, .null]) == "!java.lang.NullPointerException")
    #expect(Calling.shown("starface.http", "CreateUrlEncodedFormEntity", [.null]) == "!java.lang.NullPointerException")
    #expect(
      Calling.shown("starface.http", "CreateStringEntity", [.string(""), .string("a\r\nX: y")])
        == "!java.lang.IllegalArgumentException"
    )
    #expect(
      Calling.shown("starface.http", "CreateStringEntity", [.string(""), .string("a; charset=nope")])
        == "!java.io.UnsupportedEncodingException"
    )
  }

  @Test func `RFC 4648`() {
    for text in ["", "f", "fo", "foo", "foob", "fooba", "foobar", "Ünï"] {
      #expect(Base64.encode(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
    }
  }
}
