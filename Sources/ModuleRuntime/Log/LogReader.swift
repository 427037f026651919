/// Reads module logs: those of an appliance and those of this runtime, which have one form, and the system error log,
/// where the instance's name stands before each entry.
public struct LogReader: Sendable {
  /// One entry of a log file.
  public struct Line: Hashable, Sendable {
    /// The line in the file that has the timestamp, from 1.
    public var number: Int
    /// The local time, as written (`2019-01-02 15:16:17,310`).
    public var time: String
    /// How much it matters.
    public var level: LogLevel
    /// The entry point's bracket.
    public var bracket: String
    /// The text with its continuation lines.
    public var message: String
    /// The "Functions call stack" above it, innermost first.
    public var callStack: [String]
    /// Whose log it is, when the caller knows: usually the file's name.
    public var instance: String

    /// The entry as it stood in the file.
    public var text: String {
      let stack =
        callStack.isEmpty
        ? "" : ([LogEntry.callStackHeadline] + callStack).joined(separator: "\n") + "\n\n"
      return "\(stack)[\(time)] \(level.name) [\(bracket)] \(message)"
    }
  }

  /// What to keep; nil keeps all.
  public struct Filter: Sendable {
    /// This level and the more severe ones.
    public var level: LogLevel?
    /// The instance.
    public var instance: String?
    /// A part of the bracket, whatever its case.
    public var entryPoint: String?
    /// Local times from here on: a prefix such as `2019-01-02 15` will do.
    public var from: String?
    /// Local times up to and with this prefix.
    public var to: String?

    /// A filter that keeps everything.
    public init(
      level: LogLevel? = nil,
      instance: String? = nil,
      entryPoint: String? = nil,
      from: String? = nil,
      to: String? = nil
    ) {
      self.level = level
      self.instance = instance
      self.entryPoint = entryPoint
      self.from = from
      self.to = to
    }

    /// Whether a line is kept.
    public func keeps(_ line: Line) -> Bool {
      if let level, line.level > level { return false }
      if let instance, line.instance != instance { return false }
      if let entryPoint, !line.bracket.lowercased().contains(entryPoint.lowercased()) { return false }
      if let from, line.time < from { return false }
      if let to, !line.time.hasPrefix(to), line.time > to { return false }
      return true
    }
  }

  /// Errors of one cause.
  public struct Cause: Hashable, Sendable {
    /// The exception with its message, or the message's first line.
    public var text: String
    /// The first frame of a stack trace: the true call site.
    public var place: String?
    /// What lies at the bottom of it: the last `Caused by:`.
    public var root: String?
    /// How often it was seen.
    public var count: Int
    /// When first, local time.
    public var first: String
    /// When last, local time.
    public var last: String
    /// In which entry points.
    public var entryPoints: [String]
    /// In which instances.
    public var instances: [String]
  }

  private var pending: Line?
  private var callStack: [String] = []
  private var isInCallStack = false
  private var number = 0
  private let instance: String
  /// Whether the first entry has an owner before it, and so have all; nil before the first entry.
  private var isShared: Bool?
  /// The owner that stood before the call stack.
  private var stackOwner: String?

  /// Starts reading one log; `instance` names whose it is.
  public init(instance: String = "") { self.instance = instance }

  /// Reads a whole log.
  public static func lines(of text: String, instance: String = "") -> [Line] {
    var reader = LogReader(instance: instance)
    var lines: [Line] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let done = reader.read(Substring(line)) { lines.append(done) }
    }
    if let last = reader.finish() { lines.append(last) }
    return lines
  }

  /// Takes the next line of the file, without its line feed; gives an entry once it is known to be whole.
  public mutating func read(_ line: some StringProtocol) -> Line? {
    number += 1
    let line = line.last == "\r" ? String(line.dropLast()) : String(line)
    let (owner, own) = split(line)
    if let start = Self.parse(own) {
      isShared = isShared ?? (owner != nil)
      let instance = owner ?? stackOwner ?? instance
      defer {
        pending = Line(
          number: number,
          time: start.time,
          level: start.level,
          bracket: start.bracket,
          message: start.message,
          callStack: callStack,
          instance: instance
        )
        callStack = []
        isInCallStack = false
        stackOwner = nil
      }
      return finished()
    }
    if own == LogEntry.callStackHeadline {
      isShared = isShared ?? (owner != nil)
      stackOwner = owner
      isInCallStack = true
      return nil
    }
    if isInCallStack {
      if !line.isEmpty { callStack.append(line) }
    } else if pending != nil {
      pending?.message += "\n" + line
    }
    return nil
  }

  /// The last entry, when no more lines come.
  public mutating func finish() -> Line? {
    defer { pending = nil }
    return finished()
  }

  /// Whether a line begins an entry, so that the one before it is whole.
  static func beginsEntry(_ line: String) -> Bool { line == LogEntry.callStackHeadline || parse(line) != nil }

  private func finished() -> Line? {
    guard var line = pending else { return nil }
    while line.message.hasSuffix("\n") { line.message.removeLast() }
    return line
  }

  /// The owner before an entry or a call stack, and the rest; a text that only looks like one has none where the first
  /// entry had none.
  private func split(_ line: String) -> (owner: String?, rest: String) {
    if isShared == false || line.hasPrefix("[") { return (nil, line) }
    for opening in [": [", ": ="] {
      guard let range = line.firstRange(of: opening) else { continue }
      let rest = String(line[line.index(range.lowerBound, offsetBy: 2)...])
      if rest == LogEntry.callStackHeadline || Self.parse(rest) != nil {
        return (String(line[..<range.lowerBound]), rest)
      }
    }
    return (nil, line)
  }

  /// `[time] LEVEL [bracket] message`; nil for a continuation line. Appliances pad the level with blanks.
  private static func parse(_ line: String) -> (time: String, level: LogLevel, bracket: String, message: String)? {
    guard line.utf8.first == UInt8(ascii: "["), let timeEnd = line.firstIndex(of: "]") else { return nil }
    let time = line[line.index(after: line.startIndex)..<timeEnd]
    guard isTimestamp(time) else { return nil }
    var rest = line[line.index(after: timeEnd)...].drop { $0 == " " }
    let name = rest.prefix { $0 != " " && $0 != "[" }
    guard let level = LogLevel(name: name) else { return nil }
    rest = rest.dropFirst(name.count).drop { $0 == " " }
    guard rest.first == "[", let bracketEnd = rest.firstIndex(of: "]") else {
      return (String(time), level, "", String(rest))
    }
    let bracket = rest[rest.index(after: rest.startIndex)..<bracketEnd]
    var message = rest[rest.index(after: bracketEnd)...]
    if message.first == " " { message.removeFirst() }
    return (String(time), level, String(bracket), String(message))
  }

  private static let timeShape = Array("dddd-dd-dd dd:dd:dd,ddd".utf8)

  private static func isTimestamp(_ text: Substring) -> Bool {
    text.utf8.count == timeShape.count && !text.contains("T") && isTimePrefix(text)
  }

  /// Whether a text is the beginning of a local time; a `T` may stand in place of the blank.
  public static func isTimePrefix(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= timeShape.count
      && zip(text.utf8, timeShape).allSatisfy { byte, wanted in
        switch wanted {
        case UInt8(ascii: "d"): (0x30...0x39).contains(byte)
        case UInt8(ascii: " "): byte == wanted || byte == UInt8(ascii: "T")
        default: byte == wanted
        }
      }
  }

  /// Errors by cause, the most frequent first; of equal ones the one first seen.
  public static func causes(in lines: some Sequence<Line>) -> [Cause] {
    var order: [[String?]] = []
    var causes: [[String?]: Cause] = [:]
    for line in lines where line.level == .error {
      let parts = line.message.split(separator: "\n")
      let text = parts.first == "Cause:" && parts.count > 1 ? String(parts[1]) : String(parts.first ?? "")
      let place = parts.first { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("at ") }
        .map { String($0.drop { $0 == " " || $0 == "\t" }.dropFirst(3)) }
      let root = parts.last { $0.hasPrefix("Caused by: ") }.map { String($0.dropFirst("Caused by: ".count)) }
      let key = [text, place, root]
      var cause =
        causes[key]
        ?? Cause(
          text: text,
          place: place,
          root: root,
          count: 0,
          first: line.time,
          last: line.time,
          entryPoints: [],
          instances: []
        )
      if cause.count == 0 { order.append(key) }
      cause.count += 1
      cause.first = min(cause.first, line.time)
      cause.last = max(cause.last, line.time)
      if !cause.entryPoints.contains(line.bracket) { cause.entryPoints.append(line.bracket) }
      if !line.instance.isEmpty, !cause.instances.contains(line.instance) { cause.instances.append(line.instance) }
      causes[key] = cause
    }
    return order.compactMap { causes[$0] }.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
