/// Which facts count as present at a version, from the versions that are on record for them.
struct Presence {
  private let bit: UInt64
  private let isObserved: Bool
  private let relation: PlatformLine.VersionRelations

  init(_ view: ManifestView) {
    bit = view.bit
    isObserved = view.coverage == .observed
    relation = view.line.relations[view.index]
  }

  /// On an observed line also what was not seen at the version but both before and after it.
  func includes(_ bits: UInt64) -> Bool {
    if bits & bit != 0 { return true }
    guard isObserved else { return false }
    return bits & relation.same != 0 || bits & relation.before != 0 && bits & relation.after != 0
  }
}
