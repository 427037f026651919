import Foundation
import HostNetworking
import TestSupport
import Testing

@testable import ModuleRuntime

/// The client against Python's `http.server`.
@Suite(.enabled(if: PythonServer.python != nil, "Python is not installed"))
struct ServerTests {
  private func send(
    _ path: String,
    method: String = "GET",
    body: [UInt8]? = nil,
    headers: [HostHTTPRequest.Header] = [],
    to server: PythonServer,
    client: LoopbackHTTPClient = LoopbackHTTPClient()
  ) async throws -> HostHTTPResponse {
    let target = try LoopbackURL("http://localhost:\(server.port)\(path)")
    return try await client.send(HostHTTPRequest(method: method, target: target, headers: headers, body: body))
  }

  @Test func `methods, headers and bodies arrive and come back`() async throws {
    let server = try PythonServer()
    for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] {
      let body = method == "GET" ? nil : Array("body of \(method) ü".utf8)
      let response = try await send(
        "/echo?a=b",
        method: method,
        body: body,
        headers: [.init("X-Test", "yes")],
        to: server
      )
      #expect(response.status == 201)
      #expect(response.header("x-method") == method)
      #expect(response.header("X-Path") == "/echo?a=b")
      #expect(response.header("X-Seen") == "yes")
      #expect(response.body == body ?? [])
    }
    let head = try await send("/echo", method: "HEAD", to: server)
    #expect(head.status == 201)
    #expect(head.body.isEmpty)
    let binary = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try await send("/echo", method: "POST", body: binary, to: server).body == binary)
  }

  @Test func `too slow, too large, gone, nobody there`() async throws {
    let server = try PythonServer()
    func failure(_ path: String, _ client: LoopbackHTTPClient) async -> String {
      do {
        return "\(try await send(path, to: server, client: client).status)"
      } catch {
        return (error as? JavaException)?.className ?? "\(error)"
      }
    }
    #expect(
      await failure("/slow", LoopbackHTTPClient(timeout: .milliseconds(200))) == "java.net.SocketTimeoutException"
    )
    #expect(await failure("/large", LoopbackHTTPClient(bodyBytes: 1_000)) == "java.io.IOException")
    #expect(await failure("/hangup", LoopbackHTTPClient()) == "org.apache.http.NoHttpResponseException")
    #expect(await failure("/nonsense", LoopbackHTTPClient()) == "org.apache.http.client.ClientProtocolException")
    // Nobody listens on the port of tcpmux.
    let target = try LoopbackURL("http://127.0.0.1:1/")
    await #expect(throws: JavaException.self) {
      try await LoopbackHTTPClient().send(HostHTTPRequest(method: "GET", target: target))
    }
  }

  @Test func `a module's requests, redirects and values`() async throws {
    let server = try PythonServer()
    let log = try await RequestModule.log([
      RequestModule.get("http://127.0.0.1:\(server.port)/redirect"),
      RequestModule.value("http://localhost:\(server.port)/page", before: "<title>", after: "</title>"),
      RequestModule.get("http://localhost:\(server.port)/away"),
    ])
    #expect(log.count == 3)
    #expect(log[0] == "INFO 201 text /echo")
    #expect(log[1] == "INFO Über uns")
    #expect(log[2].contains("redirect to 'http://example.com/' refused: host 'example.com' is not this machine"))
  }
}
