import Testing

@testable import ModuleRuntime

@Suite struct LoopbackURLTests {
  @Test(arguments: [
    ("http://127.0.0.1:8080/a?b=c#d", "127.0.0.1", 8080, "/a?b=c"), ("HTTP://LocalHost", "localhost", 80, "/"),
    ("http://[::1]:90?x", "::1", 90, "/?x"), ("http://127.255.0.3/", "127.255.0.3", 80, "/"),
  ])
  func thisMachine(_ url: String, _ host: String, _ port: Int, _ path: String) throws {
    let read = try LoopbackURL(url)
    #expect(read.host == host)
    #expect(read.port == port)
    #expect(read.path == path)
  }

  @Test(arguments: [
    "http://example.com/", "http://128.0.0.1/", "http://127.0.0.1.example.com/", "http://2130706433/",
    "http://0177.0.0.1/", "http://127.1/", "http://127.0.0.01/", "http://[::2]/", "http://[::ffff:127.0.0.1]/",
    "http://localhost.example.com", "http://0.0.0.0/", "http://10.0.0.1/",
  ])
  func otherMachines(_ url: String) {
    #expect(throws: LoopbackURL.Refusal.self) { try LoopbackURL(url) }
  }

  @Test(arguments: [
    "https://localhost/", "file:///etc/passwd", "ftp://127.0.0.1", "http://user@127.0.0.1/", "http://127.0.0.1@evil/",
    "http:/localhost", "", "localhost", "http://127.0.0.1\\@evil/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/",
    "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y", "http://[::1", "http://",
  ])
  func notTaken(_ url: String) {
    #expect(throws: LoopbackURL.Refusal.self) { try LoopbackURL(url) }
  }

  @Test func redirects() throws {
    let base = try LoopbackURL("http://localhost:81/a/b?c")
    #expect(try base.resolving("/x").path == "/x")
    #expect(try base.resolving("y?z").path == "/a/y?z")
    #expect(try base.resolving("http://127.0.0.2/q").host == "127.0.0.2")
    #expect(throws: LoopbackURL.Refusal.host("example.com")) { try base.resolving("//example.com/") }
    #expect(throws: LoopbackURL.Refusal.scheme("https")) { try base.resolving("https://localhost/") }
  }
}
