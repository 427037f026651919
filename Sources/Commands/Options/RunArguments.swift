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

/// An event to fire: `InstanceChanged`, `timer:Poll`, `rpc:getState,user=23`, `agi:Service`.
struct RunEvent: ExpressibleByArgument, Hashable {
  /// What is fired.
  var event: ModuleRuntime.Event
  /// RPC parameters.
  var inputs: [NamedValue]

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
    case ("agi", let name?): event = .service(name)
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
