/// One version of a platform line.
///
/// A view of a *complete* manifest answers what the platform has and what it lacks. A view of an *observed* one answers
/// what was seen there or must have been (`ManifestView+Knowledge`); for it `findClass` says `unknown` and never
/// `absent`.
public struct ManifestView: Sendable {
  /// The line that it is a version of.
  public let line: PlatformLine
  /// The index of the version in `line.versions`.
  public let index: Int

  var sections: LineSections { line.sections }
  var bit: UInt64 { 1 << UInt64(index) }
  private var record: Int { sections.versions + index * LineLayout.Section.versions.stride }

  /// The version.
  public var version: PlatformVersion { line.versions[index] }
  /// The feature version of the Java that runs this platform version.
  public var javaLevel: Int { Int(sections.bytes.u16(record + LineLayout.Version.javaLevel)) }
  /// What absence means.
  public var coverage: ManifestCoverage {
    ManifestCoverage(rawValue: sections.bytes.u8(record + LineLayout.Version.coverage)) ?? .observed
  }
  /// `publicAPI` means: private and package-private members exist that the manifest does not list.
  public var scope: APIScope {
    APIScope(rawValue: sections.bytes.u8(record + LineLayout.Version.scope)) ?? .publicAPI
  }
  /// Where the facts came from; a fact's `source` is an index into this list.
  public var sources: [String] {
    sections.names(sections.bytes.u32(record + LineLayout.Version.sources)).map(\.string)
  }
  /// Package prefixes of which only the listed packages are known.
  public var uncovered: ManifestNames {
    sections.names(sections.bytes.u32(record + LineLayout.Version.uncovered))
  }

  /// What is known of a class by its internal name in modified UTF-8.
  public func findClass(_ name: UnsafeRawBufferPointer) -> ClassLookup {
    classRecord(name).map { .found($0) } ?? missingClass(name)
  }

  /// What is known of a class that has no record; the same for all of its package.
  public func missingClass(_ name: UnsafeRawBufferPointer) -> ClassLookup {
    guard coverage == .complete else { return .unknown }
    let slash = name.lastIndex(of: 0x2f)
    switch packageState(UnsafeRawBufferPointer(rebasing: name[..<(slash ?? 0)])) {
    // What no JVM resolves is not there, for all that `uncovered` may say of its neighbours.
    case .exported, .unresolved: return .absent(packageIsKnown: true)
    case .concealed: return .concealed
    case nil:
      // The slash belongs to the prefix: `sun/` covers `sun/misc`, not `sunny`.
      let path = UnsafeRawBufferPointer(rebasing: name[..<(slash.map { $0 + 1 } ?? 0)])
      return uncovered.contains { path.starts(with: $0.bytes) } ? .unknown : .absent(packageIsKnown: false)
    }
  }

  /// Whether a package is exported, concealed, unresolved, or (nil) not listed.
  public func packageState(_ name: UnsafeRawBufferPointer) -> PackageState? {
    var low = 0
    var high = sections.packageCount
    while low < high {
      let middle = (low + high) / 2
      let offset = sections.packages + middle * LineLayout.Section.packages.stride
      let order = compareBytes(sections.string(sections.bytes.u32(offset)), name)
      if order == 0 { return sections.packageState(at: offset, bit) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The class as this version has it. On an observed line also a class that was not seen at this version but both
  /// before and after it.
  public func classRecord(_ name: UnsafeRawBufferPointer) -> ClassRecord? {
    guard let index = line.classIndex(name) else { return nil }
    return classRecord(at: index)
  }

  /// The class record with this index over all versions, if this version has it.
  func classRecord(at index: Int) -> ClassRecord? {
    let offset = sections.classOffset(index)
    let bits = sections.bits(sections.bytes.u16(offset + LineLayout.Class.bits))
    guard isKnown(bits) else { return nil }
    guard let variant = sections.variant(ofClassAt: offset, bit: bit, nearest: coverage == .observed ? self.index : nil)
    else { return nil }
    return ClassRecord(view: self, offset: offset, variant: variant)
  }

  /// All classes of this version, in no particular order.
  public var classes: some Sequence<ClassRecord> {
    (0..<sections.classCount).lazy.compactMap { self.classRecord(at: $0) }
  }

  /// Whether a fact that these versions have on record is present here.
  func isKnown(_ bits: UInt64) -> Bool { Presence(self).includes(bits) }
}

extension ManifestView {
  /// What is known of a class.
  public func findClass(_ name: String) -> ClassLookup {
    EncodedName.encode(name).withUnsafeBytes { findClass($0) }
  }

  /// What is known of a class.
  public func findClass(_ name: borrowing RawSpan) -> ClassLookup {
    name.withUnsafeBytes { findClass($0) }
  }
}

/// What a view knows of a class name.
public enum ClassLookup: Sendable {
  case found(ClassRecord)
  /// The platform does not have it: `NoClassDefFoundError`. Whether the platform has other classes of its package is a
  /// hint at a class that vanished rather than a library that was never there.
  case absent(packageIsKnown: Bool)
  /// The package exists but is not exported and its classes were not recorded: `IllegalAccessError` for a public class
  /// of it, `NoClassDefFoundError` else. Either way the class cannot be used.
  case concealed
  /// Nothing can be said.
  case unknown

  /// The record, when there is one.
  public var record: ClassRecord? {
    if case .found(let record) = self { return record }
    return nil
  }
}
