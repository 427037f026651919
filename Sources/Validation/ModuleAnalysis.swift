import Findings
import ModuleDescriptors
import XMLTrees

/// A descriptor with every statement, variable reference and call resolved once, for all rules.
struct ModuleAnalysis: Sendable {
  /// A statement with its place.
  struct Visit: Sendable {
    /// The index of the function it stands in.
    let function: Int
    /// The statement.
    let statement: Statement
    /// The way to it.
    let path: StatementPath
  }

  /// A variable reference and what it means.
  struct ResolvedReference: Sendable {
    let visit: Int
    let reference: VariableReference
    let resolution: VariableResolution
  }

  /// A call or entry point and what it starts.
  struct ResolvedTarget: Sendable {
    /// Where it is written.
    let location: Location
    /// Whether the code around it is switched off.
    let isDisabled: Bool
    let target: Target
    let resolution: TargetResolution
  }

  /// Statements that stand in one list.
  struct Block: Sendable {
    /// The statement they stand in; nil directly in the function.
    let owner: Int?
    /// The statements, as indices of `visits`.
    var members: [Int]
  }

  let module: ModuleDescriptor
  let visits: [Visit]
  let blocks: [Block]
  let references: [ResolvedReference]
  let targets: [ResolvedTarget]
  /// What calls and entry points name.
  let resolver: TargetResolver
  /// Makes the findings of rules that may have tens of thousands.
  let tell: Telling

  init(_ module: ModuleDescriptor, _ tell: Telling) {
    self.module = module
    self.tell = tell
    let scope = VariableScope(module: module)
    let resolver = TargetResolver(module: module)
    var visits: [Visit] = []
    var references: [ResolvedReference] = []
    var targets: [ResolvedTarget] = []
    for point in module.entryPoints {
      guard let target = point.function else { continue }
      targets.append(
        ResolvedTarget(
          location: Self.location(point.position, function: point.label),
          isDisabled: false,
          target: target,
          resolution: resolver.resolve(target)
        )
      )
    }
    for (index, function) in module.functions.enumerated() {
      let local = scope.entering(function)
      var order = 0
      function.forEachStatement { statement, path in
        for reference in statement.references {
          references.append(
            ResolvedReference(
              visit: visits.count,
              reference: reference,
              resolution: local.resolve(reference, at: path, order: order)
            )
          )
        }
        let visit = Visit(function: index, statement: statement, path: path)
        if case .functionCall(let call) = statement {
          targets.append(
            ResolvedTarget(
              location: Self.location(statement.position, function: function.name, path: path),
              isDisabled: path.isDisabled || function.disabled,
              target: call.target,
              resolution: resolver.resolve(call.target)
            )
          )
        }
        visits.append(visit)
        order += 1
      }
    }
    self.visits = visits
    self.resolver = resolver
    blocks = Self.blocks(of: visits)
    self.references = references
    self.targets = targets
  }

  /// The lists of statements, from the order and depth of the visits.
  private static func blocks(of visits: [Visit]) -> [Block] {
    var blocks: [Block] = []
    var open: [Int] = []  // The block of each depth that is being filled.
    var function = -1
    for (index, visit) in visits.enumerated() {
      let depth = visit.path.depth
      if visit.function != function {
        function = visit.function
        open.removeAll()
      }
      if open.count >= depth {
        open.removeLast(open.count - depth)
      } else {
        open.append(blocks.count)
        blocks.append(Block(owner: depth > 1 ? index - 1 : nil, members: []))
      }
      blocks[open[depth - 1]].members.append(index)
    }
    return blocks
  }

  /// The place of a statement.
  func location(_ visit: Visit) -> Location {
    Self.location(visit.statement.position, function: module.functions[visit.function].name, path: visit.path)
  }

  /// The place of a reference: its own line, in its statement.
  func location(_ resolved: ResolvedReference) -> Location {
    location(visits[resolved.visit], at: resolved.reference.position)
  }

  /// The place of a part of a statement: its own line, when it has one.
  func location(_ visit: Visit, at position: SourcePosition) -> Location {
    Self.location(
      position.line == 0 ? visit.statement.position : position,
      function: module.functions[visit.function].name,
      path: visit.path
    )
  }

  /// The calls of functions of this module, with the function that they reach, by its number.
  var calls: [(visit: Visit, call: FunctionCall, callee: Int)] {
    visits.compactMap { visit in
      guard case .functionCall(let call) = visit.statement, case .function(let index) = resolver.resolve(call.target)
      else { return nil }
      return (visit, call, index)
    }
  }

  /// Every expression of every condition, outermost first.
  var expressions: [(visit: Visit, expression: Expression)] {
    visits.flatMap { visit -> [(Visit, Expression)] in
      guard case .if(let block) = visit.statement, let condition = block.condition else { return [] }
      return condition.all.map { (visit, $0) }
    }
  }

  /// Whether the code at a visit is switched off.
  func isDisabled(_ visit: Visit) -> Bool { visit.path.isDisabled || module.functions[visit.function].disabled }

  /// A place in the descriptor.
  static func location(_ position: SourcePosition, function: String? = nil, path: StatementPath? = nil) -> Location {
    Location(
      entry: DescriptorDefect.entry,
      line: position.line == 0 ? nil : position.line,
      column: position.column == 0 ? nil : position.column,
      function: function,
      statement: path?.description
    )
  }
}

extension Expression {
  /// The expression and those inside it, outermost first.
  fileprivate var all: [Expression] {
    switch self {
    case .test: [self]
    case .nested(let nested): [self] + nested.expressions.flatMap(\.all)
    }
  }
}

extension [String] {
  /// `did you mean 'a' or 'b'?`, or nil when there is nothing near.
  var suggestion: String? {
    isEmpty ? nil : "did you mean \(map { "'\($0)'" }.joined(separator: " or "))?"
  }
}
