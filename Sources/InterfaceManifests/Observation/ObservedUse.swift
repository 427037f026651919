import ClassFiles

/// One use of a class or member by a class file.
struct ObservedUse {
  var owner: String
  var member: (name: String, descriptor: String)?
  var isStatic: Bool?
  var ownerIsInterface: Bool?

  /// Everything a class file uses: supertypes, types, members, and the targets of method handles.
  static func collect(_ file: ClassFile, into uses: inout [ObservedUse]) throws(ClassFileError) {
    if let superclass = try file.superName { uses.append(ObservedUse(owner: superclass, ownerIsInterface: false)) }
    for name in try file.interfaceNames { uses.append(ObservedUse(owner: name, ownerIsInterface: true)) }
    for index in file.pool.indices { try collect(file.pool, index, into: &uses) }
    for method in file.methods {
      guard let code = try method.code else { continue }
      var instructions = code.instructions
      while let instruction = try instructions.next() {
        guard let isStatic = dispatch(instruction.opcode), let index = instruction.poolIndex else { continue }
        append(try file.pool.memberReference(index), isField: isField(instruction.opcode), isStatic, to: &uses)
      }
    }
  }

  private static func collect(
    _ pool: ConstantPool,
    _ index: ConstantPool.Index,
    into uses: inout [ObservedUse]
  ) throws(ClassFileError) {
    switch try pool.entry(index) {
    case .class(let nameIndex):
      if let name = className(try pool.utf8(nameIndex)) { uses.append(ObservedUse(owner: name)) }
    case .methodHandle(let kind, let reference):
      let isStatic = kind == .getStatic || kind == .putStatic || kind == .invokeStatic
      append(try pool.memberReference(reference), isField: kind.rawValue < 5, isStatic, to: &uses)
    case .methodType(let descriptorIndex):
      for name in ClassNames(in: try pool.utf8(descriptorIndex)) { uses.append(ObservedUse(owner: name)) }
    case .nameAndType(_, let descriptorIndex):
      for name in ClassNames(in: try pool.utf8(descriptorIndex)) { uses.append(ObservedUse(owner: name)) }
    default: break
    }
  }

  private static func append(
    _ reference: ConstantPool.MemberReference,
    isField: Bool,
    _ isStatic: Bool,
    to uses: inout [ObservedUse]
  ) {
    // Methods of arrays are those of Object.
    guard !reference.owner.hasPrefix("[") else { return }
    uses.append(
      ObservedUse(
        owner: reference.owner,
        member: (reference.name, reference.descriptor),
        isStatic: isStatic,
        ownerIsInterface: isField ? nil : reference.isInterface
      )
    )
  }

  /// Whether an instruction takes a static member; nil for one that takes none.
  private static func dispatch(_ opcode: Opcode) -> Bool? {
    switch opcode {
    case .getstatic, .putstatic, .invokestatic: true
    case .getfield, .putfield, .invokevirtual, .invokespecial, .invokeinterface: false
    default: nil
    }
  }

  private static func isField(_ opcode: Opcode) -> Bool {
    opcode == .getstatic || opcode == .putstatic || opcode == .getfield || opcode == .putfield
  }

  /// The class of a class constant: of an array its element; nil for an array of primitives.
  private static func className(_ text: String) -> String? {
    text.hasPrefix("[") ? ClassNames(in: text).first { _ in true } : text
  }
}

/// The class names in a descriptor, in order.
public struct ClassNames: Sequence, IteratorProtocol {
  private var rest: Substring.UTF8View

  /// Reads the descriptor of a field or a method.
  public init(in descriptor: String) {
    rest = descriptor[...].utf8
  }

  /// The next name, with slashes.
  public mutating func next() -> String? {
    guard let start = rest.firstIndex(of: UInt8(ascii: "L")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = rest[rest.index(after: start)..<end]
    rest = rest[rest.index(after: end)...]
    return String(decoding: name, as: UTF8.self)
  }
}
