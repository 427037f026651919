import ClassFiles

/// Why the machine's parser refuses a class file.
struct FormatDefect: Hashable, Sendable {
  /// The message of the `ClassFormatError`.
  var message: String
  /// Whether it is a field's or a method's: the parser has resolved the superinterfaces before it meets them.
  var isInMembers: Bool
}

/// What HotSpot refuses in a class file that is well-formed as far as its bytes go: flags that exclude each other, methods
/// without code (JVMS §4.1, §4.5, §4.6, §4.7.3; `ClassFileParser`). Libraries of declarations alone are made of such classes.
struct FormatCheck {
  let file: ClassFile

  /// The first thing that is wrong; nil where nothing is.
  var defect: FormatDefect? {
    let flags = file.accessFlags
    if !isLegal(flags) {
      return FormatDefect(
        message: "Illegal class modifiers in class \(name): \(hexadecimal(flags))",
        isInMembers: false
      )
    }
    return memberDefect.map { FormatDefect(message: $0, isInMembers: true) }
  }

  private var memberDefect: String? {
    for field in file.fields where !isLegal(field: field.accessFlags) {
      return "Illegal field modifiers in class \(name): \(hexadecimal(field.accessFlags))"
    }
    for method in file.methods {
      if let defect = defect(of: method) { return defect }
    }
    // JVMS §4.7.31
    if file.majorVersion >= 61, file.accessFlags.contains(.final),
      file.attributes.first(named: "PermittedSubclasses") != nil
    {
      return "PermittedSubclasses attribute in final class file \(name)"
    }
    return nil
  }

  /// The class, with slashes.
  private var name: String { (try? file.pool.className(file.thisClassIndex)) ?? "" }
  private var isInterface: Bool { file.accessFlags.contains(.interface) }

  private func isLegal(_ flags: AccessFlags) -> Bool {
    // A module's declaration is no class at all.
    if flags.rawValue & 0x8000 != 0 { return true }
    if flags.contains(.interface) {
      // Abstract goes without saying until Java 5.
      if file.majorVersion >= 50, !flags.contains(.abstract) { return false }
      return !flags.contains(.final) && (file.majorVersion < 49 || flags.isDisjoint(with: [.super, .enum]))
    }
    if flags.isSuperset(of: [.abstract, .final]) { return false }
    return file.majorVersion < 49 || !flags.contains(.annotation)
  }

  private func isLegal(field flags: AccessFlags) -> Bool {
    guard isInterface else { return isVisible(flags) && !flags.isSuperset(of: [.final, .volatile]) }
    return flags.isSuperset(of: [.public, .static, .final])
      && flags.isDisjoint(with: [.private, .protected, .volatile, .transient])
      && (file.majorVersion < 49 || !flags.contains(.enum))
  }

  private func defect(of method: Member) -> String? {
    let flags = method.accessFlags
    func isNamed(_ name: StaticString) -> Bool { method.pool.utf8(method.nameIndex, equals: name) }
    // An initializer's flags are not looked at.
    if !isNamed("<clinit>"), !isLegal(method: flags, isInitializer: isNamed("<init>")) {
      return "Method \((try? method.name) ?? "") in class \(name) has illegal modifiers: \(hexadecimal(flags))"
    }
    let hasCode = method.attributes.contains { method.pool.utf8($0.nameIndex, equals: "Code") }
    if hasCode == flags.isDisjoint(with: [.native, .abstract]) { return nil }
    return hasCode
      ? "Code attribute in native or abstract methods in class file \(name)"
      : "Absent Code attribute in method that is not native or abstract in class file \(name)"
  }

  private func isLegal(method flags: AccessFlags, isInitializer: Bool) -> Bool {
    let isStrict = flags.contains(.strict) && file.majorVersion < 61
    if isInterface {
      if file.majorVersion < 49 {
        return flags.isSuperset(of: [.public, .abstract]) && flags.isDisjoint(with: [.static, .final, .native])
      }
      if file.majorVersion < 52 {
        return flags.isSuperset(of: [.public, .abstract])
          && flags.isDisjoint(with: [.private, .protected, .static, .final, .synchronized, .native, .strict])
      }
      return flags.contains(.public) != flags.contains(.private)
        && flags.isDisjoint(with: [.native, .protected, .final, .synchronized])
        && (!flags.contains(.abstract) || flags.isDisjoint(with: [.private, .static]) && !isStrict)
    }
    guard isVisible(flags) else { return false }
    if isInitializer {
      return flags.isDisjoint(with: [.static, .final, .synchronized, .native, .abstract])
        && (file.majorVersion < 49 || !flags.contains(.bridge))
    }
    guard flags.contains(.abstract) else { return true }
    return flags.isDisjoint(with: [.final, .native, .private, .static])
      && (file.majorVersion < 49 || !flags.contains(.synchronized) && !isStrict)
  }

  /// At most one of public, protected and private.
  private func isVisible(_ flags: AccessFlags) -> Bool {
    flags.intersection([.public, .protected, .private]).rawValue.nonzeroBitCount <= 1
  }

  private func hexadecimal(_ flags: AccessFlags) -> String { "0x" + String(flags.rawValue, radix: 16, uppercase: true) }
}
