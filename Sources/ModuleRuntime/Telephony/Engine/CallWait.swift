/// A thread of control that waits for its call: looked at again whenever something happens to the telephone system.
final class CallWait: BuiltInWait, @unchecked Sendable {
  // Only the runtime's actor looks at it; see `JavaList` for why that makes sharing it sound.

  /// What a look comes to.
  enum Step {
    /// The outputs are known.
    case done([Value])
    /// Not yet; look again at that time at the latest.
    case until(Int64?)
  }

  private let look: (_ now: Int64) throws(JavaException) -> Step
  private(set) var deadline: Int64?

  init(_ look: @escaping (_ now: Int64) throws(JavaException) -> Step) { self.look = look }

  func poll(_ context: any BuiltInContext) throws(JavaException) -> [Value]? {
    switch try look(context.now) {
    case .done(let outputs): return outputs
    case .until(let time):
      deadline = time
      return nil
    }
  }
}

extension JavaException {
  /// What a function of a call throws on a channel that is hung up. It ends the run quietly: no line at ERROR, as on
  /// the appliance, where the channel's thread just goes away.
  static var hungUp: JavaException {
    JavaException("org.asteriskjava.fastagi.AgiHangupException", "Channel was hung up")
  }

  /// Whether it is what a hung-up channel throws.
  var isHangUp: Bool { className == "org.asteriskjava.fastagi.AgiHangupException" }
}
