import ClassFiles

extension InterfaceManifest {
  /// Reads the text form.
  ///
  /// Lines may stand in any order within their part; the result is sorted. Empty lines and lines that begin with `#`
  /// mean nothing.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: `otherFormat`, or `syntax` with the line.
  public init(parsing text: [UInt8], file: String) throws(ManifestError) {
    var parser = ManifestParser(file: file)
    self = try parser.parse(text)
  }
}

/// Reads a text manifest line by line.
struct ManifestParser {
  let file: String
  private var platform: String?
  private var version: PlatformVersion?
  private var javaLevel: Int?
  private var coverage: ManifestCoverage?
  private var scope: APIScope?
  private var sources: [String] = []
  private var uncovered: [String] = []
  private var packages: [PackageFact] = []
  private var classes: [ClassFact] = []
  private var isEnded = false
  private var lastLine = 0

  init(file: String) {
    self.file = file
  }

  mutating func parse(_ text: [UInt8]) throws(ManifestError) -> InterfaceManifest {
    var start = text.startIndex
    var number = 0
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0a) ?? text.endIndex
      var content = text[start..<end]
      if content.last == 0x0d { content = content.dropLast() }
      number += 1
      lastLine = number
      var line = TextLine(file: file, number: number, bytes: content)
      if number == 1 {
        try readMagic(&line)
      } else if let first = line.peek(), first != 0x23 {
        try read(&line)
      }
      start = end + 1
    }
    return try finish()
  }

  private func readMagic(_ line: inout TextLine) throws(ManifestError) {
    guard let magic = line.rawWord(), magic.elementsEqual(ManifestText.magic.utf8) else {
      throw line.failure("not a text manifest: it should begin with '\(ManifestText.magic) \(ManifestText.format)'")
    }
    let format = try line.word("a format version")
    guard format == "\(ManifestText.format)" else {
      throw .otherFormat(file: file, found: format, supported: "\(ManifestText.format)")
    }
  }

  private mutating func read(_ line: inout TextLine) throws(ManifestError) {
    guard !isEnded else { throw line.failure("nothing may follow 'end'") }
    let keyword = try line.word("a keyword")
    switch keyword {
    case "method", "field": try readMember(&line, isMethod: keyword == "method")
    case "platform": try set(&platform, try line.word("a platform's name"), line, keyword)
    case "version":
      let text = try line.word("a version")
      guard let version = PlatformVersion(text) else { throw line.failure("'\(text)' is no version") }
      try set(&self.version, version, line, keyword)
    case "java": try set(&javaLevel, try line.integer("a Java level", in: 1...99), line, keyword)
    case "coverage":
      try set(
        &coverage,
        try choose(&line, ["complete": ManifestCoverage.complete, "observed": .observed]),
        line,
        keyword
      )
    case "scope": try set(&scope, try choose(&line, ["public": APIScope.publicAPI, "all": .all]), line, keyword)
    case "source": sources.append(try line.quoted("a source"))
    case "uncovered": uncovered.append(try line.word("a package prefix"))
    case "package": try readPackage(&line)
    case "end": isEnded = true
    default:
      guard let kind = ClassKeyword(rawValue: keyword) else { throw line.failure("unknown keyword '\(keyword)'") }
      try readClass(&line, kind)
    }
    guard line.isAtEnd() else {
      throw line.failure("'\(try line.word("a word"))' is not expected here")
    }
  }

  private func set<T>(
    _ slot: inout T?,
    _ value: T,
    _ line: TextLine,
    _ keyword: String
  ) throws(ManifestError) {
    guard slot == nil else { throw line.failure("a second '\(keyword)'") }
    slot = value
  }

  private func choose<T>(_ line: inout TextLine, _ choices: [String: T]) throws(ManifestError) -> T {
    let text = try line.word("a choice")
    guard let value = choices[text] else {
      throw line.failure("expected \(choices.keys.sorted().joined(separator: " or ")), found '\(text)'")
    }
    return value
  }

  private mutating func readPackage(_ line: inout TextLine) throws(ManifestError) {
    let name = try line.word("a package")
    var package = PackageFact(name: name)
    if !line.isAtEnd() {
      let text = try line.word("a package's state")
      guard let entry = FlagWords.package.first(where: { $0.word == text }) else {
        throw line.failure("expected 'concealed' or 'unresolved', found '\(text)'")
      }
      package.state = entry.state
    }
    packages.append(package)
  }

  private mutating func readClass(_ line: inout TextLine, _ kind: ClassKeyword) throws(ManifestError) {
    var fact = ClassFact(name: try line.word("a class name"), flags: kind.implied)
    while !line.isAtEnd() {
      let word = try line.word("a word")
      if let entry = FlagWords.class.first(where: { $0.word == word }) {
        fact.flags.insert(entry.flag)
        continue
      }
      switch word {
      case "extends": fact.superclass = try line.word("a superclass")
      case "implements": fact.interfaces = try line.list("interfaces")
      case "permits": fact.permittedSubclasses = try line.list("permitted subclasses")
      case "nesthost": fact.nestHost = try line.word("a nest host")
      case "nestmembers": fact.nestMembers = try line.list("nest members")
      case "retention": fact.retention = try line.word("a retention")
      case "signature": fact.signature = try line.word("a signature")
      case "from": fact.source = try readSource(&line)
      case "nested": fact.nesting = try readNesting(&line)
      default: throw line.failure("unknown word '\(word)' in the line of a class")
      }
    }
    classes.append(fact)
  }

  private func readNesting(_ line: inout TextLine) throws(ManifestError) -> ClassFact.Nesting {
    let outer = try line.word("an enclosing class")
    let inner = try line.word("a simple name")
    var nesting = ClassFact.Nesting(
      outer: outer == "-" ? nil : outer,
      innerName: inner == "-" ? nil : inner,
      flags: []
    )
    let flags = try line.list("flags")
    for word in flags where flags != ["-"] {
      guard let entry = FlagWords.nested.first(where: { $0.word == word }) else {
        throw line.failure("unknown flag '\(word)' of a nested class")
      }
      nesting.flags.insert(entry.flag)
    }
    return nesting
  }

  private func readSource(_ line: inout TextLine) throws(ManifestError) -> Int {
    let index = try line.integer("a source number", in: 0...65_535)
    guard index < sources.count else {
      throw line.failure("source \(index) is not declared; the manifest has \(sources.count), counted from 0")
    }
    return index
  }

  private mutating func readMember(_ line: inout TextLine, isMethod: Bool) throws(ManifestError) {
    guard !classes.isEmpty else { throw line.failure("a member before the first class") }
    let name = try line.word("a member's name")
    var fact = MemberFact(name: name, descriptor: try line.word("a descriptor"), flags: [])
    guard isSound(fact.descriptor, ofMethod: isMethod) else {
      throw line.failure("'\(fact.descriptor)' is no descriptor of a \(isMethod ? "method" : "field")")
    }
    let words = isMethod ? FlagWords.method : FlagWords.field
    while !line.isAtEnd() {
      let word = try line.word("a word")
      if let entry = words.first(where: { $0.word == word }) {
        fact.flags.insert(entry.flag)
        continue
      }
      switch word {
      case "throws": fact.exceptions = try line.list("exceptions")
      case "=": fact.constant = try line.constant(descriptor: fact.descriptor)
      case "default": fact.annotationDefault = try line.annotationValue()
      case "signature": fact.signature = try line.word("a signature")
      case "from": fact.source = try readSource(&line)
      default: throw line.failure("unknown word '\(word)' in the line of a member")
      }
    }
    classes[classes.count - 1].members.append(fact)
  }

  /// Whether a descriptor is one (JVMS §4.3): no reference could ever have another.
  private func isSound(_ descriptor: String, ofMethod: Bool) -> Bool {
    ofMethod ? (try? MethodDescriptor(descriptor)) != nil : (try? FieldDescriptor(descriptor)) != nil
  }

  private func finish() throws(ManifestError) -> InterfaceManifest {
    func missing(_ what: String) -> ManifestError {
      .syntax(file: file, line: lastLine, message: "the manifest has no '\(what)' line")
    }
    guard lastLine > 0 else { throw .syntax(file: file, line: 1, message: "the file is empty") }
    guard isEnded else {
      throw .syntax(file: file, line: lastLine, message: "truncated: the last line should be 'end'")
    }
    guard let platform else { throw missing("platform") }
    guard let version else { throw missing("version") }
    guard let javaLevel else { throw missing("java") }
    guard let coverage else { throw missing("coverage") }
    guard let scope else { throw missing("scope") }
    var manifest = InterfaceManifest(
      platform: platform,
      version: version,
      javaLevel: javaLevel,
      coverage: coverage,
      scope: scope,
      sources: sources
    )
    manifest.uncovered = uncovered
    manifest.packages = packages
    manifest.classes = classes
    manifest.sort()
    try rejectDuplicates(manifest)
    return manifest
  }

  private func rejectDuplicates(_ manifest: InterfaceManifest) throws(ManifestError) {
    func duplicate(_ what: String) -> ManifestError {
      .syntax(file: file, line: lastLine, message: "\(what) is listed twice")
    }
    for (left, right) in zip(manifest.packages, manifest.packages.dropFirst()) where left.name == right.name {
      throw duplicate("package \(left.name)")
    }
    for (left, right) in zip(manifest.classes, manifest.classes.dropFirst()) where left.name == right.name {
      throw duplicate("class \(left.name)")
    }
    for fact in manifest.classes {
      for (left, right) in zip(fact.members, fact.members.dropFirst())
      where left.name == right.name && left.descriptor == right.descriptor {
        throw duplicate("member \(fact.name).\(left.name) \(left.descriptor)")
      }
    }
  }
}
