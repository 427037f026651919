import ClassFiles
import Findings

/// Classes that stand among the inputs more than once, with different content.
struct DuplicateCheck {
  /// Two summaries of one name, the earlier first.
  private let pairs: [(first: Int, second: Int)]
  private let inputs: [LinkInput]

  init(_ world: World, inputs: [LinkInput]) {
    self.inputs = inputs
    var pairs: [(Int, Int)] = []
    var first = [Int32](repeating: -1, count: world.symbols.count)
    for (number, summary) in world.summaries.enumerated() {
      let input = inputs[Int(summary.unit)]
      // The release directories of a multi-release jar are meant to repeat the names.
      guard input.release == nil else { continue }
      let name = Int(summary.facts.name.id)
      if first[name] < 0 {
        first[name] = Int32(number)
      } else if Self.differ(inputs[Int(world.summaries[Int(first[name])].unit)], input) {
        pairs.append((Int(first[name]), number))
      }
    }
    self.pairs = pairs
  }

  private static func differ(_ first: LinkInput, _ second: LinkInput) -> Bool {
    guard case .success(let one) = first.read(), case .success(let other) = second.read() else { return false }
    return one.bytes != other.bytes
  }

  /// The duplicates that the platform does not shadow; those of the same two jars are told together.
  func problems(_ scope: LinkScope, _ platform: LinkPlatform) -> [LinkageProblem] {
    var problems: [LinkageProblem] = []
    var known: [[Substring]: Int] = [:]
    for pair in pairs {
      let summary = scope.world.summaries[pair.second]
      if case .found(let id) = scope.find(summary.facts.name), scope.world.facts(id).loader != .application { continue }
      let first = inputs[Int(scope.world.summaries[pair.first].unit)]
      let second = inputs[Int(summary.unit)]
      let containers = [first.jar ?? first.entry[...], second.jar ?? second.entry[...]]
      if let index = known[containers] {
        problems[index].sites += 1
        continue
      }
      known[containers] = problems.count
      let name = scope.world.symbols.text(summary.facts.name)
      problems.append(
        LinkageProblem(
          rule: LinkRules.duplicate,
          error: ErrorClass.linkage.rawValue,
          message: Self.message(name, scope),
          symbol: name,
          platform: platform.version,
          certainty: .possible,
          reachedFrom: nil,
          location: Location(entry: second.entry),
          owner: name,
          sites: 1,
          hint: "\(first.entry) holds another class of that name"
        )
      )
    }
    for index in problems.indices where problems[index].sites > 1 {
      let others = problems[index].sites - 1
      problems[index].hint = problems[index].hint.map {
        "\($0); the same holds for \(others) more class\(others == 1 ? "" : "es") there"
      }
    }
    return problems
  }

  /// What HotSpot says when a loader defines both.
  private static func message(_ name: String, _ scope: LinkScope) -> String {
    let loader = scope.loaders.application
    guard scope.javaLevel >= 11 else {
      let type = loader.split(separator: "'").first.map(String.init) ?? loader
      return "loader (instance of  \(type)): attempted  duplicate class definition for name: \"\(name)\""
    }
    let dotted = JavaNames.dotted(name)
    return
      "loader \(loader) attempted duplicate class definition for \(dotted). (\(dotted) is in unnamed module of loader "
      + "\(loader), parent loader \(scope.loaders.platform))"
  }
}
