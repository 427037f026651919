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

  /// The places of a class, whose name has dots.
  init(_ file: ClassFile, of owner: String) {
    self.file = file
    self.owner = owner
    source = Self.source(of: file, owner)
  }

  /// A compiler writes the name of a file; anything else leads astray.
  private static func source(of file: ClassFile, _ owner: String) -> String? {
    guard let name = (try? file.sourceFile) ?? nil, !name.isEmpty, !name.contains("/"), name != ".." else { return nil }
    let packages = owner.split(separator: ".").dropLast()
    return (packages.map(String.init) + [name]).joined(separator: "/")
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
