import ClassFiles

/// Where the code of a class stands in its source. What was decoded of a method is kept for the next question, which is
/// mostly about the same one.
struct SourcePlaces {
  /// The source as its compiler names it, below the folder of its packages; nil where the class names none.
  let source: String?
  /// A method and a line, as far as they are known.
  struct Place {
    var method: String?
    var line: Int?
  }

  private let file: ClassFile
  private let owner: String
  private var current = -1
  private var method: String?
  private var lines: [LineNumber] = []

  /// The places of a class, whose name has slashes.
  init(_ file: ClassFile, of name: String) {
    self.file = file
    owner = JavaNames.dotted(name)
    source = Self.source(of: file, name)
  }

  /// A compiler writes the name of a file; anything else leads astray.
  private static func source(of file: ClassFile, _ name: String) -> String? {
    guard let source = (try? file.sourceFile) ?? nil, !source.isEmpty, !source.utf8.contains(UInt8(ascii: "/")),
      source != ".."
    else { return nil }
    return name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[...$0] + source } ?? source
  }

  /// The place of a site; nil where the class has no such method.
  mutating func place(of site: CallSite) -> Place? {
    guard site.method < file.methods.count else { return nil }
    if current != site.method {
      current = site.method
      let member = file.methods[site.method]
      method = (try? member.name).map { "\(owner).\($0)" }
      lines = (try? member.code)?.flatMap { try? $0.lineNumbers } ?? []
    }
    return Place(method: method, line: lines.line(at: site.offset))
  }
}
