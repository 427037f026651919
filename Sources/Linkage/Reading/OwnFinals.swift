import ClassFiles

/// The final fields of the class that is being read, and the method whose code is.
///
/// Since class files of version 53 a class may write its own final fields in their initializers alone: `<init>` those of
/// an object, `<clinit>` static ones (JVMS §6.5.putfield, §6.5.putstatic). Compilers of older versions wrote them
/// elsewhere, too, and HotSpot still lets them.
struct OwnFinals {
  private static let firstVersion: UInt16 = 53

  /// By name and descriptor (`MemberFacts.key`).
  private var fields: Set<UInt64> = []
  /// The name of the method.
  var method: Symbol = .none

  init() {}

  init(_ file: ClassFile, _ reader: inout ClassReader) {
    guard file.majorVersion >= Self.firstVersion else { return }
    for field in file.fields where field.accessFlags.contains(.final) {
      let name = reader.utf8(Int(field.nameIndex))
      let descriptor = reader.utf8(Int(field.descriptorIndex))
      fields.insert(MemberFacts(name: name, descriptor: descriptor, flags: field.accessFlags).key)
    }
  }

  /// The method that writes one of the fields where it must not; none for every other use. A field that only looks like
  /// one of them, in another class, is told apart when it is resolved.
  func writer(of name: Symbol, _ descriptor: Symbol, by kind: UseKind) -> Symbol {
    guard kind == .putField || kind == .putStatic, !fields.isEmpty else { return .none }
    let initializer: Symbol = kind == .putField ? .initializer : .classInitializer
    guard method != initializer else { return .none }
    return fields.contains(UInt64(name.id) << 32 | UInt64(descriptor.id)) ? method : .none
  }
}
