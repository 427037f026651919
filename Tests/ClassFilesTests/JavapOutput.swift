/// What `javap -v -p` says about many classes, reduced to the lines that can be compared.
struct JavapOutput {
  /// The lines of each class, in the order of the command line.
  private(set) var classes: [[String]] = []

  private enum Section { case pool, members, innerClasses, bootstrapMethods, classNames, other }
  private var section = Section.other

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var line: [UInt8] = []
      var start = 0
      while start < buffer.count {
        var end = start
        line.removeAll(keepingCapacity: true)
        // One blank for each run of them, no quotation marks: columns and quoting are layout.
        while end < buffer.count, buffer[end] != 0x0A {
          let byte = buffer[end]
          if byte == 0x20 {
            if !line.isEmpty, line[line.count - 1] != 0x20 { line.append(byte) }
          } else if byte != 0x22 {
            line.append(byte)
          }
          end += 1
        }
        if line.last == 0x20 { line.removeLast() }
        if !line.isEmpty { take(line, atMargin: buffer[start] != 0x20) }
        start = end + 1
      }
    }
  }

  private mutating func take(_ line: [UInt8], atMargin: Bool) {
    let first = line[0]
    if section == .pool, first == UInt8(ascii: "#") { return keep(String(decoding: line, as: UTF8.self)) }
    if Self.isDigit(first) || (first == 0x2D && line.count > 1 && Self.isDigit(line[1])) { return takeNumbered(line) }
    let text = String(decoding: line, as: UTF8.self)
    if atMargin {
      switch text {
      case "Constant pool:": section = .pool
      case "{": section = .members
      case "InnerClasses:": section = .innerClasses
      case "BootstrapMethods:": section = .bootstrapMethods
      case "NestMembers:", "PermittedSubclasses:": section = .classNames
      default:
        section = .other
        if text.hasPrefix("Classfile ") { classes.append([]) }
      }
    }
    switch section {
    case .innerClasses where !atMargin:
      // "public static final #5= #2 of #7; // …": the flags come from the pool-free part, which is layout.
      if let hash = text.firstIndex(of: "#") { keep(Self.beforeComment(String(text[hash...]))) }
    case .bootstrapMethods where first == UInt8(ascii: "#"): keep(String(text.prefix { $0 != " " }))
    case .classNames where !atMargin: keep(text)
    default:
      if text.hasPrefix("this_class: ") || text.hasPrefix("super_class: ") || text.hasPrefix("flags: ")
        || text.hasPrefix("descriptor: ") || text.hasPrefix("minor version: ") || text.hasPrefix("major version: ")
        || text.hasPrefix("interfaces: ") || text.hasPrefix("stack=") || text.hasPrefix("line ")
        || text.hasPrefix("NestHost: ") || text.hasPrefix("SourceFile: ") || text.hasPrefix("throws ")
        || text.hasPrefix("Deprecated: ")
      {
        keep(text)
      } else if text.hasPrefix("default: ") || text.hasPrefix("Signature: #") || text.hasPrefix("EnclosingMethod: ") {
        keep(Self.beforeComment(text))
      }
    }
  }

  /// Instructions and cases ("12: aload_0"), rows of tables ("0 5 0 this LDemo;"), bootstrap methods ("0: #12 REF_…").
  private mutating func takeNumbered(_ line: [UInt8]) {
    var index = 1  // behind the first digit, or the sign of a case
    while index < line.count, Self.isDigit(line[index]) { index += 1 }
    let text = String(decoding: line, as: UTF8.self)
    guard index < line.count, line[index] == UInt8(ascii: ":") else {
      // A row of a table goes on with another number; anything else is the text of a default value or a remark.
      if index + 1 < line.count, Self.isDigit(line[index + 1]) { keep(text) }
      return
    }
    guard index + 2 < line.count, line[index + 2] == UInt8(ascii: "#") else {
      return keep(Self.beforeComment(text))
    }
    // Annotations are numbered like bootstrap methods.
    if section == .bootstrapMethods {
      keep(text.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " "))
    }
  }

  private mutating func keep(_ line: String) {
    guard !classes.isEmpty else { return }
    classes[classes.count - 1].append(line)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func beforeComment(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0x20, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
        return String(decoding: bytes[..<index], as: UTF8.self)
      }
      index += 1
    }
    return text
  }
}
