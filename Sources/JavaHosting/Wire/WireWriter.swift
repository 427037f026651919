import ModuleRuntime

/// Makes one frame to the Java process: length, type, payload, big-endian (`Main.java` reads it).
struct WireWriter {
  /// What a frame asks for.
  enum Kind: UInt8 {
    case run = 1
    case reply = 2
    case dump = 3
    case leftovers = 4
    case release = 5
  }

  private(set) var bytes: [UInt8] = [0, 0, 0, 0]
  /// The process that objects by handle belong to.
  private let process: ProcessToken

  init(_ kind: Kind, to process: ProcessToken) {
    self.process = process
    bytes.append(kind.rawValue)
  }

  mutating func octet(_ octet: UInt8) { bytes.append(octet) }

  mutating func count(_ count: Int) { integer(UInt32(clamping: count)) }

  mutating func number(_ number: Int64) { integer(UInt64(bitPattern: number)) }

  mutating func text(_ text: String) {
    let encoded = text.utf8
    count(encoded.count)
    bytes.append(contentsOf: encoded)
  }

  private mutating func integer(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Lists and maps that lie deeper than this become null; a list may hold itself.
  private static let deepest = 64

  mutating func value(_ value: Value, depth: Int = 0) {
    switch value {
    case .null: octet(WireTag.null.rawValue)
    case .boolean(let truth): octet((truth ? WireTag.true : .false).rawValue)
    case .string(let text):
      octet(WireTag.string.rawValue)
      self.text(text)
    case .integer(let number):
      octet(WireTag.integer.rawValue)
      integer(UInt32(bitPattern: number))
    case .long(let number):
      octet(WireTag.long.rawValue)
      self.number(number)
    case .double(let number):
      octet(WireTag.double.rawValue)
      integer(number.bitPattern)
    case .decimal(let number):
      octet(WireTag.decimal.rawValue)
      text(number.javaText)
    case .date(let milliseconds):
      octet(WireTag.date.rawValue)
      number(milliseconds)
    case .bytes(let array):
      octet(WireTag.bytes.rawValue)
      count(array.bytes.count)
      bytes.append(contentsOf: array.bytes)
    case .list(let list) where depth < Self.deepest:
      octet(WireTag.list.rawValue)
      count(list.count)
      for element in list.elements { self.value(element, depth: depth + 1) }
    case .map(let map) where depth < Self.deepest:
      octet(WireTag.map.rawValue)
      octet(map.order == .hash ? 0 : 1)
      let entries = map.entries
      count(entries.count)
      for entry in entries {
        self.value(entry.key, depth: depth + 1)
        self.value(entry.value, depth: depth + 1)
      }
    case .object(let object as JavaObject) where object.process === process:
      octet(WireTag.object.rawValue)
      number(object.handle)
    case .list, .map, .object:
      // An object of another class loader is no class of this one.
      octet(WireTag.null.rawValue)
    }
  }

  /// The frame with its length filled in.
  consuming func frame() -> [UInt8] {
    let size = UInt32(clamping: bytes.count - 4).bigEndian
    withUnsafeBytes(of: size) { length in
      for position in 0..<4 { bytes[position] = length[position] }
    }
    return bytes
  }
}

/// What a value is on the wire; `Values.java` has the same numbers.
enum WireTag: UInt8 {
  case null = 0
  case `false`, `true`, string, integer, long, double, decimal, date, bytes, list, map, object
}
