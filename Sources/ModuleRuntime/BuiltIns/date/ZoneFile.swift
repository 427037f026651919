#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rules of a named zone, read from the system's time zone database (RFC 8536, version 2 and later).
struct ZoneFile: Sendable {
  private struct LocalType: Sendable {
    var offset: Int
    var name: String
  }

  private var transitions: [Int64] = []
  private var kinds: [UInt8] = []
  private var types: [LocalType] = []
  /// What holds behind the last transition.
  private var rule: ZoneFooter?

  /// Reads the file of an id such as `Europe/Berlin`; nil when there is none.
  init?(id: String) {
    let isName = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || [0x2F, 0x5F, 0x2B, 0x2D].contains($0)
    }
    guard isName, !id.isEmpty, !id.hasPrefix("/"), let bytes = Self.contents("/usr/share/zoneinfo/" + id) else {
      return nil
    }
    self.init(bytes)
  }

  init?(_ bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0), let second = Header(bytes, at: first.end(width: 4)) else { return nil }
    let end = second.end(width: 8)
    guard end <= bytes.count, second.types > 0 else { return nil }
    var at = second.start
    transitions = (0..<second.transitions).map { Int64(bitPattern: Self.number(bytes, at + 8 * $0, 8)) }
    at += 8 * second.transitions
    kinds = Array(bytes[at..<(at + second.transitions)])
    at += second.transitions
    let names = at + 6 * second.types
    types = (0..<second.types).map { index in
      let entry = at + 6 * index
      let name = bytes[min(names + Int(bytes[entry + 5]), end)..<min(names + second.characters, end)].prefix { $0 != 0 }
      let offset = Int32(truncatingIfNeeded: Self.number(bytes, entry, 4))
      return LocalType(offset: Int(offset), name: String(decoding: name, as: UTF8.self))
    }
    guard kinds.allSatisfy({ Int($0) < types.count }) else { return nil }
    rule = ZoneFooter(String(decoding: bytes[end...].drop { $0 == 0x0A }.prefix { $0 != 0x0A }, as: UTF8.self))
  }

  /// The rules as the runtime's clock takes them.
  var rules: ZoneRules {
    ZoneRules(name: { self.state(at: $0).name }, offset: { self.state(at: $0).offset })
  }

  private func state(at milliseconds: Int64) -> (offset: Int, name: String) {
    let second = milliseconds.flooredDivision(by: 1_000).quotient
    if let rule, second >= transitions.last ?? .min { return rule.state(at: second) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    let type = types[low == 0 ? 0 : Int(kinds[low - 1])]
    return (type.offset, type.name)
  }

  /// The counts before a block of data.
  private struct Header {
    let start: Int
    let transitions: Int
    let types: Int
    let characters: Int
    private let leaps: Int
    private let flags: Int

    init?(_ bytes: [UInt8], at: Int) {
      guard at + 44 <= bytes.count, bytes[at..<(at + 4)].elementsEqual("TZif".utf8), bytes[at + 4] >= 0x32 else {
        return nil
      }
      let counts = (0..<6).map { Int(ZoneFile.number(bytes, at + 20 + 4 * $0, 4)) }
      guard counts.allSatisfy({ $0 < bytes.count }) else { return nil }
      start = at + 44
      flags = counts[0] + counts[1]
      leaps = counts[2]
      transitions = counts[3]
      types = counts[4]
      characters = counts[5]
    }

    /// Where the block ends whose times have so many bytes.
    func end(width: Int) -> Int {
      start + transitions * (width + 1) + types * 6 + characters + leaps * (width + 4) + flags
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> UInt64 {
    bytes[at..<(at + width)].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
