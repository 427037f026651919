public import Archives
public import Findings
import ModuleDescriptors
import XMLTrees

/// What reading a file as a package gave.
public struct PackageReading: Sendable {
  /// The package; present even for bytes that are no archive, then without entries.
  public let package: ModulePackage
  /// Everything that was found, with the package's path in each finding.
  public var findings: [Finding] { package.findings }
}

/// Reads `.sfm` packages.
///
/// A file that is no package is no error: it yields a value with findings. Only a file that cannot be read throws.
public enum PackageReader {
  /// Reads a file.
  public static func read(
    path: String,
    limits: ArchiveLimits = ArchiveLimits(),
    secondOpinion: Archive.SecondOpinion = .whenOpened
  ) throws(ArchiveError) -> PackageReading {
    read(try Archive.open(path: path, limits: limits, secondOpinion: secondOpinion), path: path)
  }

  /// Reads a package that is in memory; `path` names it in findings.
  public static func read(
    bytes: [UInt8],
    path: String,
    limits: ArchiveLimits = ArchiveLimits()
  ) -> PackageReading {
    read(Archive(bytes: bytes, limits: limits), path: path)
  }

  private static func read(_ archive: Archive, path: String) -> PackageReading {
    var findings = archive.findings
    let manifest = readManifest(archive, into: &findings)
    var descriptor: ModuleDescriptor?
    var failure: DescriptorError?
    var defects: [DescriptorDefect] = []
    if let bytes = content(PackageEntry.descriptorPath, of: archive, into: &findings) {
      do throws(DescriptorError) {
        let parsed = try ModuleDescriptor.parse(bytes)
        descriptor = parsed.descriptor
        defects = parsed.defects
        findings += defects.map(\.finding)
      } catch {
        failure = error
        findings.append(error.finding)
      }
    }
    let entries = classify(archive, descriptor)
    findings += tooManyJars(entries, archive.limits)
    let package = ModulePackage(
      path: path,
      archive: archive,
      entries: entries,
      manifest: manifest,
      descriptor: descriptor,
      descriptorError: failure,
      descriptorDefects: defects,
      findings: findings.map { finding in
        var finding = finding
        finding.package = path
        return finding
      }
    )
    return PackageReading(package: package)
  }

  private static func classify(_ archive: Archive, _ descriptor: ModuleDescriptor?) -> [PackageEntry] {
    let files = descriptor?.fileResources ?? []
    let resources = Dictionary(
      files.flatMap { file in
        file.possibleEntries.map { ($0, PackageEntry.Resource(id: file.id, name: file.name)) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    guard !resources.isEmpty else { return archive.entries.map { PackageEntry($0) } }
    return archive.entries.map { PackageEntry($0, resource: resources[$0.name]) }
  }

  private static func tooManyJars(_ entries: [PackageEntry], _ limits: ArchiveLimits) -> [Finding] {
    let count = entries.count { $0.kind == .library }
    guard count > limits.archives else { return [] }
    return [Finding(ArchiveRules.limitArchives, "\(count) jars, of which \(limits.archives) are looked into")]
  }

  private static func readManifest(_ archive: Archive, into findings: inout [Finding]) -> PackageManifest? {
    guard let bytes = content(PackageEntry.manifestPath, of: archive, into: &findings) else { return nil }
    let parsed = JarManifest.parse(Array(bytes.prefix(JarManifest.mostBytes)))
    findings += parsed.findings
    return PackageManifest(attributes: parsed.manifest, bytes: bytes)
  }

  private static func content(_ name: String, of archive: Archive, into findings: inout [Finding]) -> [UInt8]? {
    guard let entry = archive.entry(named: name) else { return nil }
    do throws(ArchiveError) {
      return try archive.content(of: entry)
    } catch {
      // What bars an entry structurally was reported when the archive was opened.
      if case .defect(let finding) = error, !findings.contains(finding) { findings.append(finding) }
      return nil
    }
  }
}
