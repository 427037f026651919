import ClassFiles

/// Tells by a look at its bytes whether a method may hold one of a few causes, so that the many methods of a faulty class
/// that hold none need not be walked.
///
/// Bytes that only look like the instruction cost a walk, no more.
struct CauseScan {
  /// The constants of members that instructions name.
  private var members: Set<UInt16> = []
  private var types: Set<Symbol> = []
  /// Whether a constant or a call site may lead to a cause: what it asks for stands elsewhere.
  private var looksIntoConstants = false
  /// Whether a cause may lie anywhere, such as a value that is no object of the type wanted.
  private var isAnywhere = false

  init(_ causes: some Sequence<Violation.Cause>) {
    for cause in causes {
      switch cause {
      case .member(let use) where use.kind.isHandle: looksIntoConstants = true
      case .member(let use): members.insert(use.poolIndex)
      case .type(let use) where use.kind == .methodType || use.kind == .literal: looksIntoConstants = true
      case .type(let use): types.insert(use.type)
      case .lambda: looksIntoConstants = true
      case .assignment: isAnywhere = true
      case .loading, .unimplemented: break
      }
    }
  }

  /// Whether the code at a range of the class file may hold a cause.
  func mayHold(_ code: Range<Int>, _ reader: inout ClassReader) -> Bool {
    if isAnywhere { return true }
    for position in code {
      switch reader.pool.u1(position) {
      // ldc, ldc_w, ldc2_w, invokedynamic
      case 18, 19, 20, 186:
        if looksIntoConstants { return true }
      // getstatic to invokeinterface
      case 178...185:
        if members.contains(UInt16(truncatingIfNeeded: reader.pool.u2(position + 1))) { return true }
      // new, anewarray, checkcast, instanceof, multianewarray
      case 187, 189, 192, 193, 197:
        if !types.isEmpty, types.contains(reader.className(reader.pool.u2(position + 1))) { return true }
      default: break
      }
    }
    return false
  }
}
