/// Requests that the policy allows: sent by the configured client, while the runtime's clock stands still.
extension ModuleRuntime {
  /// As the appliance's client: `GET` and `HEAD` follow redirects. Each step has to stay on this machine.
  private static let mostRedirects = 10

  func send(_ request: HostHTTPRequest, for thread: ThreadOfControl, _ finish: @escaping BuiltInOutcome.RequestEnd) {
    let id = thread.id
    Task { self.complete(await response(to: request), id, finish) }
  }

  /// What the server answered, or why it was not asked.
  func response(to request: HostHTTPRequest) async -> Result<HostHTTPResponse, JavaException> {
    guard let client = core.configuration.httpClient else {
      return .failure(.runtime("this runtime has no HTTP client; answer the request by a mock"))
    }
    do throws(JavaException) {
      return .success(try await Self.follow(request, client))
    } catch {
      return .failure(error)
    }
  }

  private static func follow(
    _ request: HostHTTPRequest,
    _ client: any HostHTTPClient
  ) async throws(JavaException) -> HostHTTPResponse {
    var request = request
    for _ in 0...mostRedirects {
      let response = try await client.send(request)
      guard request.method == "GET" || request.method == "HEAD", [301, 302, 303, 307, 308].contains(response.status),
        let location = response.header("Location")
      else { return response }
      do throws(LoopbackURL.Refusal) {
        let target = try request.target.resolving(location)
        // A password is for the server that it was given for.
        if (target.host, target.port) != (request.target.host, request.target.port) {
          request.headers.removeAll { $0.name.lowercased() == "authorization" }
        }
        request.target = target
      } catch {
        throw JavaException.runtime("redirect to '\(location)' refused: \(error.reason)")
      }
    }
    throw JavaException(
      "org.apache.http.client.CircularRedirectException",
      "Maximum redirects (\(mostRedirects)) exceeded"
    )
  }

  private func complete(
    _ answer: Result<HostHTTPResponse, JavaException>,
    _ id: Int,
    _ finish: BuiltInOutcome.RequestEnd
  ) {
    guard let thread = threads[id], thread.isInJava else { return }
    do throws(JavaException) {
      thread.machine.deliver(try finish(thread.context, answer))
      thread.state = .ready
      ready.append(id)
    } catch {
      fail(thread, thread.machine.fail(error))
    }
    let watchers = thread.watchers
    thread.watchers.removeAll()
    for watcher in watchers { watcher.resume() }
    if watchers.isEmpty { Task { await self.drain() } }
  }
}
