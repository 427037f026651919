import Archives
import ModulePackages

/// A signed jar as `java.util.jar.JarFile` reads it: who signs which entries, and what does not fit its digest
/// (JAR File Specification, Signed JAR File; `sun.security.util.SignatureFileVerifier`).
///
/// The signature over the signature file is not verified, nor is asked whether a runtime still takes its algorithms.
struct SignedJar: Sendable {
  /// Something that Java's verification throws a `SecurityException` for.
  struct Mismatch: Hashable, Sendable {
    /// The exception's message.
    var message: String
    /// The file that does not fit: a class, else the signature file, without which no entry is read.
    var entry: String
  }

  /// Its path, as in the entries of its classes.
  let path: String
  /// The certificates of all who sign an entry.
  private(set) var signers: [String: Set<[UInt8]>] = [:]
  /// In the order in which Java would meet them.
  private(set) var mismatches: [Mismatch] = []

  /// Reads a bundled jar's signatures; nil when there is none.
  init?(_ library: PackageLibrary) {
    path = library.path
    let files = library.metadata.filter { !$0.path.dropFirst(MetadataFile.folder.count).contains("/") }
    let signatures = files.filter { $0.path.lowercased().hasSuffix(".sf") }
    guard !signatures.isEmpty, let archive = try? library.opened.get().archive,
      let manifest = files.first(where: { $0.path == JarManifest.entryName })?.content
    else { return nil }
    let bytes = ManifestBytes(manifest)
    for file in signatures {
      guard let block = Self.block(of: file, in: files), let content = file.content,
        let certificates = block.content.flatMap({ SignerCertificates.read($0) })
      else { continue }
      verify(JarManifest.parse(content).manifest, file.path, bytes, certificates)
    }
    if mismatches.isEmpty { verifyClasses(JarManifest.parse(manifest).manifest, archive) }
    if signers.isEmpty, mismatches.isEmpty { return nil }
  }

  /// The block that belongs to a signature file: without one the file says nothing.
  private static func block(of file: MetadataFile, in files: [MetadataFile]) -> MetadataFile? {
    let base = file.path.dropLast(3).lowercased()
    return files.first { other in [".rsa", ".dsa", ".ec"].contains { other.path.lowercased() == base + $0 } }
  }

  /// `SignatureFileVerifier.processImpl`, behind the signature.
  private mutating func verify(
    _ signature: JarManifest,
    _ entry: String,
    _ manifest: ManifestBytes,
    _ certificates: Set<[UInt8]>
  ) {
    let isWholeSigned = signature.main.contains {
      JarDigest($0, kind: "-Digest-Manifest")?.fits(manifest.whole) == true
    }
    let ofMain = signature.main.compactMap { JarDigest($0, kind: "-Digest-Manifest-Main-Attributes") }
    if !isWholeSigned, ofMain.contains(where: { $0.fits(manifest.main) == false }) {
      mismatches.append(
        Mismatch(message: "Invalid signature file digest for Manifest main attributes", entry: entry)
      )
      return
    }
    for section in signature.sections {
      if !isWholeSigned {
        guard let bytes = manifest[section.name] else {
          mismatches.append(
            Mismatch(message: "no manifest section for signature file entry \(section.name)", entry: entry)
          )
          continue
        }
        let digests = section.attributes.compactMap { JarDigest($0, kind: "-Digest") }
        if let wrong = digests.first(where: { $0.fits(bytes) == false }) {
          let message = "invalid \(wrong.algorithm) signature file digest for \(section.name)"
          mismatches.append(Mismatch(message: message, entry: entry))
          continue
        }
      }
      signers[section.name, default: []].formUnion(certificates)
    }
  }

  /// `ManifestEntryVerifier.verify`, for the classes alone: other entries are no matter of linkage.
  private mutating func verifyClasses(_ manifest: JarManifest, _ archive: Archive) {
    // Of several entries of one name Java reads the last.
    let entries = Dictionary(archive.entries.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    for section in manifest.sections where section.name.hasSuffix(".class") && signers[section.name] != nil {
      let digests = section.attributes.compactMap { JarDigest($0, kind: "-Digest") }
      guard !digests.isEmpty, let entry = entries[section.name],
        let content = try? archive.content(of: entry),
        let wrong = digests.first(where: { $0.fits(content) == false })
      else { continue }
      mismatches.append(Mismatch(message: "\(wrong.algorithm) digest error for \(section.name)", entry: section.name))
    }
  }
}
