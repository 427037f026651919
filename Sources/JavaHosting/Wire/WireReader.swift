import ModuleRuntime

/// Reads the payload of one frame. Module code shares the process that writes it, so nothing in it is trusted.
struct WireReader {
  /// A frame that is not what the host writes.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var offset: Int
  private let process: ProcessToken

  init(_ frame: [UInt8], from process: ProcessToken) {
    bytes = frame
    offset = 0
    self.process = process
  }

  private var left: Int { bytes.count - offset }

  mutating func octet() throws(Malformed) -> UInt8 {
    guard left >= 1 else { throw Malformed() }
    offset += 1
    return bytes[offset - 1]
  }

  private mutating func integer<Number: FixedWidthInteger>(_: Number.Type) throws(Malformed) -> Number {
    let size = Number.bitWidth / 8
    guard left >= size else { throw Malformed() }
    var number: Number = 0
    for byte in bytes[offset..<offset + size] { number = number << 8 | Number(byte) }
    offset += size
    return number
  }

  mutating func number() throws(Malformed) -> Int64 { Int64(bitPattern: try integer(UInt64.self)) }

  /// A count of things of at least one byte each.
  mutating func count() throws(Malformed) -> Int {
    let count = Int(try integer(UInt32.self))
    guard count <= left else { throw Malformed() }
    return count
  }

  /// A number with a sign: a line, a position.
  mutating func line() throws(Malformed) -> Int { Int(Int32(bitPattern: try integer(UInt32.self))) }

  mutating func text() throws(Malformed) -> String {
    let count = try count()
    offset += count
    return String(decoding: bytes[offset - count..<offset], as: UTF8.self)
  }

  mutating func value(depth: Int = 0) throws(Malformed) -> Value {
    guard depth < 64, let tag = WireTag(rawValue: try octet()) else { throw Malformed() }
    switch tag {
    case .null: return .null
    case .false: return .boolean(false)
    case .true: return .boolean(true)
    case .string: return .string(try text())
    case .integer: return .integer(Int32(bitPattern: try integer(UInt32.self)))
    case .long: return .long(try number())
    case .double: return .double(Double(bitPattern: try integer(UInt64.self)))
    case .decimal:
      let text = try text()
      return BigDecimal(text).map { .decimal($0) } ?? .null
    case .date: return .date(try number())
    case .bytes:
      let count = try count()
      offset += count
      return .bytes(ByteArray(Array(bytes[offset - count..<offset])))
    case .list:
      let count = try count()
      var elements: [Value] = []
      elements.reserveCapacity(count)
      for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
      return .list(elements)
    case .map:
      let map = JavaMap(order: try octet() == 0 ? .hash : .insertion)
      for _ in 0..<(try count()) {
        let key = try value(depth: depth + 1)
        map.put(key, try value(depth: depth + 1))
      }
      return .map(map)
    case .object:
      let handle = try number()
      let javaClass = try text()
      let javaText = try text()
      var properties: [String: Value] = [:]
      for _ in 0..<(try count()) {
        guard case .string(let name) = try value(depth: depth + 1) else { throw Malformed() }
        properties[name] = try value(depth: depth + 1)
      }
      return .object(
        JavaObject(process: process, handle: handle, javaClass: javaClass, javaText: javaText, properties: properties)
      )
    }
  }

  /// Stack frames as `Traces.java` writes them.
  mutating func frames() throws(Malformed) -> [JavaException.Frame] {
    var frames: [JavaException.Frame] = []
    for _ in 0..<(try count()) {
      let className = try text()
      let method = try text()
      let file = try text()
      let line = try line()
      frames.append(
        JavaException.Frame(
          className: className,
          method: method,
          file: file.isEmpty ? nil : file,
          line: line >= 0 && !file.isEmpty ? line : nil
        )
      )
    }
    return frames
  }

  /// A throwable with what caused it.
  mutating func exception() throws(Malformed) -> JavaException {
    var chain: [JavaException] = []
    for _ in 0..<(try count()) {
      let className = try text()
      let hasMessage = try octet() == 1
      let message = try text()
      chain.append(JavaException(className, hasMessage ? message : nil, frames: try frames()))
    }
    guard var thrown = chain.first else { throw Malformed() }
    thrown.causes = Array(chain.dropFirst())
    return thrown
  }
}
