/// Links classes against platform versions: read once, resolved for each version, in as many tasks as asked for.
public struct LinkageCheck: Sendable {
  /// The classes under examination, in class path order.
  public var inputs: [LinkInput]
  /// The platform versions.
  public var platforms: [LinkPlatform]
  /// Class files that belong to the platform beside its manifest.
  public var platformInputs: [LinkInput] = []
  /// From where the classes are entered; nil when nothing tells, and all code counts as reached.
  public var roots: [LinkRoot]?
  /// What the service files beside the classes name.
  public var services: [ServiceProvider] = []
  /// Bundled jars that seal packages.
  var sealedJars: [SealedJar] = []
  /// Bundled jars that are signed.
  var signedJars: [SignedJar] = []
  /// Whether classes that the platform has too are checked as the platform's own, in place of only being told:
  /// so a platform's classes can be held against its own manifest.
  public var checksShadowed = false
  /// How many tasks work at once.
  public var jobs: Int

  /// Sets a check up; nothing is read yet.
  public init(inputs: [LinkInput], platforms: [LinkPlatform], roots: [LinkRoot]? = nil, jobs: Int = 2) {
    self.inputs = inputs
    self.roots = roots
    self.platforms = platforms
    self.jobs = max(1, jobs)
  }

  /// Reads everything and answers one result a platform, in the order given.
  public func run() async -> [LinkageResult] {
    let scopes = await scopes()
    guard let world = scopes.first?.world else { return [] }
    let outcomes = await check(scopes)
    let reporters = reporters(scopes, outcomes)
    let faultyClasses = FaultyClasses(outcomes, reporters: reporters, inputs: inputs)
    let problems = await faultyClasses.problems(jobs: jobs)
    let duplicates = DuplicateCheck(world, inputs: inputs)
    var results: [LinkageResult] = []
    for (number, scope) in scopes.enumerated() {
      let platform = platforms[number]
      var result = reporters[number].result(problems[number], outcomes[number])
      let serviceCheck = ServiceCheck(scope: scope, platform: platform)
      result.problems += services.compactMap { serviceCheck.problem($0) }
      result.problems += duplicates.problems(scope, platform)
      result.problems += SealCheck(scope: scope, platform: platform, inputs: inputs).problems(sealedJars)
      result.problems += SignerCheck(scope: scope, platform: platform, inputs: inputs).problems(signedJars)
      let shadowed = outcomes[number].shadowed
      if !shadowed.isEmpty {
        result.problems += ConstantCheck(scope: scope, platform: platform, inputs: inputs).problems(shadowed)
      }
      results.append(result)
    }
    return results
  }

  /// Who tells the problems of each platform.
  private func reporters(_ scopes: [LinkScope], _ outcomes: [CheckOutcome]) -> [Reporter] {
    guard let world = scopes.first?.world else { return [] }
    var code = CodeReader(world, inputs: inputs)
    var maps: [ReachMap?] = []
    for (scope, outcome) in zip(scopes, outcomes) {
      // Who needs no telling where from is spared the call graph.
      guard let roots, !outcome.violations.isEmpty else {
        maps.append(nil)
        continue
      }
      if let twin = scope.twin, let known = maps[twin] {
        maps.append(known)
        continue
      }
      let reachability = Reachability(scope, roots: roots, code: code)
      code = reachability.code
      maps.append(reachability.map)
    }
    return scopes.indices.map { number in
      Reporter(
        scope: scopes[number],
        inputs: inputs,
        platform: platforms[number],
        reached: maps[number],
        graph: code.graph
      )
    }
  }

  /// Reads the classes and builds a scope for each platform.
  func scopes() async -> [LinkScope] {
    var builder = WorldBuilder(inputs: inputs, isPlatform: checksShadowed)
    await scan { builder.addApplication($0, symbols: $1) }
    if !platformInputs.isEmpty {
      var scanner = ClassScanner()
      for (unit, input) in platformInputs.enumerated() {
        switch input.read() {
        case .success(let file): scanner.scanFacts(file, unit: Int32(unit))
        case .failure(let error): scanner.skip(unit: Int32(unit), error)
        }
      }
      builder.addPlatform(scanner.chunk, symbols: scanner.reader.symbols, inputs: platformInputs)
    }
    let prepared = platforms.map { builder.prepare($0) }
    return builder.scopes(prepared)
  }

  /// Reads the classes in groups; hands each over in order while others are read, so that no thread waits meanwhile and
  /// no group is kept longer than needed.
  private func scan(_ take: (SummaryChunk, SymbolTable) -> Void) async {
    // A module's few classes stay on the thread that is there.
    let ranges = shares(of: inputs.count, jobs: jobs, sizes: 32...256)
    let isShared = ranges.count > 1 && jobs > 1
    let read = { @Sendable [inputs] (range: Range<Int>) -> (SummaryChunk, SymbolTable) in
      if isShared { growHeap(by: 2 << 20) }
      var scanner = ClassScanner()
      for unit in range {
        switch inputs[unit].read() {
        case .success(let file): scanner.scan(file, unit: Int32(unit))
        case .failure(let error): scanner.skip(unit: Int32(unit), error)
        }
      }
      return (scanner.chunk, scanner.reader.symbols)
    }
    await inOrder(ranges, jobs: jobs, read) { take($0.0, $0.1) }
  }

  /// Checks all classes on all platforms.
  private func check(_ scopes: [LinkScope]) async -> [CheckOutcome] {
    var outcomes = [CheckOutcome](repeating: CheckOutcome(), count: scopes.count)
    guard let world = scopes.first?.world else { return outcomes }
    let ids = world.applicationIDs
    let checkers = scopes.map { ClassChecker($0, checksShadowed: checksShadowed) }
    let ranges = shares(of: ids.count, jobs: jobs, sizes: 32...1_024)
    let parts = scopes.indices.flatMap { scope in ranges.map { (scope, $0) } }
    // What takes less than a thread takes to begin is done here.
    let isLarge = world.memberUses.count * scopes.count >= 20_000
    await inOrder(parts, jobs: isLarge ? jobs : 1) { scope, range in
      (scope, checkers[scope].check(range, ids: ids))
    } take: { scope, part in
      outcomes[scope].add(part)
    }
    return outcomes
  }
}
