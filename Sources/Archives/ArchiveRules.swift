public import Findings

/// The rules about the archive itself; each finding of this layer names one.
public enum ArchiveRules {
  /// Not a ZIP archive.
  public static let notAZip = Rule(
    id: "zip.not-a-zip",
    severity: .error,
    title: "Not a ZIP archive",
    what: "The file has no end of central directory record, and does not begin with an entry either.",
    why: "The appliance opens a package as a JAR, which is a ZIP; anything else is refused at once.",
    mend: "Build the package with `sfm build`, or download it again if it came from elsewhere.",
    platformMessage: "not an archive",
    source: "package-format.md section 1; APPNOTE 4.3.16"
  )

  /// The archive is cut off.
  public static let truncated = Rule(
    id: "zip.truncated",
    severity: .error,
    title: "The archive is cut off",
    what: "The file begins like a ZIP, but its end of central directory record is missing or points behind "
      + "the end of the file.",
    why: "Java reads a ZIP from its end; without it the package does not open. Entries found in front of the "
      + "break are listed all the same.",
    mend: "Copy or download the file again and compare its size.",
    platformMessage: "not an archive",
    source: "APPNOTE 4.3.16"
  )

  /// Several end records.
  public static let endSeveral = Rule(
    id: "zip.end.several",
    severity: .error,
    title: "Several end records",
    what: "A second end of central directory record lies behind the central directory.",
    why: "Readers choose differently, so that two of them see two different packages in one file.",
    mend: "Write the package anew with `sfm build`; do not append one archive to another.",
    source: "APPNOTE 4.3.16"
  )

  /// The central directory is damaged.
  public static let directoryDamaged = Rule(
    id: "zip.directory.damaged",
    severity: .error,
    title: "The central directory is damaged",
    what: "A record of the central directory has no signature, reaches past the directory's end, or their "
      + "number or place is not what the end record says.",
    why: "Java refuses such an archive as a whole (`invalid CEN header`).",
    mend: "Write the package anew with `sfm build`.",
    platformMessage: "not an archive",
    source: "APPNOTE 4.3.12"
  )

  /// ZIP64 records disagree.
  public static let zip64 = Rule(
    id: "zip.zip64",
    severity: .error,
    title: "ZIP64 records disagree",
    what: "The ZIP64 end record, its locator or a ZIP64 extra field contradicts the record that it extends, "
      + "or is missing where it is needed.",
    why: "Readers that know ZIP64 and readers that do not see different archives.",
    mend: "Write the package anew with `sfm build`; packages below 4 GiB need no ZIP64.",
    source: "APPNOTE 4.3.14, 4.3.15, 4.5.3"
  )

  /// Data before the first entry.
  public static let dataBefore = Rule(
    id: "zip.data.before",
    severity: .warning,
    title: "Data before the first entry",
    what: "Bytes that belong to no entry stand in front of the first one.",
    why: "Readers that go by the directory pass over them, others take them for content: something may be "
      + "hidden there.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.6"
  )

  /// A stub was put in front.
  public static let stub = Rule(
    id: "zip.stub",
    severity: .warning,
    title: "A stub was put in front",
    what: "Something was put in front of a finished archive, so that every offset in it is wrong by the "
      + "stub's length.",
    why: "Java corrects the offsets, other readers refuse the file. A self-extracting archive is no package.",
    mend: "Cut the stub off, or write the package anew with `sfm build`.",
    source: "APPNOTE 4.1.9"
  )

  /// Data between entries.
  public static let dataBetween = Rule(
    id: "zip.data.between",
    severity: .warning,
    title: "Data between entries",
    what: "Bytes that belong to no entry and no record stand between two of them.",
    why: "They are invisible to readers that go by the directory: left over from an edit, or hidden on purpose.",
    mend: "Write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.6"
  )

  /// Data after the end record.
  public static let dataAfter = Rule(
    id: "zip.data.after",
    severity: .warning,
    title: "Data after the end record",
    what: "Bytes follow the end of central directory record and its comment.",
    why: "Some readers do not find the end record then. Something may have been appended by a transfer.",
    mend: "Download the file again, or write the package anew with `sfm build`.",
    source: "APPNOTE 4.3.16"
  )

  /// Two entries with one name.
  public static let duplicate = Rule(
    id: "zip.entry.duplicate",
    severity: .error,
    title: "Two entries with one name",
    what: "Two central directory records have the same name, byte for byte.",
    why: "Java finds one of them, a stream reader both: which content counts depends on the reader.",
    mend: "Keep one of them; rename a class or resource if both are needed.",
    source: "package-format.md section 1 (unique names)"
  )

  /// Names alike but for case or Unicode form.
  public static let alike = Rule(
    id: "zip.entry.alike",
    severity: .warning,
    title: "Names alike but for case or Unicode form",
    what: "Two names differ only in upper and lower case, or in the composition of accented letters.",
    why: "On file systems that ignore the difference one entry overwrites the other when the package is unpacked.",
    mend: "Rename one of them.",
    source: "Unicode Standard Annex 15"
  )

  /// Absolute name.
  public static let nameAbsolute = Rule(
    id: "zip.name.absolute",
    severity: .error,
    title: "Absolute name",
    what: "An entry's name begins with a slash.",
    why: "Unpacked carelessly it is written outside the target folder.",
    mend: "Name entries relative to the package's root.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with `..`.
  public static let nameParent = Rule(
    id: "zip.name.parent",
    severity: .error,
    title: "Name with `..`",
    what: "A component of an entry's name is `..`.",
    why: "Unpacked carelessly it is written outside the target folder.",
    mend: "Name entries relative to the package's root, without `..`.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with a backslash.
  public static let nameBackslash = Rule(
    id: "zip.name.backslash",
    severity: .error,
    title: "Name with a backslash",
    what: "An entry's name contains a backslash.",
    why: "Java looks for slashes only, so the class or resource is not found; on Windows it is taken for a "
      + "folder separator.",
    mend: "Write names with forward slashes.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with a drive letter.
  public static let nameDrive = Rule(
    id: "zip.name.drive",
    severity: .error,
    title: "Name with a drive letter",
    what: "An entry's name begins with a letter and a colon.",
    why: "On Windows it is written to another place than the target folder.",
    mend: "Name entries relative to the package's root.",
    source: "APPNOTE 4.4.17.1"
  )

  /// Name with control characters.
  public static let nameControl = Rule(
    id: "zip.name.control",
    severity: .error,
    title: "Name with control characters",
    what: "An entry's name is empty or contains a byte below 32, 127, or a control or direction character of Unicode.",
    why: "A terminal or a log shows another name than the one that is there; a NUL ends the name for some readers.",
    mend: "Rename the entry.",
    source: "APPNOTE 4.4.17"
  )

  /// Name is not UTF-8.
  public static let nameEncoding = Rule(
    id: "zip.name.encoding",
    severity: .error,
    title: "Name is not UTF-8",
    what: "An entry's name is not valid UTF-8, or a Unicode path field gives it another name than its header.",
    why: "Java reads names as UTF-8 and refuses an archive with others (`bad entry name`).",
    mend: "Write the package anew with a tool that writes UTF-8 names, such as `sfm build`.",
    source: "APPNOTE 4.4.4 bit 11, 4.6.9; java.util.zip.ZipFile"
  )

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

  /// Entry too large.
  public static let limitEntry = Rule(
    id: "zip.limit.entry",
    severity: .error,
    title: "Entry too large",
    what: "An entry expands to more bytes than the limit for one entry allows.",
    why: "No real package holds such a file; a bomb does.",
    mend: "Raise the limit if the file is wanted.",
    source: "package-format.md section 1"
  )

  /// Archive too large.
  public static let limitTotal = Rule(
    id: "zip.limit.total",
    severity: .error,
    title: "Archive too large",
    what: "The entries together, with those of nested jars, expand to more bytes than the limit allows.",
    why: "No real package is that large; a bomb is.",
    mend: "Raise the limit if the content is wanted.",
    source: "package-format.md section 1"
  )

  /// Expands too much.
  public static let limitRatio = Rule(
    id: "zip.limit.ratio",
    severity: .error,
    title: "Expands too much",
    what: "An entry, or the archive with everything nested in it, expands to more bytes for each byte in than "
      + "the limit allows.",
    why: "Code and texts compress three- to tenfold; a bomb a thousandfold.",
    mend: "Raise the limit if the content is wanted.",
    source: "package-format.md section 1"
  )

  /// Too many entries.
  public static let limitEntries = Rule(
    id: "zip.limit.entries",
    severity: .error,
    title: "Too many entries",
    what: "The archive has more entries than the limit allows.",
    why: "Listing them costs time and memory before anything useful is known.",
    mend: "Raise the limit if they are wanted.",
    source: "package-format.md section 1"
  )

  /// Nested too deeply.
  public static let limitNesting = Rule(
    id: "zip.limit.nesting",
    severity: .error,
    title: "Nested too deeply",
    what: "An archive lies deeper inside other archives than the limit allows.",
    why: "An archive that contains itself has no end.",
    mend: "Raise the limit, or unpack the inner archives.",
    source: "package-format.md section 1"
  )

  /// Too many jars.
  public static let limitArchives = Rule(
    id: "zip.limit.archives",
    severity: .error,
    title: "Too many jars",
    what: "More jars lie in the archive than the limit allows.",
    why: "Each of them is opened and looked through; thousands of empty ones are a way to keep a tool busy.",
    mend: "Raise the limit (`--max-archives`), or pack the jars into one.",
    source: "package-format.md section 1"
  )

  /// A manifest line is malformed.
  public static let manifestSyntax = Rule(
    id: "jar.manifest.syntax",
    severity: .error,
    title: "Malformed manifest line",
    what:
      "A line of the manifest is neither `Name: value` nor a continuation, or a section does not begin with `Name`.",
    why: "Java refuses the whole manifest (`invalid header field`), and with it the package.",
    mend: "Correct the line, or let `sfm build` write the manifest.",
    source: "JAR File Specification, manifest specification; java.util.jar.Attributes"
  )

  /// A manifest line is too long.
  public static let manifestLineLength = Rule(
    id: "jar.manifest.line-length",
    severity: .warning,
    title: "Manifest line too long",
    what: "A line of the manifest has more than 72 bytes.",
    why: "The specification does not allow it; older Java versions refuse lines of more than 512 bytes.",
    mend: "Break the line after at most 72 bytes and begin the next one with a space, or let `sfm build` write it.",
    source: "JAR File Specification, manifest specification; package-format.md section 1"
  )

  /// A manifest attribute stands twice.
  public static let manifestDuplicate = Rule(
    id: "jar.manifest.duplicate",
    severity: .warning,
    title: "Attribute given twice",
    what: "A section of the manifest has two attributes of one name, compared without regard to case.",
    why: "Java keeps the last one and writes a warning to its own log.",
    mend: "Remove one of them.",
    source: "java.util.jar.Attributes"
  )

  /// The manifest does not end with a line break.
  public static let manifestEnding = Rule(
    id: "jar.manifest.ending",
    severity: .warning,
    title: "Manifest ends without a line break",
    what: "The manifest's last line has no line break.",
    why: "The specification wants one; tools that follow it lose the last attribute.",
    mend: "End the manifest with a line break and a blank line.",
    source: "JAR File Specification, manifest specification"
  )

  /// All of them, with those about the manifest's syntax.
  public static let all: [Rule] = [
    notAZip, truncated, endSeveral, directoryDamaged, zip64, dataBefore,
    stub, dataBetween, dataAfter, duplicate, alike, nameAbsolute,
    nameParent, nameBackslash, nameDrive, nameControl, nameEncoding, symbolicLink,
    encrypted, method, localMissing, localName, localMethod, localSizes,
    localCRC, descriptor, overlap, crc, data, readers,
    limitEntry, limitTotal, limitRatio, limitEntries, limitNesting,
    limitArchives,
    manifestSyntax, manifestLineLength, manifestDuplicate, manifestEnding,
  ]
}
