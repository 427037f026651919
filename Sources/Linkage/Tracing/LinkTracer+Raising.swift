import ClassFiles
import Findings

/// Errors on their way up, and how they are told in the end.
extension LinkTracer {
  func raise(_ fault: LinkFault, isPossible: Bool) -> Raised {
    Raised(
      fault: fault,
      error: FaultText(scope).error(fault),
      isPossible: isPossible,
      frames: stack.reversed()
    )
  }

  /// Raises from a method that the machine itself made for a class.
  mutating func inside(
    _ member: MemberID,
    of owner: ClassID,
    _ body: (LinkTracer) -> Raised
  ) -> Raised {
    let name = world.symbols.text(world.members[Int(member.index)].name)
    stack.append(Frame(owner: owner, method: -1, line: -1, name: name))
    defer { stack.removeLast() }
    return body(self)
  }

  /// An error without the frames of whoever called.
  func inner(_ raised: Raised, below depth: Int) -> Raised {
    var raised = raised
    raised.frames.removeLast(min(depth, raised.frames.count))
    return raised
  }

  /// An error that was met before, seen from here.
  func again(_ raised: Raised) -> Raised {
    var raised = raised
    raised.frames += stack.reversed()
    return raised
  }

  mutating func failure(_ raised: Raised) -> LinkFailure {
    let text = FaultText(scope)
    let inner = text.error(raised.fault)
    let isWrapped = inner != raised.error
    let message = text.message(raised.fault)
    var frames: [(className: String, method: String, file: String?, line: Int?)] = []
    for frame in raised.frames {
      let file = file(frame.owner)
      let method =
        frame.name
        ?? file.flatMap { $0.methods.indices.contains(frame.method) ? try? $0.methods[frame.method].name : nil }
      frames.append(
        (
          JavaNames.dotted(world.symbols.text(world.facts(frame.owner).name)), method ?? "?",
          (try? file?.sourceFile) ?? nil, frame.line
        )
      )
    }
    let first = frames.first
    return LinkFailure(
      error: raised.error.rawValue,
      message: isWrapped ? "\(inner.rawValue): \(message)" : message,
      className: first?.className,
      method: first?.method,
      sourceFile: first?.file,
      line: first?.line,
      callers: frames.dropFirst().map { frame in
        let place = frame.file.map { name in frame.line.map { "\(name):\($0)" } ?? name } ?? "Unknown Source"
        return "\(frame.className).\(frame.method)(\(place))"
      },
      isPossible: raised.isPossible,
      rule: raised.fault.rule.id.rawValue
    )
  }
}
