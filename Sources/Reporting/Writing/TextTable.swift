/// Columns of text for a terminal: left-aligned but for those said to be right-aligned, two spaces apart.
public struct TextTable: Sendable {
  /// A cell: what it says, and how it stands out.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let emphasis: TerminalStyle.Emphasis?
    /// In terminal columns; measured once, since a table asks for it twice.
    let width: Int

    /// A cell; control characters in `text` are made visible.
    public init(_ text: String, _ emphasis: TerminalStyle.Emphasis? = nil) {
      let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } } ?? false
      self.text = isPlain ? text : terminalSafe(text)
      self.emphasis = emphasis
      width = isPlain ? text.utf8.count : displayWidth(self.text)
    }

    /// A plain cell.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// The rows, each with as many cells as it has.
  public var rows: [[Cell]] = []
  /// Columns, from 0, whose text stands at their right edge.
  public var rightAligned: Set<Int> = []
  /// What stands before each row.
  public var indent = ""

  /// An empty table.
  public init(rightAligned: Set<Int> = [], indent: String = "") {
    self.rightAligned = rightAligned
    self.indent = indent
  }

  /// Adds a row.
  public mutating func add(_ cells: Cell...) { rows.append(cells) }

  /// The table's lines, each with a newline; trailing blanks are left out.
  public func text(_ style: TerminalStyle) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.width)
      }
    }
    let isRight = widths.indices.map(rightAligned.contains)
    // Bytes: a large jar's listing is one of the few outputs that take as long to write as to find out.
    var out: [UInt8] = []
    out.reserveCapacity(rows.count * (widths.reduce(indent.utf8.count, +) / 2 + 16))
    for row in rows {
      out += indent.utf8
      var pending = 0
      for (column, cell) in row.enumerated() {
        let blanks = widths[column] - cell.width
        if isRight[column] { pending += blanks }
        if !cell.text.isEmpty {
          for _ in 0..<pending { out.append(UInt8(ascii: " ")) }
          out += (cell.emphasis == nil ? cell.text : style(cell.text, cell.emphasis)).utf8
          pending = 0
        }
        pending += (isRight[column] ? 0 : blanks) + 2
      }
      out.append(UInt8(ascii: "\n"))
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// How many terminal columns a text takes: combining marks none, East Asian wide characters two.
func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.reduce(0) { width, character in
    guard let first = character.unicodeScalars.first else { return width }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F300...0x1FAFF:
      return width + 2
    default: return width + 1
    }
  }
}
