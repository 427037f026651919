public import ModuleRuntime
import NIOCore
import NIOHTTP1
import NIOPosix

/// Plain HTTP/1.1 to this machine, one connection a request; time and size have limits.
public struct LoopbackHTTPClient: HostHTTPClient {
  /// How long a request may take from connecting to the last byte.
  public var timeout: Duration
  /// How large a body may be.
  public var bodyBytes: Int

  /// Takes the limits.
  public init(timeout: Duration = .seconds(30), bodyBytes: Int = 64 << 20) {
    self.timeout = timeout
    self.bodyBytes = bodyBytes
  }

  /// Sends one request and reads the whole answer.
  public func send(_ request: HostHTTPRequest) async throws(JavaException) -> HostHTTPResponse {
    // `localhost` is never looked up: it is what it says, in the old or the new address family.
    let addresses = request.target.host == "localhost" ? ["127.0.0.1", "::1"] : [request.target.host]
    var refusal = JavaException("java.net.ConnectException", "Connection refused")
    for address in addresses {
      let channel: any Channel
      let answer: EventLoopFuture<HostHTTPResponse>
      do {
        (channel, answer) = try await connect(to: address, request)
      } catch {
        let place = "\(address):\(request.target.port)"
        refusal = JavaException("org.apache.http.conn.HttpHostConnectException", "Connect to \(place) failed: \(error)")
        continue
      }
      let result: Result<HostHTTPResponse, any Error>
      do { result = .success(try await answer.get()) } catch { result = .failure(error) }
      channel.close(promise: nil)
      switch result {
      case .success(let response): return response
      case .failure(let error as JavaException): throw error
      case .failure(let error):
        throw JavaException("org.apache.http.client.ClientProtocolException", "\(error)")
      }
    }
    throw refusal
  }

  private func connect(
    to address: String,
    _ request: HostHTTPRequest
  ) async throws -> (any Channel, EventLoopFuture<HostHTTPResponse>) {
    let limit = TimeAmount.nanoseconds(Int64(timeout / .nanoseconds(1)))
    let bodyBytes = bodyBytes
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let promise = loop.makePromise(of: HostHTTPResponse.self)
    do {
      let channel = try await ClientBootstrap(group: loop).connectTimeout(limit).channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          try channel.pipeline.syncOperations.addHandler(Exchange(request, bodyBytes: bodyBytes, promise))
        }
      }
      // An address, never a name: nothing is looked up.
      .connect(to: SocketAddress(ipAddress: address, port: request.target.port)).get()
      let alarm = loop.scheduleTask(in: limit) {
        promise.fail(JavaException("java.net.SocketTimeoutException", "Read timed out"))
      }
      promise.futureResult.whenComplete { _ in alarm.cancel() }
      return (channel, promise.futureResult)
    } catch {
      // Nobody else will answer this promise.
      promise.fail(error)
      throw error
    }
  }
}
