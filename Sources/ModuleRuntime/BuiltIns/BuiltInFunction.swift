/// One built-in function that the emulator runs for real.
///
/// A family of functions is one file below `BuiltIns/<group>/` with one static table:
///
///     enum StringSearch {
///       static let functions: [BuiltInFunction] = [
///         .value("starface.string", "Contains", "String text, String searchString", "Boolean result") { call in
///           .boolean(call.text(0).contains(call.text(1)))
///         }
///       ]
///     }
///
/// and one line in ``BuiltInRegistry``. The parameters stand in the order of the reference list; a test holds them
/// against it. A body finds its arguments by position, already converted to the declared types.
public struct BuiltInFunction: Sendable {
  /// A body that gives the one output; it throws a ``JavaException``, as the other shapes do.
  public typealias ValueBody = @Sendable (_ call: BuiltInCall) throws -> Value
  /// A body that gives all outputs, in the declared order.
  public typealias ValuesBody = @Sendable (_ call: BuiltInCall) throws -> [Value]
  /// A body without outputs.
  public typealias EffectBody = @Sendable (_ call: BuiltInCall) throws -> Void
  /// A body that may have to wait: for the clock, or for something that happens to the simulated PBX.
  public typealias WaitingBody = @Sendable (_ call: BuiltInCall) throws -> BuiltInOutcome

  /// The four shapes of a body.
  public enum Body: Sendable {
    /// One output.
    case value(ValueBody)
    /// Any number of outputs.
    case values(ValuesBody)
    /// No output.
    case effect(EffectBody)
    /// Outputs now or later.
    case waiting(WaitingBody)
  }

  /// The group, as a call's `targetDomainId` names it (`starface.string`).
  public let domain: String
  /// The class, as a call's `targetId` names it (`Append2`).
  public let id: String
  /// What goes in.
  public let inputs: [BuiltInParameter]
  /// What comes out.
  public let outputs: [BuiltInParameter]
  /// What it does.
  public let body: Body
  /// The effect on the host that it has; nil for none.
  public let effect: HostEffectKind?

  private init(
    _ domain: String,
    _ id: String,
    _ inputs: String,
    _ outputs: String,
    _ body: Body,
    effect: HostEffectKind? = nil
  ) {
    self.domain = domain
    self.id = id
    self.inputs = BuiltInParameter.list(inputs)
    self.outputs = BuiltInParameter.list(outputs)
    self.body = body
    self.effect = effect
  }

  /// A function with an effect on the host: what becomes of a call, the policy says (``HostEffectPolicy``).
  ///
  /// - Parameter perform: does it for real; nil for a kind that cannot be allowed.
  public static func hostEffect(
    _ kind: HostEffectKind,
    _ domain: String,
    _ id: String,
    _ inputs: String,
    _ outputs: String = "",
    perform: WaitingBody? = nil
  ) -> BuiltInFunction {
    let effect = HostEffect(
      kind: kind,
      key: BuiltInRegistry.Key(domain: domain, id: id),
      inputs: BuiltInParameter.list(inputs),
      outputs: BuiltInParameter.list(outputs)
    )
    return BuiltInFunction(
      domain,
      id,
      inputs,
      outputs,
      .waiting { call in try effect.run(call, perform: perform) },
      effect: kind
    )
  }

  /// A function of one output.
  public static func value(
    _ domain: String,
    _ id: String,
    _ inputs: String,
    _ output: String,
    _ body: @escaping ValueBody
  ) -> BuiltInFunction {
    BuiltInFunction(domain, id, inputs, output, .value(body))
  }

  /// A function of several outputs.
  public static func values(
    _ domain: String,
    _ id: String,
    _ inputs: String,
    _ outputs: String,
    _ body: @escaping ValuesBody
  ) -> BuiltInFunction {
    BuiltInFunction(domain, id, inputs, outputs, .values(body))
  }

  /// A function without outputs.
  public static func effect(
    _ domain: String,
    _ id: String,
    _ inputs: String,
    _ body: @escaping EffectBody
  ) -> BuiltInFunction {
    BuiltInFunction(domain, id, inputs, "", .effect(body))
  }

  /// A function that may have to wait.
  public static func waiting(
    _ domain: String,
    _ id: String,
    _ inputs: String,
    _ outputs: String,
    _ body: @escaping WaitingBody
  ) -> BuiltInFunction {
    BuiltInFunction(domain, id, inputs, outputs, .waiting(body))
  }
}

/// What a function that may have to wait says.
public enum BuiltInOutcome {
  /// The outputs, in the declared order.
  case done([Value])
  /// The outputs come at a later time of the runtime's clock (milliseconds from now).
  case later(milliseconds: Int64, outputs: [Value])
  /// The network is asked; `finish` makes the outputs of the answer.
  case request(HostHTTPRequest, finish: RequestEnd)
  /// The thread of control waits until ``BuiltInWait/poll(_:)`` gives outputs.
  case wait(any BuiltInWait)

  /// Makes the outputs of what a server answered.
  public typealias RequestEnd =
    @Sendable (any BuiltInContext, Result<HostHTTPResponse, JavaException>) throws(JavaException) -> [Value]
}

/// Something a thread of control waits for. Asked again after every event and whenever its deadline is due.
public protocol BuiltInWait: AnyObject, Sendable {
  /// When it has to be asked at the latest, in milliseconds since 1970 UTC; nil for events only.
  var deadline: Int64? { get }
  /// The outputs once they are known; nil to wait on.
  func poll(_ context: any BuiltInContext) throws(JavaException) -> [Value]?
}
