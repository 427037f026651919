public import ArgumentParser
public import ModuleRuntime

extension LogLevel: ExpressibleByArgument {
  /// Reads a level in any case.
  public init?(argument: String) { self.init(name: argument) }
}

/// `NAME=VALUE`.
struct NamedValue: ExpressibleByArgument, Hashable {
  /// Before the first `=`.
  var name: String
  /// Behind it.
  var value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

/// An event to fire: `InstanceChanged`, `timer:Poll`, `rpc:getState,user=23`, `agi:Service,from=0721,dtmf=12#`.
struct RunEvent: ExpressibleByArgument, Hashable {
  /// What is fired.
  var event: ModuleRuntime.Event
  /// RPC parameters.
  var inputs: [NamedValue]
  /// The caller's number and keys; nil for what is no call, or one without a word about it.
  var caller: Caller?

  /// Somebody outside who calls a service.
  struct Caller: Hashable {
    /// The number.
    var number = "+4972100001"
    /// What is pressed once the call is answered.
    var keys = ""

    /// Reads `from` and `dtmf`; nil for any other word.
    init?(_ values: [NamedValue]) {
      for value in values {
        switch value.name {
        case "from": number = value.value
        case "dtmf" where value.value.allSatisfy({ "0123456789*#".contains($0) }): keys = value.value
        default: return nil
        }
      }
    }

    /// The call of a service.
    func script(service: String, instance: String) -> CallScript {
      CallScript(
        from: .external(number: number),
        to: .service(service, instance: instance),
        actions: keys.isEmpty ? [] : [.awaitAnswer, .dtmf(keys)]
      )
    }
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard let head = parts.first, !head.isEmpty else { return nil }
    let inputs = parts.dropFirst().map { NamedValue(argument: $0) }
    guard inputs.allSatisfy({ $0 != nil }) else { return nil }
    self.inputs = inputs.compactMap(\.self)
    let name = head.firstIndex(of: ":").map { String(head[head.index(after: $0)...]) }
    switch (head.prefix { $0 != ":" }, name) {
    case ("timer", let name?): event = .timer(name)
    case ("rpc", let name?): event = .rpc(name)
    case ("agi", let name?):
      event = .service(name)
      caller = Caller(self.inputs)
      if caller == nil { return nil }
    case (_, nil): event = .stage(head)
    default: return nil
    }
  }
}

/// `90s`, `5m`, `2h`, `1d`.
struct TimeSpan: ExpressibleByArgument, Hashable {
  /// Milliseconds.
  var milliseconds: Int64

  init?(argument: String) {
    guard let unit = argument.last, let factor = ["s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000][unit],
      let number = Int64(argument.dropLast()), number > 0
    else { return nil }
    let (milliseconds, overflow) = number.multipliedReportingOverflow(by: Int64(factor))
    // A hundred years: beyond that the calendar of the log ends.
    guard !overflow, milliseconds <= 3_155_760_000_000 else { return nil }
    self.milliseconds = milliseconds
  }
}
