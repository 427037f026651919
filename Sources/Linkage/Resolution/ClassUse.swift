/// What using a class by name comes to.
enum ClassOutcome: Sendable {
  case found(ClassID)
  /// A primitive array, or another type that always exists.
  case builtIn
  case unknown(Symbol)
  case fault(LinkFault)
}

extension LinkScope {
  /// Class resolution (JVMS §5.4.3.1): finding, loading with all ancestors, access.
  func resolveClass(_ type: Symbol, from user: ClassID) -> ClassOutcome {
    let (name, isArray) = elementClass(type)
    if name.isNone { return .builtIn }
    let loader = world.facts(user).loader
    switch find(name, from: loader) {
    case .absent: return .fault(.classMissing(isArray ? type : name))
    case .unknown: return .unknown(name)
    case .concealed: return .fault(.classConcealed(name, from: user))
    case .broken(let fault): return .fault(fault)
    case .found(let id):
      if case .faulty(let fault) = loading[Int(id.index)] { return .fault(fault) }
      return isAccessible(id, from: user) ? .found(id) : .fault(.classInaccessible(id, from: user))
    }
  }

  /// The class behind a class name or array descriptor; none for arrays of primitives.
  func elementClass(_ type: Symbol) -> (name: Symbol, isArray: Bool) {
    guard world.symbols.firstByte(type) == UInt8(ascii: "[") else { return (type, false) }
    let name = world.symbols.withBytes(type) { bytes -> Symbol? in
      guard let start = bytes.firstIndex(where: { $0 != UInt8(ascii: "[") }), bytes[start] == UInt8(ascii: "L"),
        bytes.count > start + 2
      else { return nil }
      return world.symbols.find(UnsafeRawBufferPointer(rebasing: bytes[start + 1..<bytes.count - 1]))
    }
    return (name ?? .none, true)
  }

  /// Resolves every class in a method descriptor, parameters first; `type` and `cast` faults alike.
  func resolveClasses(inDescriptor descriptor: Symbol, from user: ClassID) -> [ClassOutcome] {
    classes(inDescriptor: descriptor).map { one in
      let outcome = resolveClass(one.name, from: user)
      // Where the class is there and one of its ancestors is not, the error names that ancestor.
      if one.depth > 0, case .fault(.classMissing(let name)) = outcome, name == one.name {
        return .fault(.arrayClassMissing(name, depth: one.depth))
      }
      return outcome
    }
  }

  /// The class names in a method descriptor, parameters first, with how many dimensions each has.
  func classes(inDescriptor descriptor: Symbol) -> [(name: Symbol, depth: UInt8)] {
    world.symbols.withBytes(descriptor) { bytes in
      var list: [(Symbol, UInt8)] = []
      var position = 0
      var depth: UInt8 = 0
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "[") {
          depth &+= 1
          position += 1
          continue
        }
        defer { depth = 0 }
        if bytes[position] == UInt8(ascii: "L") {
          guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ";")) else { break }
          if let name = world.symbols.find(UnsafeRawBufferPointer(rebasing: bytes[position + 1..<end])) {
            list.append((name, depth))
          }
          position = end
        }
        position += 1
      }
      return list
    }
  }
}
