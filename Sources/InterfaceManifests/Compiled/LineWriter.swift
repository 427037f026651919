/// Collects the bytes of a compiled line's sections.
struct LineWriter {
  private(set) var bytes: [UInt8] = []

  mutating func u8(_ value: UInt8) { bytes.append(value) }
  mutating func u16(_ value: UInt16) { append(value.littleEndian) }
  mutating func u32(_ value: UInt32) { append(value.littleEndian) }
  mutating func u64(_ value: UInt64) { append(value.littleEndian) }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func zigzag(_ value: Int64) {
    varint(UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  mutating func append(_ more: [UInt8]) { bytes += more }
}

/// A byte section in which equal content is stored once; offset 0 is reserved for "none".
struct SharedSection {
  private(set) var writer = LineWriter()
  private var known: [[UInt8]: UInt32] = [:]

  init() { writer.u8(0) }

  mutating func reference(_ content: [UInt8]) -> UInt32 {
    if let offset = known[content] { return offset }
    let offset = UInt32(truncatingIfNeeded: writer.bytes.count)
    writer.append(content)
    known[content] = offset
    return offset
  }
}

/// The strings and extras of a line under construction.
struct LinePools {
  private var strings = SharedSection()
  private var extras = SharedSection()
  private var cache: [String: UInt32] = [:]
  private var bitsetIndex: [UInt64: Int] = [:]
  private(set) var bitsets: [UInt64] = []

  var stringBytes: [UInt8] { strings.writer.bytes }
  var extraBytes: [UInt8] { extras.writer.bytes }

  mutating func string(_ text: String) -> UInt32 {
    if let known = cache[text] { return known }
    let encoded = EncodedName.encode(text)
    var content = LineWriter()
    content.varint(UInt64(encoded.count))
    content.append(encoded)
    let offset = strings.reference(content.bytes)
    cache[text] = offset
    return offset
  }

  mutating func optional(_ text: String?) -> UInt32 {
    guard let text else { return 0 }
    return string(text)
  }

  mutating func list(_ names: [String]) -> UInt32 {
    names.isEmpty ? 0 : extras.reference(listBytes(names))
  }

  mutating func bits(_ set: UInt64) throws(ManifestError) -> UInt16 {
    if let index = bitsetIndex[set] { return UInt16(index) }
    guard bitsets.count < 65_536 else {
      throw .tooLarge(reason: "a platform line holds at most 65536 different sets of versions")
    }
    bitsets.append(set)
    bitsetIndex[set] = bitsets.count - 1
    return UInt16(bitsets.count - 1)
  }

  private mutating func listBytes(_ names: [String]) -> [UInt8] {
    var writer = LineWriter()
    writer.varint(UInt64(names.count))
    for name in names { writer.varint(UInt64(string(name))) }
    return writer.bytes
  }

  /// The extras of a class: all but flags, superclass and interfaces.
  mutating func extras(of fact: ClassFact) -> UInt32 {
    var items: [(LineLayout.Extra, [UInt8])] = []
    if let signature = fact.signature { items.append((.signature, reference(signature))) }
    if let host = fact.nestHost { items.append((.nestHost, reference(host))) }
    if !fact.nestMembers.isEmpty { items.append((.nestMembers, listBytes(fact.nestMembers))) }
    if !fact.permittedSubclasses.isEmpty {
      items.append((.permittedSubclasses, listBytes(fact.permittedSubclasses)))
    }
    if let nesting = fact.nesting {
      var writer = LineWriter()
      writer.varint(UInt64(optional(nesting.outer)))
      writer.varint(UInt64(optional(nesting.innerName)))
      writer.varint(UInt64(nesting.flags.rawValue))
      items.append((.nesting, writer.bytes))
    }
    if let retention = fact.retention { items.append((.retention, reference(retention))) }
    return write(items)
  }

  /// The extras of a member: all but name, descriptor and flags.
  mutating func extras(of fact: MemberFact) -> UInt32 {
    var items: [(LineLayout.Extra, [UInt8])] = []
    if let signature = fact.signature { items.append((.signature, reference(signature))) }
    if !fact.exceptions.isEmpty { items.append((.exceptions, listBytes(fact.exceptions))) }
    if let constant = fact.constant { items.append(payload(constant)) }
    if let value = fact.annotationDefault { items.append((.annotationDefault, reference(ManifestText.write(value)))) }
    return write(items)
  }

  private mutating func payload(_ constant: ConstantFact) -> (LineLayout.Extra, [UInt8]) {
    var writer = LineWriter()
    switch constant {
    case .int(let value):
      writer.zigzag(Int64(value))
      return (.constantInt, writer.bytes)
    case .long(let value):
      writer.zigzag(value)
      return (.constantLong, writer.bytes)
    case .float(let bits):
      writer.u32(bits)
      return (.constantFloat, writer.bytes)
    case .double(let bits):
      writer.u64(bits)
      return (.constantDouble, writer.bytes)
    case .string(let text):
      return (.constantString, reference(text))
    }
  }

  private mutating func reference(_ text: String) -> [UInt8] {
    var writer = LineWriter()
    writer.varint(UInt64(string(text)))
    return writer.bytes
  }

  private mutating func write(_ items: [(LineLayout.Extra, [UInt8])]) -> UInt32 {
    guard !items.isEmpty else { return 0 }
    var writer = LineWriter()
    for (tag, payload) in items {
      writer.varint(tag.rawValue)
      writer.varint(UInt64(payload.count))
      writer.append(payload)
    }
    writer.varint(LineLayout.Extra.end.rawValue)
    return extras.reference(writer.bytes)
  }
}
