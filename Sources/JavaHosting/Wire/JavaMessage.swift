import ModuleRuntime

/// What a Java process says.
enum JavaMessage {
  case ready(version: String)
  case result(call: Int64, outputs: [String: Value])
  case thrown(call: Int64, JavaException)
  case log(JavaOrigin, LogLevel, String)
  case request(JavaRequest)
  case dumped(call: Int64, frames: [JavaException.Frame], deadlock: String)
  case left([Leftover])
  case output(JavaOrigin, isError: Bool, String)
  case exiting(JavaOrigin, frames: [JavaException.Frame])
  case flood(JavaOrigin, frames: [JavaException.Frame])

  /// Reads a frame: its type and payload, without the length.
  init(_ frame: [UInt8], from process: ProcessToken) throws(WireReader.Malformed) {
    var reader = WireReader(frame, from: process)
    switch try reader.octet() {
    case 1: self = .ready(version: try reader.text())
    case 2:
      let call = try reader.number()
      var outputs: [String: Value] = [:]
      for _ in 0..<(try reader.count()) {
        let name = try reader.text()
        outputs[name] = try reader.value()
      }
      self = .result(call: call, outputs: outputs)
    case 3: self = .thrown(call: try reader.number(), try reader.exception())
    case 4:
      let origin = try JavaOrigin(&reader)
      let level: LogLevel =
        switch try reader.octet() {
        case 0: .error
        case 1: .warn
        case 2: .info
        case 3: .debug
        default: .trace
        }
      self = .log(origin, level, try reader.text())
    case 5: self = .request(try JavaRequest(&reader))
    case 6:
      self = .dumped(call: try reader.number(), frames: try reader.frames(), deadlock: try reader.text())
    case 7:
      var left: [Leftover] = []
      for _ in 0..<(try reader.count()) {
        left.append(Leftover(kind: try reader.text(), name: try reader.text(), startedAt: try reader.text()))
      }
      self = .left(left)
    case 8:
      self = .output(try JavaOrigin(&reader), isError: try reader.octet() == 2, try reader.text())
    case 9: self = .exiting(try JavaOrigin(&reader), frames: try reader.frames())
    case 10: self = .flood(try JavaOrigin(&reader), frames: try reader.frames())
    default: throw WireReader.Malformed()
    }
  }
}

/// On whose behalf a thread of a Java process speaks.
struct JavaOrigin {
  /// The call that made the thread; it may be over. 0 for a thread that no call made.
  var call: Int64
  /// The instance and entry point of that call, as the session numbers them.
  var context: Int

  init(_ reader: inout WireReader) throws(WireReader.Malformed) {
    call = try reader.number()
    context = try reader.line()
  }
}

/// A call of a platform method that waits for an answer.
struct JavaRequest {
  var number: Int64
  var origin: JavaOrigin
  /// The class, with dots.
  var owner: String
  var method: String
  var descriptor: String
  /// The object; null for a static method.
  var receiver: Value
  var arguments: [Value]

  init(_ reader: inout WireReader) throws(WireReader.Malformed) {
    number = try reader.number()
    origin = try JavaOrigin(&reader)
    owner = try reader.text()
    method = try reader.text()
    descriptor = try reader.text()
    receiver = try reader.value()
    arguments = []
    for _ in 0..<(try reader.count()) { arguments.append(try reader.value()) }
  }
}
