/// One thing that resolving a constant of a pool asks for, in the machine's order.
enum PoolUse {
  case member(MemberUse)
  case type(TypeUse)
  case lambda(LambdaSite)
}

extension ClassReader {
  /// A use of the member reference at an index.
  mutating func use(
    _ index: Int,
    _ kind: UseKind,
    receiver: Symbol = .none
  ) -> MemberUse {
    let (owner, name, descriptor) = member(index)
    return MemberUse(
      owner: owner,
      name: name,
      descriptor: descriptor,
      receiver: receiver,
      kind: kind,
      isInterface: pool.tag(index) == 11,
      poolIndex: UInt16(truncatingIfNeeded: index),
      writer: finals.writer(of: name, descriptor, by: kind)
    )
  }

  /// A use of the member reference at an index by code of a class, on an object of a type; the owner itself stands for
  /// an object that was just made.
  mutating func use(_ index: Int, _ kind: UseKind, on receiver: FlowType, in type: Symbol) -> MemberUse {
    var use = use(index, kind)
    // A class may use its own fields on every object that has them.
    if !use.writer.isNone { return use }
    if receiver.isUninitialized, use.name == .initializer {
      use.receiver = use.owner
    } else if receiver.symbol != type, receiver.symbol != use.owner {
      use.receiver = receiver.symbol
    } else if receiver.symbol == use.owner, receiver.symbol != type {
      use.receiver = use.owner
    }
    return use
  }

  /// Everything that resolving a loadable constant asks for (JVMS §5.4.3.5, §5.4.3.6).
  mutating func uses(
    ofConstant index: Int,
    _ bootstraps: BootstrapTable,
    depth: Int = 0,
    _ report: (PoolUse) -> Void
  ) {
    guard depth < 8 else { return }
    switch pool.tag(index) {
    case 7: report(.type(TypeUse(type: className(index), kind: .literal)))
    case 15:
      guard let kind = UseKind(rawValue: UInt8(truncatingIfNeeded: pool.byte(index, 0))) else { return }
      var handle = use(pool.content(index, 1), kind)
      handle.poolIndex = UInt16(truncatingIfNeeded: index)
      report(.member(handle))
    case 16: report(.type(TypeUse(type: utf8(pool.content(index, 0)), kind: .methodType)))
    case 17: uses(ofDynamic: index, bootstraps, depth: depth, report)
    default: break
    }
  }

  /// Everything that resolving a dynamic constant or call site asks for: the bootstrap method, the static arguments,
  /// the descriptor; then, for a lambda, what its factory checks.
  mutating func uses(
    ofDynamic index: Int,
    _ bootstraps: BootstrapTable,
    depth: Int = 0,
    _ report: (PoolUse) -> Void
  ) {
    guard let entry = bootstraps.entry(pool.content(index, 0)) else { return }
    let (name, descriptor) = nameAndType(pool.content(index, 2))
    uses(ofConstant: entry.handle, bootstraps, depth: depth + 1, report)
    for argument in entry.arguments {
      uses(ofConstant: argument, bootstraps, depth: depth + 1, report)
    }
    report(.type(TypeUse(type: descriptor, kind: .methodType)))
    if let lambda = lambda(entry, name: name, site: descriptor) { report(.lambda(lambda)) }
  }

  /// What a call site asks of `LambdaMetafactory`; nil when it asks something else.
  mutating func lambda(
    _ entry: BootstrapTable.Entry,
    name: Symbol,
    site: Symbol
  ) -> LambdaSite? {
    guard pool.tag(entry.handle) == 15, entry.arguments.count >= 3 else { return nil }
    let (factory, method, _) = member(pool.content(entry.handle, 1))
    guard factory == .lambdaMetafactory, method == .metafactory || method == .altMetafactory,
      pool.tag(entry.arguments[1]) == 15,
      let kind = UseKind(rawValue: UInt8(truncatingIfNeeded: pool.byte(entry.arguments[1], 0)))
    else { return nil }
    return LambdaSite(
      interface: resultClass(site),
      name: name,
      descriptor: utf8(pool.content(entry.arguments[0], 0)),
      implementation: use(pool.content(entry.arguments[1], 1), kind),
      instantiated: utf8(pool.content(entry.arguments[2], 0)),
      site: site,
      hasBridges: method == .altMetafactory && hasBridges(entry)
    )
  }

  /// Whether the flags of `altMetafactory`, its fourth argument, ask for bridges.
  private func hasBridges(_ entry: BootstrapTable.Entry) -> Bool {
    guard entry.arguments.count > 3, pool.tag(entry.arguments[3]) == 3 else { return true }
    return pool.content(entry.arguments[3], 2) & 4 != 0
  }

  /// The class that a method descriptor returns.
  private mutating func resultClass(_ descriptor: Symbol) -> Symbol {
    let bytes = symbols.withBytes(descriptor) { Array($0) }
    guard let close = bytes.lastIndex(of: UInt8(ascii: ")")), close + 2 < bytes.count,
      bytes[close + 1] == UInt8(ascii: "L")
    else { return .none }
    return bytes[close + 2..<bytes.count - 1].withUnsafeBytes { symbols.intern($0) }
  }
}
