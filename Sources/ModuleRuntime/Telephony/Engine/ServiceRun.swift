/// A service entry point that a call reaches from inside another run; the runtime starts it.
final class ServiceRun {
  /// Where it is.
  enum State {
    case requested
    case running(ThreadOfControl)
    /// No active instance has the entry point, or the one that has handles this call already.
    case refused
  }

  let service: PBXService
  let call: LiveCall
  var state = State.requested

  init(_ service: PBXService, _ call: LiveCall) {
    self.service = service
    self.call = call
  }
}
