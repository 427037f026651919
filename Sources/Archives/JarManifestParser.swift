public import Findings

extension JarManifest {
  /// Reads a manifest as far as it can be understood; each malformed line is a finding in `entry`.
  public static func parse(
    _ bytes: [UInt8],
    entry: String = JarManifest.entryName
  ) -> (manifest: JarManifest, findings: [Finding]) {
    var parser = Parser(entry: entry)
    parser.run(bytes)
    return (parser.manifest, parser.findings)
  }

  private struct Parser {
    let entry: String
    var manifest = JarManifest()
    var findings: [Finding] = []

    /// The attribute that a continuation line would go on with.
    private var name: [UInt8] = []
    private var value: [UInt8] = []
    private var begunAt: Int?
    private var inSection = false
    private var sectionOpen = false
    /// The last line of each attribute of the section so far, by its name in lower case: a manifest may have a great
    /// many of them.
    private var lines: [String: Int] = [:]

    init(entry: String) { self.entry = entry }

    mutating func run(_ bytes: [UInt8]) {
      var start = 0
      var line = 0
      while start < bytes.count {
        line += 1
        let end = bytes[start...].firstIndex { $0 == 0x0D || $0 == 0x0A } ?? bytes.count
        take(bytes[start..<end], line)
        if end == bytes.count {
          note(ArchiveRules.manifestEnding, "the last line does not end with a line break", line)
        }
        // CRLF, LF and CR all end a line (JAR File Specification, "newline").
        start = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
      }
      finishAttribute()
    }

    private mutating func note(_ rule: Rule, _ message: String, _ line: Int) {
      guard findings.count < 100 else { return }
      findings.append(Finding(rule, message, at: Location(entry: entry, line: line)))
    }

    private mutating func take(_ line: ArraySlice<UInt8>, _ number: Int) {
      if line.count > JarManifest.longestLine {
        note(ArchiveRules.manifestLineLength, "the line has \(line.count) bytes, at most 72 are allowed", number)
      }
      if line.contains(0) {
        note(ArchiveRules.manifestSyntax, "the line contains a NUL byte", number)
      }
      guard let first = line.first else {
        finishAttribute()
        // Several blank lines are as good as one; the next attribute begins a section.
        inSection = true
        sectionOpen = false
        lines.removeAll(keepingCapacity: true)
        return
      }
      if first == 0x20 {
        if begunAt == nil {
          note(ArchiveRules.manifestSyntax, "a continuation line has nothing to go on with", number)
        } else {
          value += line.dropFirst()
        }
        return
      }
      finishAttribute()
      begin(line, number)
    }

    private mutating func begin(_ line: ArraySlice<UInt8>, _ number: Int) {
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) {
        note(
          ArchiveRules.manifestSyntax,
          "the manifest begins with a byte order mark (bytes EF BB BF), which Java takes for a part of the first name",
          number
        )
        return begin(line.dropFirst(3), number)
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.endIndex, line[colon + 1] == 0x20
      else {
        note(
          ArchiveRules.manifestSyntax,
          "expected `Name: value` (a colon and a space), found \"\(String(decoding: line.prefix(60), as: UTF8.self))\"",
          number
        )
        return
      }
      name = Array(line[..<colon])
      guard isName(name) else {
        note(
          ArchiveRules.manifestSyntax,
          "\"\(String(decoding: name.prefix(80), as: UTF8.self))\" is no attribute name: letters, digits, - and _, "
            + "at most 70",
          number
        )
        return
      }
      value = Array(line[(colon + 2)...])
      begunAt = number
    }

    private func isName(_ name: [UInt8]) -> Bool {
      (1...70).contains(name.count)
        && name.allSatisfy {
          switch $0 {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
          default: false
          }
        }
    }

    private mutating func finishAttribute() {
      guard let line = begunAt else { return }
      begunAt = nil
      let attribute = Attribute(
        String(decoding: name, as: UTF8.self),
        String(decoding: value, as: UTF8.self),
        line: line
      )
      if String(validating: value, as: UTF8.self) == nil {
        note(ArchiveRules.manifestSyntax, "the value of `\(attribute.name)` is not UTF-8", line)
      }
      guard !inSection else { return addToSection(attribute, line) }
      noteDuplicate(attribute, line)
      manifest.main.append(attribute)
    }

    private mutating func addToSection(_ attribute: Attribute, _ line: Int) {
      if sectionOpen {
        guard let last = manifest.sections.indices.last else { return }
        noteDuplicate(attribute, line)
        manifest.sections[last].attributes.append(attribute)
      } else if JarManifest.equal(attribute.name, "Name") {
        manifest.sections.append(Section(name: attribute.value, attributes: []))
        sectionOpen = true
      } else {
        note(
          ArchiveRules.manifestSyntax,
          "a section begins with `\(attribute.name)`; after a blank line the first attribute must be `Name`",
          line
        )
      }
    }

    private mutating func noteDuplicate(_ attribute: Attribute, _ line: Int) {
      guard let earlier = lines.updateValue(line, forKey: attribute.name.lowercased()) else { return }
      note(
        ArchiveRules.manifestDuplicate,
        "`\(attribute.name)` stands here and on line \(earlier); Java takes the last",
        line
      )
    }
  }
}
