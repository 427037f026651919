public import Findings

/// The rules about single entries: their kind, their local headers, their content.
extension ArchiveRules {
  /// Symbolic link.
  public static let symbolicLink = Rule(
    id: "zip.entry.symlink",
    severity: .error,
    title: "Symbolic link",
    what: "An entry is a symbolic link.",
    why: "The appliance and Java read the link's target as the content; unpacked carelessly it leads outside "
      + "the folder.",
    mend: "Put the file itself in the package.",
    source: "APPNOTE 4.4.15"
  )

  /// Encrypted entry.
  public static let encrypted = Rule(
    id: "zip.entry.encrypted",
    severity: .error,
    title: "Encrypted entry",
    what: "An entry is encrypted.",
    why: "Java cannot read encrypted entries (`encrypted entry`).",
    mend: "Write the package without a password.",
    source: "APPNOTE 4.4.4 bit 0"
  )

  /// Unknown compression method.
  public static let method = Rule(
    id: "zip.entry.method",
    severity: .error,
    title: "Unknown compression method",
    what: "An entry is neither stored nor deflated.",
    why: "Java reads these two methods only (`invalid compression method`).",
    mend: "Write the package with deflate, the method of every package that the appliance writes.",
    source: "APPNOTE 4.4.5; java.util.zip"
  )

  /// Local header missing.
  public static let localMissing = Rule(
    id: "zip.local.missing",
    severity: .error,
    title: "Local header missing",
    what: "No local file header stands where the central directory says, or the entry's bytes reach past "
      + "their bounds.",
    why: "The entry cannot be read.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.7"
  )

  /// Names in the two headers differ.
  public static let localName = Rule(
    id: "zip.local.name",
    severity: .error,
    title: "Names in the two headers differ",
    what: "The local header gives the entry another name than the central directory.",
    why: "A reader that goes by the directory sees one file, a stream reader another: a way to hide content.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.7, 4.3.12"
  )

  /// Methods in the two headers differ.
  public static let localMethod = Rule(
    id: "zip.local.method",
    severity: .error,
    title: "Methods in the two headers differ",
    what: "The local header states another compression method, or other flags for encryption, data descriptor "
      + "or UTF-8, than the central directory.",
    why: "Readers disagree about the content.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.7, 4.3.12"
  )

  /// Sizes in the two headers differ.
  public static let localSizes = Rule(
    id: "zip.local.sizes",
    severity: .error,
    title: "Sizes in the two headers differ",
    what: "The local header states other sizes than the central directory.",
    why: "Readers disagree about where the entry ends.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.7, 4.3.12"
  )

  /// Checksums in the two headers differ.
  public static let localCRC = Rule(
    id: "zip.local.crc",
    severity: .error,
    title: "Checksums in the two headers differ",
    what: "The local header states another CRC-32 than the central directory.",
    why: "Readers disagree about whether the content is whole.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.7, 4.3.12"
  )

  /// Data descriptor contradicts the directory.
  public static let descriptor = Rule(
    id: "zip.descriptor",
    severity: .error,
    title: "Data descriptor contradicts the directory",
    what: "The data descriptor after an entry's content is missing, or states another CRC-32 or size than the "
      + "central directory.",
    why: "A stream reader, such as Java's, fails or reads other bytes than a reader that goes by the directory.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.9"
  )

  /// Entries overlap.
  public static let overlap = Rule(
    id: "zip.entry.overlap",
    severity: .error,
    title: "Entries overlap",
    what: "Two entries share bytes of the file, or one reaches into the central directory.",
    why: "One stretch of data serves for many entries: the mark of a bomb, or of hidden content.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.6"
  )

  /// Wrong checksum.
  public static let crc = Rule(
    id: "zip.entry.crc",
    severity: .error,
    title: "Wrong checksum",
    what: "An entry's content has another CRC-32 than its headers say.",
    why: "The content was changed or damaged after it was written; Java refuses to read it.",
    mend: "Write the package anew, or fetch it again.",
    source: "APPNOTE 4.4.7"
  )

  /// Content cannot be expanded.
  public static let data = Rule(
    id: "zip.entry.data",
    severity: .error,
    title: "Content cannot be expanded",
    what: "An entry's compressed data is damaged, or expands to another size than its headers say.",
    why: "Java fails on reading it (`invalid entry size`, `invalid stored block lengths`).",
    mend: "Write the package anew, or fetch it again.",
    source: "APPNOTE 4.4.8, 4.4.9; RFC 1951"
  )

  /// Two readers see different entries.
  public static let readers = Rule(
    id: "zip.readers",
    severity: .error,
    title: "Two readers see different entries",
    what: "libarchive and the tool's own strict reader do not list the same names and sizes.",
    why: "An archive that two readers read in two ways is not to be trusted.",
    mend: "Write the package anew with `sfm build`.",
    source: "package-format.md section 1"
  )
}
