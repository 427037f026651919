/// HotSpot puts most messages together in rooms of a fixed size, and what does not fit is cut off: of long class names the
/// last words of a message are missing.
extension FaultText {
  /// The error's message, as the machine prints it but for the hash codes of loaders, which are others in each run.
  func message(_ fault: LinkFault) -> String {
    let text = wholeMessage(fault)
    // A hash code counts as eight digits, which it nearly always has.
    let hashes = text.utf8.count { $0 == Self.hash.utf8.first }
    guard let room = room(fault), text.utf8.count + hashes * (Self.hashRoom - 1) > room else {
      return hashes == 0 ? text : text.replacing(Self.hash, with: "")
    }
    var left = room
    var cut = ""
    for character in text.unicodeScalars {
      let isHash = Self.hash.unicodeScalars.first == character
      left -= isHash ? Self.hashRoom : UTF8.width(character)
      if left < 0 { break }
      if !isHash { cut.unicodeScalars.append(character) }
    }
    return cut
  }

  /// Stands where a loader's hash code does, ` @2f92e0f4`; no name of a class has this character.
  static let hash = "\u{0}"
  private static let hashRoom = 10

  /// How many bytes a message may have; nil where the room grows with it.
  private func room(_ fault: LinkFault) -> Int? {
    if let nest = invalidNest(fault) { return room(nest) }
    switch fault {
    // `char buf[200]`
    case .interfaceFound, .classFound, .notImplemented: return 199
    case .staticExpected(let use, _, _), .instanceExpected(let use, _, _), .dispatchChanged(let use, _):
      return use.kind.isField ? 199 : nil
    // `err_msg(…)`
    case .interfaceIsClass: return 255
    case .finalOverridden: return level >= 16 ? 255 : 1_023
    // `Exceptions::fthrow(…)`
    case .superInaccessible, .interfaceInaccessible, .classInaccessible, .fieldInaccessible, .methodInaccessible,
      .constructorMissing, .wrongName, .superIsInterface, .superIsFinal, .notPermitted:
      return 1_023
    case .wrongConstant(let use, _, _): return use.kind.isHandle ? 1_023 : nil
    default: return nil
    }
  }

  private func room(_ nest: NestFailure) -> Int {
    switch nest {
    case .hostMissing: 199
    case .hostBroken(_, let fault): error(fault) == .noClassDefFound ? 199 : room(fault) ?? 1_023
    case .otherPackage, .notListed: 1_023
    case .both(let first, _): room(first)
    }
  }
}
