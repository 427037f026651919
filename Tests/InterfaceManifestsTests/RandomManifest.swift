import InterfaceManifests

/// Manifests from a seed, with every kind of fact and awkward names.
struct RandomManifest {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(state: seed)
  }

  private static let words = [
    "a", "Map", "Map$Entry", "größe", "𝒳", "with space", "back\\slash", "comma,", "x\u{0}y", "\"quoted\"", "",
    "\u{2028}", "end", "public", "é", "a/b",
  ]

  private mutating func word() -> String { Self.words[Int.random(in: 0..<Self.words.count, using: &random)] }
  private mutating func flag() -> Bool { Bool.random(using: &random) }
  private mutating func name() -> String { "p\(Int.random(in: 0..<4, using: &random))/C\(word())" }
  private mutating func names() -> [String] { (0..<Int.random(in: 0..<3, using: &random)).map { _ in name() } }

  /// `version` of a line; with `observed` coverage or complete.
  mutating func manifest(_ version: Int) -> InterfaceManifest {
    var manifest = InterfaceManifest(
      platform: "demo line",
      version: PlatformVersion(components: [version, 1]),
      javaLevel: Int.random(in: 7...25, using: &random),
      coverage: .complete,
      scope: flag() ? .all : .publicAPI,
      sources: ["first \"source\"", "second\\ one"]
    )
    manifest.uncovered = flag() ? ["sun/", "q/"] : []
    manifest.packages = [
      PackageFact(name: "p0"), PackageFact(name: "p1", flag() ? .exported : .concealed), PackageFact(name: ""),
      PackageFact(name: "p2", .unresolved),
    ]
    var seen: Set<String> = []
    for index in 0..<Int.random(in: 0..<12, using: &random) {
      let name = "p\(index % 4)/C\(word())"
      if seen.insert(name).inserted { manifest.classes.append(type(name)) }
    }
    manifest.sort()
    return manifest
  }

  private mutating func type(_ name: String) -> ClassFact {
    var fact = ClassFact(name: name, flags: flags(.classFile), superclass: flag() ? self.name() : nil)
    if flag() { fact.flags.insert(.kindUnknown) }
    fact.interfaces = names()
    fact.permittedSubclasses = names()
    fact.nestMembers = names()
    fact.nestHost = flag() ? self.name() : nil
    fact.signature = flag() ? "<T:Ljava/lang/Object;>L\(word());" : nil
    fact.retention = flag() ? "RUNTIME" : nil
    fact.source = flag() ? 1 : 0
    if flag() {
      fact.nesting = ClassFact.Nesting(
        outer: flag() ? self.name() : nil,
        innerName: flag() ? "I" + word() : nil,
        flags: flags([.public, .private, .protected, .static, .final, .abstract, .interface, .annotation, .enum])
      )
    }
    var seen: Set<String> = []
    for index in 0..<Int.random(in: 0..<10, using: &random) {
      let member = index % 2 == 0 ? field() : method()
      if seen.insert(member.name + " " + member.descriptor).inserted { fact.members.append(member) }
    }
    return fact
  }

  private mutating func field() -> MemberFact {
    let type = ["I", "J", "F", "D", "Z", "C", "Ljava/lang/String;", "[I"][Int.random(in: 0..<8, using: &random)]
    var fact = MemberFact(name: "f" + word(), descriptor: type, flags: flags(.field))
    if flag() { fact.constant = constant(type) }
    fact.signature = flag() ? "TT;" : nil
    fact.source = flag() ? 1 : 0
    return fact
  }

  private mutating func method() -> MemberFact {
    var fact = MemberFact(
      name: "m" + word(),
      descriptor: "(ILp/Cü \(Int.random(in: 0..<100_000, using: &random));)V",
      flags: flags(.method)
    )
    fact.exceptions = names()
    if flag() { fact.annotationDefault = value(depth: 0) }
    return fact
  }

  private mutating func flags(_ all: ManifestFlags) -> ManifestFlags {
    ManifestFlags(rawValue: UInt16.random(in: 0...0xffff, using: &random)).intersection(all)
  }

  private mutating func constant(_ type: String) -> ConstantFact? {
    let bits = UInt64.random(in: 0 ... .max, using: &random)
    switch type {
    case "I", "Z", "C": return .int(Int32(truncatingIfNeeded: bits))
    case "J": return .long(Int64(bitPattern: bits))
    case "F": return .float(bits: flag() ? UInt32(truncatingIfNeeded: bits) : 0x7fc0_0001)
    case "D": return .double(bits: flag() ? bits : [0x7ff8_0000_0000_0001, 0x8000_0000_0000_0000][Int(bits & 1)])
    case "Ljava/lang/String;": return .string(word() + "\n\u{7f}\t" + word())
    default: return nil
    }
  }

  private mutating func value(depth: Int) -> AnnotationFact {
    switch Int.random(in: 0..<(depth < 3 ? 8 : 6), using: &random) {
    case 0: return .constant(tag: UInt8(ascii: "Z"), .int(flag() ? 1 : 0))
    case 1: return .constant(tag: UInt8(ascii: "J"), .long(.min))
    case 2: return .constant(tag: UInt8(ascii: "D"), .double(bits: 0x4009_21fb_5444_2d18))
    case 3: return .string(word())
    case 4: return .enumConstant(descriptor: "L\(name());", name: word())
    case 5: return .classReference(descriptor: "L\(name());")
    case 6: return .array((0..<Int.random(in: 0..<3, using: &random)).map { _ in value(depth: depth + 1) })
    default:
      return .annotation(
        descriptor: "L\(name());",
        elements: [.init(name: "v" + word(), value: value(depth: depth + 1))]
      )
    }
  }
}

/// A small seeded generator.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
