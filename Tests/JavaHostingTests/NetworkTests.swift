import Glibc
import JavaHosting
import ModuleRuntime
import Testing

/// Module code and the network: shut unless it is allowed.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct NetworkTests {
  /// A socket that listens on the loopback interface as long as the value lives.
  private final class Listener {
    let descriptor: Int32
    let port: Int

    init() throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let descriptor = descriptor
      let bound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
          bind(descriptor, pointer, size) == 0 && listen(descriptor, 8) == 0
            && getsockname(descriptor, pointer, &size) == 0
        }
      }
      try #require(bound)
      port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
  }

  @Test func `module code reaches nothing unless it is allowed`() async throws {
    let listener = try Listener()
    let shut = try await ProbeRuntime()
    print("the network is shut by \(shut.host.networkGuard.map { "\($0)" } ?? "nothing")")
    #expect(
      try await shut.act("connect", .integer(Int32(listener.port)))
        == "socket refused, channel refused, URL refused, datagram refused"
    )
    await shut.host.shutDown()
    let weaker = try await ProbeRuntime { $0.networkGuard = .javaSockets }
    #expect(
      try await weaker.act("connect", .integer(Int32(listener.port)))
        == "socket refused, channel refused, URL refused, datagram refused"
    )
    await weaker.host.shutDown()
    let open = try await ProbeRuntime { $0.allowsNetwork = true }
    #expect(
      try await open.act("connect", .integer(Int32(listener.port)))
        == "socket connected, channel connected, URL connected, datagram sent"
    )
    await open.host.shutDown()
  }
}
