import ClassFiles
import Findings

/// Runs methods as far as linkage goes: in the order of the code, classes loaded, verified and initialised when the
/// machine would, calls followed into the application's classes, handlers that catch an error entered.
///
/// Conditions are not evaluated: both ways count as taken, in the order of the code.
struct LinkTracer {
  let scope: LinkScope
  let inputs: [LinkInput]
  private var reader = ClassReader()
  private var flow = TypeFlow()
  private var files: [ClassID: ClassFile] = [:]
  private var summaries: [ClassID: Int] = [:]
  private var initialized: Set<ClassID> = []
  private var linked: Set<ClassID> = []
  private var entered: Set<MethodKey> = []
  /// What methods ended with, the frames as seen from the method: who calls again meets the same.
  private var failed: [MethodKey: Raised] = [:]
  private var failedInitializers: Set<ClassID> = []
  private var failedLinks: [ClassID: Raised] = [:]
  private var stack: [Frame] = []

  private struct MethodKey: Hashable {
    var owner: ClassID
    var method: Int
    /// What is known of the arguments.
    var arguments: [FlowType]
  }

  fileprivate struct Frame {
    var owner: ClassID
    var method: Int
    var line: Int?
    /// A method that no class file has.
    var name: String?
  }

  /// An error on its way up.
  struct Raised {
    var fault: LinkFault
    var error: ErrorClass
    var isPossible: Bool
    fileprivate var frames: [Frame]
  }

  private var world: World { _read { yield scope.world } }

  init(_ scope: LinkScope, inputs: [LinkInput]) {
    self.scope = scope
    self.inputs = inputs
    reader.symbols = scope.world.symbols
    for (number, id) in scope.world.applicationIDs.enumerated() { summaries[id] = number }
  }

  /// The first error that a method raises; nil when all that it reaches links.
  mutating func firstFailure(in className: String, method: String, descriptor: String? = nil) -> LinkFailure? {
    guard let symbol = world.symbols.find(className), case .found(let id) = scope.find(symbol) else { return nil }
    if case .faulty(let fault) = scope.loading[Int(id.index)] {
      return failure(raise(fault, isPossible: false))
    }
    if let raised = initialize(id) { return failure(raised) }
    guard let file = file(id) else { return nil }
    for (index, member) in file.methods.enumerated() where (try? member.name) == method {
      if let descriptor, (try? member.descriptor) != descriptor { continue }
      if let raised = run(id, index) { return failure(raised) }
    }
    return nil
  }

  // MARK: Loading and initialisation

  private mutating func file(_ id: ClassID) -> ClassFile? {
    if let known = files[id] { return known }
    guard let number = summaries[id] else { return nil }
    let unit = Int(world.summaries[number].unit)
    guard unit < inputs.count, let file = try? inputs[unit].read().get() else { return nil }
    files[id] = file
    return file
  }

  private func raise(_ fault: LinkFault, isPossible: Bool) -> Raised {
    Raised(
      fault: fault,
      error: FaultText(scope).error(fault),
      isPossible: isPossible,
      frames: stack.reversed()
    )
  }

  /// Linking verifies the superclass, then the class (JVMS §5.4.1).
  private mutating func link(_ id: ClassID) -> Raised? {
    if let known = failedLinks[id] { return again(known) }
    guard linked.insert(id).inserted else { return nil }
    let ofParent = scope.superclass(id).flatMap { link($0) }
    guard let raised = ofParent ?? verify(id) else { return nil }
    failedLinks[id] = inner(raised, below: stack.count)
    return raised
  }

  /// Only what the class itself declares; its ancestors come before.
  private func verify(_ id: ClassID) -> Raised? {
    guard let number = summaries[id] else { return nil }
    let summary = world.summaries[number]
    for index in summary.assignments.range {
      if case .fault(let fault)? = scope.check(world.assignments[index], from: id) {
        return raise(fault, isPossible: false)
      }
    }
    for index in summary.members.range {
      if case .fault(let fault)? = scope.checkReceiver(world.memberUses[index], from: id) {
        return raise(fault, isPossible: false)
      }
    }
    return nil
  }

  /// Initialisation links the class, then runs the superclass's initializer and its own (JVMS §5.5).
  private mutating func initialize(_ id: ClassID) -> Raised? {
    guard world.facts(id).loader == .application else { return nil }
    // A class that cannot be linked stays so; one whose initializer failed is never asked again.
    if let known = failedLinks[id] { return again(known) }
    if failedInitializers.contains(id) { return raise(.initializationFailed(id), isPossible: false) }
    guard initialized.insert(id).inserted else { return nil }
    if let raised = link(id) { return raised }
    if let parent = scope.superclass(id), let raised = initialize(parent) {
      failedInitializers.insert(id)
      return raised
    }
    guard let file = file(id) else { return nil }
    for (index, member) in file.methods.enumerated() where (try? member.name) == "<clinit>" {
      if let raised = run(id, index) {
        failedInitializers.insert(id)
        return raised
      }
    }
    return nil
  }

  // MARK: Running

  /// A lambda or method reference that was made and may be called.
  private struct Made {
    var site: LambdaSite
    var captured: [FlowType]
    var isCalled = false
  }

  private mutating func run(_ id: ClassID, _ index: Int, _ arguments: [FlowType] = []) -> Raised? {
    let key = MethodKey(owner: id, method: index, arguments: arguments)
    if let known = failed[key] { return again(known) }
    guard stack.count < 64, entered.count < 100_000, entered.insert(key).inserted, let file = file(id),
      index < file.methods.count
    else { return nil }
    let raised = run(file, id, index, arguments)
    if let raised { failed[key] = inner(raised, below: stack.count) }
    return raised
  }

  /// An error without the frames of whoever called.
  private func inner(_ raised: Raised, below depth: Int) -> Raised {
    var raised = raised
    raised.frames.removeLast(min(depth, raised.frames.count))
    return raised
  }

  /// An error that was met before, seen from here.
  private func again(_ raised: Raised) -> Raised {
    var raised = raised
    raised.frames += stack.reversed()
    return raised
  }

  private mutating func run(_ file: ClassFile, _ id: ClassID, _ index: Int, _ arguments: [FlowType]) -> Raised? {
    stack.append(Frame(owner: id, method: index, line: nil))
    defer { stack.removeLast() }
    guard let code = try? file.methods[index].code else { return nil }
    var events = self.events(file, id, file.methods[index], code, arguments)[...]
    var reachable: Set<Int> = [0]
    var made: [Made] = []
    var instructions = code.instructions
    while let instruction = ((try? instructions.next()) ?? nil) {
      let isReached = reachable.contains(instruction.offset)
      var raised: Raised?
      while let event = events.first, event.offset <= instruction.offset {
        events.removeFirst()
        guard isReached, raised == nil, event.offset == instruction.offset else { continue }
        stack[stack.count - 1].line = (try? code.lineNumber(at: event.offset)) ?? nil
        raised = process(event, id, &made)
      }
      guard isReached else { continue }
      if let raised {
        guard let handler = handler(raised.error, at: instruction.offset, code, file) else { return raised }
        reachable.insert(handler)
        continue
      }
      flowOn(instruction, code, &reachable)
    }
    // What was handed on is called by whoever got it.
    for one in made where !one.isCalled {
      if let raised = call(one) { return raised }
    }
    return nil
  }

  private mutating func events(
    _ file: ClassFile,
    _ id: ClassID,
    _ method: Member,
    _ code: CodeAttribute,
    _ arguments: [FlowType]
  ) -> [TraceEvent] {
    var sink = EventSink()
    file.bytes.withUnsafeBytes { raw in
      reader.pool = PoolReader(file, raw)
      sink.bootstraps = BootstrapTable(file, reader.pool)
      flow.walk(
        method,
        code: code,
        of: world.facts(id).name,
        arguments: arguments,
        reader: &reader,
        sink: &sink
      )
      reader.pool = PoolReader()
    }
    return sink.events
  }

  private func flowOn(_ instruction: Instruction, _ code: CodeAttribute, _ reachable: inout Set<Int>) {
    switch instruction.operand {
    case .branch(let target): reachable.insert(target)
    case .table(let table):
      reachable.insert(table.defaultTarget)
      for one in (try? code.cases(of: table)) ?? [] { reachable.insert(one.target) }
    default: break
    }
    if !instruction.opcode.endsBlock { reachable.insert(instruction.offset + instruction.length) }
  }

  /// The handler that catches an error, if there is one (JVMS §2.10).
  private func handler(_ error: ErrorClass, at offset: Int, _ code: CodeAttribute, _ file: ClassFile) -> Int? {
    for one in code.exceptionTable where Int(one.startPC) <= offset && offset < Int(one.endPC) {
      guard one.catchTypeIndex != 0, let caught = try? file.pool.className(one.catchTypeIndex) else { continue }
      guard error.catchable.contains(caught) else { continue }
      if caught == "java/lang/Throwable", Handlers.closesResource(Int(one.handlerPC), code, file) { continue }
      return Int(one.handlerPC)
    }
    return nil
  }

  private mutating func process(_ event: TraceEvent, _ id: ClassID, _ made: inout [Made]) -> Raised? {
    switch event.kind {
    case .member(let use, let receiver, let arguments): return processMember(use, receiver, arguments, id, &made)
    case .type(let use, let value):
      if use.kind == .cast || use.kind == .instanceOf, value == .null { return nil }
      return processType(use, id)
    case .constant(let uses):
      for use in uses {
        if let raised = fault(use, id) { return raised }
      }
      return nil
    case .dynamic(let uses, let captured):
      for use in uses {
        if var raised = fault(use, id) {
          // Until Java 8 every failure of a call site is wrapped (JVMS SE8 §6.5.invokedynamic), later what is no Error.
          if scope.javaLevel < 9 || raised.error == .security { raised.error = .bootstrapMethod }
          return raised
        }
        if case .lambda(let site) = use { made.append(Made(site: site, captured: captured)) }
      }
      return nil
    }
  }

  private func fault(_ use: PoolUse, _ id: ClassID) -> Raised? {
    switch use {
    case .member(let use): return raised(scope.check(use, from: id))
    case .type(let use): return scope.check(use, from: id).lazy.compactMap { raised($0) }.first
    case .lambda(let site): return scope.refusal(of: site, from: id).map { raise($0, isPossible: false) }
    }
  }

  private func raised(_ outcome: UseOutcome) -> Raised? {
    switch outcome {
    case .fault(let fault): raise(fault, isPossible: false)
    case .contradicted(let fault): raise(fault, isPossible: true)
    case .links, .builtIn, .known, .unknown: nil
    }
  }

  private mutating func processType(_ use: TypeUse, _ id: ClassID) -> Raised? {
    for outcome in scope.check(use, from: id) {
      if let raised = raised(outcome) { return raised }
    }
    guard use.kind == .new, case .found(let made) = scope.find(use.type) else { return nil }
    return initialize(made)
  }

  private mutating func processMember(
    _ use: MemberUse,
    _ receiver: FlowType,
    _ arguments: [FlowType],
    _ id: ClassID,
    _ made: inout [Made]
  ) -> Raised? {
    let outcome = scope.check(use, from: id)
    switch outcome {
    case .fault(let fault):
      // Thrown by a method that the machine made.
      switch fault {
      case .abstractOverpass(let member, let owner), .conflictingDefaults(let member, let owner, _):
        return inside(member, of: owner) { $0.raise(fault, isPossible: false) }
      default: break
      }
    default: break
    }
    if let raised = raised(outcome) { return raised }
    guard case .links(let member) = outcome else { return nil }
    let flags = world.members[Int(member.index)].flags
    if use.kind.isStatic, let raised = initialize(member.owner) { return raised }
    guard !use.kind.isField else { return nil }
    if use.kind == .invokeStatic || use.kind == .invokeSpecial { return enter(member, arguments) }
    if receiver.isExact, case .found(let type) = scope.find(receiver.symbol) {
      return dispatch(use, member, receiver: type, arguments)
    }
    if let index = made.lastIndex(where: { $0.site.interface == use.owner && $0.site.name == use.name }) {
      made[index].isCalled = true
      return call(made[index], Array(arguments.dropFirst()))
    }
    return flags.contains(.abstract) ? nil : enter(member, arguments)
  }

  /// Calls a method on an object of exactly one class (JVMS §5.4.6, §6.5.invokevirtual, §6.5.invokeinterface).
  private mutating func dispatch(
    _ use: MemberUse,
    _ member: MemberID,
    receiver: ClassID,
    _ arguments: [FlowType] = []
  ) -> Raised? {
    let owner = world.facts(member.owner)
    if owner.isInterface, case .found(let interface) = scope.find(use.owner), world.facts(interface).isInterface,
      scope.isSubclass(receiver, of: interface) == false
    {
      return raise(.notImplemented(receiver: receiver, interface: interface), isPossible: false)
    }
    /// What the machine made for want of a default is not what the call runs.
    let isPassedOver = use.kind.direct == .invokeInterface && !scope.interfacesCallWhatIsMade
    switch scope.select(member, receiver: receiver) {
    case .unknown: return nil
    case .abstract(let selected) where use.kind.direct == .invokeInterface && !scope.isOpenToInterfaces(selected):
      return raise(.selectedNotPublic(member, receiver: receiver, selected), isPossible: false)
    case .abstract(let selected): return raiseAbstract(use, member, receiver: receiver, selected: selected)
    case .none:
      let method = world.members[Int(member.index)]
      if isPassedOver || !scope.isMade(method, for: receiver) {
        return raiseAbstract(use, member, receiver: receiver)
      }
      return inside(member, of: receiver) { $0.raise(.abstractOverpass(member, receiver: receiver), isPossible: false) }
    case .conflict(let candidates):
      if isPassedOver { return raiseAbstract(use, member, receiver: receiver) }
      return inside(member, of: receiver) {
        $0.raise(.conflictingDefaults(member, receiver: receiver, candidates: candidates), isPossible: false)
      }
    case .method(let selected):
      if use.kind.direct == .invokeInterface, !scope.isOpenToInterfaces(selected) {
        return raise(.selectedNotPublic(member, receiver: receiver, selected), isPossible: false)
      }
      return enter(selected, arguments)
    }
  }

  private func raiseAbstract(
    _ use: MemberUse,
    _ member: MemberID,
    receiver: ClassID,
    selected: MemberID? = nil
  ) -> Raised {
    var owner = member.owner
    if case .found(let named) = scope.find(use.owner) { owner = named }
    let call = scope.abstractCall(member, through: owner, by: use.kind.direct, receiver: receiver, selected: selected)
    return raise(.abstractCalled(call), isPossible: false)
  }

  /// Raises from a method that the machine itself made for a class.
  private mutating func inside(
    _ member: MemberID,
    of owner: ClassID,
    _ body: (LinkTracer) -> Raised
  ) -> Raised {
    let name = world.symbols.text(world.members[Int(member.index)].name)
    stack.append(Frame(owner: owner, method: -1, line: -1, name: name))
    defer { stack.removeLast() }
    return body(self)
  }

  /// Goes into a method of the application.
  private mutating func enter(_ member: MemberID, _ arguments: [FlowType] = []) -> Raised? {
    guard world.facts(member.owner).loader == .application, let file = file(member.owner) else { return nil }
    let facts = world.members[Int(member.index)]
    let name = world.symbols.text(facts.name)
    let descriptor = world.symbols.text(facts.descriptor)
    for (index, method) in file.methods.enumerated()
    where (try? method.name) == name && (try? method.descriptor) == descriptor {
      if method.accessFlags.contains(.native) {
        stack.append(Frame(owner: member.owner, method: index, line: -2))
        defer { stack.removeLast() }
        return raise(.nativeMissing(member), isPossible: false)
      }
      return run(member.owner, index, arguments)
    }
    return nil
  }

  /// Calls what a lambda or method reference stands for.
  private mutating func call(_ one: Made, _ arguments: [FlowType] = []) -> Raised? {
    let use = one.site.implementation
    guard case .links(let member) = scope.check(use, from: stack.last?.owner ?? ClassID(index: 0)) else { return nil }
    switch use.kind {
    case .handleNew:
      if world.facts(member.owner).flags.contains(.abstract) {
        return raise(.notInstantiable(member.owner), isPossible: false)
      }
      if let raised = initialize(member.owner) { return raised }
      return enter(member)
    case .handleInvokeStatic:
      if let raised = initialize(member.owner) { return raised }
      return enter(member)
    case .handleInvokeSpecial: return enter(member)
    default:
      if let receiver = one.captured.first ?? arguments.first, receiver.isExact,
        case .found(let type) = scope.find(receiver.symbol)
      {
        return dispatch(use, member, receiver: type)
      }
      return world.members[Int(member.index)].flags.contains(.abstract) ? nil : enter(member)
    }
  }

  // MARK: Telling

  private mutating func failure(_ raised: Raised) -> LinkFailure {
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
