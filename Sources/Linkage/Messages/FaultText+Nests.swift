/// What is said of nests that do not hold (JVMS §5.4.4).
extension FaultText {
  /// From Java 11 to 14 a nest that does not hold is an error of its own, not a remark to another.
  func invalidNest(_ fault: LinkFault) -> NestFailure? {
    guard level < 15 else { return nil }
    switch fault {
    case .fieldInaccessible(_, _, let nest), .methodInaccessible(_, _, let nest): return nest
    default: return nil
    }
  }

  func text(_ nest: NestFailure) -> String {
    switch nest {
    case .hostMissing(let id):
      let host = world.symbols.text(world.facts(id).nestHost)
      return level < 15
        ? "Unable to load nest-host class (\(host)) of \(name(id))"
        : "Nest host resolution of \(name(id)) with host \(host) failed: java.lang.NoClassDefFoundError: \(host)"
    case .hostBroken(let id, let fault):
      let host = world.symbols.text(world.facts(id).nestHost)
      guard level < 15 else {
        return
          "Nest host resolution of \(name(id)) with host \(host) failed: \(error(fault).rawValue): \(message(fault))"
      }
      return error(fault) == .noClassDefFound
        ? "Unable to load nest-host class (\(host)) of \(name(id))" : message(fault)
    case .otherPackage(let id, let host): return noMember(id, host, "types are in different packages")
    case .notListed(let id, let host): return noMember(id, host, "current type is not listed as a nest member")
    // Until Java 14 the first failure is the error.
    case .both(let first, let second): return level < 15 ? text(first) : "\(text(first)), \(text(second))"
    }
  }

  private func noMember(_ id: ClassID, _ host: ClassID, _ why: String) -> String {
    level < 15
      ? "Type \(name(id)) is not a nest member of \(name(host)): \(why)"
      : "Type \(name(id)) (loader: \(loaderName(id))) is not a nest member of type \(name(host)) "
        + "(loader: \(loaderName(host))): \(why)"
  }

  /// What is added to a message about access.
  func remark(_ nest: NestFailure?) -> String { nest.map { ", (\(text($0)))" } ?? "" }
}
