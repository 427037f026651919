import ModuleRuntime

/// What a Java process says.
enum JavaMessage {
  case ready(version: String)
  case result(call: Int64, outputs: [String: Value])
  case thrown(call: Int64, JavaException)
  case log(call: Int64, LogLevel, String)
  case request(JavaRequest)
  case dumped(call: Int64, frames: [JavaException.Frame], deadlock: String)
  case left([Leftover])
  case output(call: Int64, isError: Bool, String)
  case exiting(call: Int64, frames: [JavaException.Frame])
  case flood(call: Int64, frames: [JavaException.Frame])

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
      let call = try reader.number()
      let level: LogLevel =
        switch try reader.octet() {
        case 0: .error
        case 1: .warn
        case 2: .info
        case 3: .debug
        default: .trace
        }
      self = .log(call: call, level, try reader.text())
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
      self = .output(call: try reader.number(), isError: try reader.octet() == 2, try reader.text())
    case 9: self = .exiting(call: try reader.number(), frames: try reader.frames())
    case 10: self = .flood(call: try reader.number(), frames: try reader.frames())
    default: throw WireReader.Malformed()
    }
  }
}

/// A call of a platform method that waits for an answer.
struct JavaRequest {
  var number: Int64
  var call: Int64
  /// The class, with dots.
  var owner: String
  var method: String
  var descriptor: String
  /// The object; null for a static method.
  var receiver: Value
  var arguments: [Value]

  init(_ reader: inout WireReader) throws(WireReader.Malformed) {
    number = try reader.number()
    call = try reader.number()
    owner = try reader.text()
    method = try reader.text()
    descriptor = try reader.text()
    receiver = try reader.value()
    arguments = []
    for _ in 0..<(try reader.count()) { arguments.append(try reader.value()) }
  }
}
