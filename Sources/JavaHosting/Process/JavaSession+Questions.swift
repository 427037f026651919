import ModuleRuntime

/// What the process asks, and the platform answers.
extension JavaSession {
  func answer(_ request: JavaRequest) {
    guard let environment = environment(of: request.origin) else {
      reply(to: request, nil)
      return
    }
    guard questions < Self.mostQuestions else {
      end(nil, Self.failure("its Java process asks more than \(Self.mostQuestions) questions at once"))
      return
    }
    questions += 1
    pending[request.origin.call]?.clock.asks(request.number)
    let platformCall = PlatformCall(
      module: environment.module.id,
      instance: environment.instanceName,
      owner: request.owner,
      method: request.method,
      descriptor: request.descriptor,
      arguments: request.arguments,
      receiver: request.receiver
    )
    Task {
      reply(to: request, await environment.answer(platformCall))
      settle(request)
    }
  }

  private func settle(_ request: JavaRequest) {
    questions -= 1
    pending[request.origin.call]?.clock.hears(request.number)
  }

  private func reply(to request: JavaRequest, _ answer: PlatformAnswer?) {
    var frame = WireWriter(.reply, to: process.token)
    frame.number(request.number)
    switch answer {
    case nil: frame.octet(0)
    case .value(let value):
      frame.octet(1)
      frame.value(value)
    case .failure(let exception):
      frame.octet(2)
      frame.text(exception.className)
      frame.text(exception.message ?? "")
    }
    process.send(frame.frame())
  }
}
