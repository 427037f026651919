import ModuleRuntime
import NIOCore
import NIOHTTP1

/// One request and its answer on one connection.
final class Exchange: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let request: HostHTTPRequest
  private let bodyBytes: Int
  private let promise: EventLoopPromise<HostHTTPResponse>
  private var response: HostHTTPResponse?

  init(_ request: HostHTTPRequest, bodyBytes: Int, _ promise: EventLoopPromise<HostHTTPResponse>) {
    self.request = request
    self.bodyBytes = bodyBytes
    self.promise = promise
  }

  func channelActive(context: ChannelHandlerContext) {
    var headers = HTTPHeaders()
    let target = request.target
    let host = target.host.contains(":") ? "[\(target.host)]" : target.host
    headers.add(name: "Host", value: target.port == 80 ? host : "\(host):\(target.port)")
    for header in request.headers { headers.add(name: header.name, value: header.value) }
    if let body = request.body { headers.replaceOrAdd(name: "Content-Length", value: String(body.count)) }
    headers.replaceOrAdd(name: "Connection", value: "close")
    let head = HTTPRequestHead(
      version: .http1_1,
      method: HTTPMethod(rawValue: request.method),
      uri: target.path,
      headers: headers
    )
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if let body = request.body {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      response = HostHTTPResponse(
        status: Int(head.status.code),
        headers: head.headers.map { HostHTTPRequest.Header($0.name, $0.value) }
      )
    case .body(let buffer):
      guard (response?.body.count ?? 0) + buffer.readableBytes <= bodyBytes else {
        promise.fail(JavaException("java.io.IOException", "the answer is larger than \(bodyBytes) bytes"))
        context.close(promise: nil)
        return
      }
      response?.body.append(contentsOf: buffer.readableBytesView)
    case .end:
      guard let response else { return }
      promise.succeed(response)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    promise.fail(JavaException("org.apache.http.client.ClientProtocolException", "\(error)"))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    promise.fail(
      JavaException("org.apache.http.NoHttpResponseException", "\(request.target.host) failed to respond")
    )
    context.fireChannelInactive()
  }
}
